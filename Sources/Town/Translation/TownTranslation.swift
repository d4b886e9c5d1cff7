import OpenData
import Synchronization

/// What a town's own names and texts are in another language: `languages/<language>.yaml` of its folder.
///
/// They are found by what the records say in the town's language, so that every kind of file, also an exported one, can be
/// translated without being changed. What is not there stays as the town wrote it.
public struct TownTranslation: Sendable {
    /// Other words for a name, the first one to be said.
    let names: [String: [String]]
    /// Sentences and other texts.
    let texts: [String: String]
    /// What was looked up, where that is of interest.
    private let asked: AskedTexts?

    /// Makes a translation.
    ///
    /// - Parameters:
    ///   - names: for each name its translations, the first one to be said.
    ///   - texts: for each text its translation.
    ///   - asked: what notes the texts that are looked up, or nil.
    init(names: [String: [String]] = [:], texts: [String: String] = [:], asked: AskedTexts? = nil) {
        (self.names, self.texts, self.asked) = (names, texts, asked)
    }

    /// Whether there is nothing to translate with.
    public var isEmpty: Bool { names.isEmpty && texts.isEmpty }

    /// A text, translated where it can be.
    func text(_ text: String) -> String {
        asked?.note(text)
        return texts[text] ?? names[text]?.first ?? text
    }

    /// A name, translated where it can be.
    func name(_ name: String) -> String {
        asked?.note(name)
        return names[name]?.first ?? texts[name] ?? name
    }

    /// A name that keeps its own language: a street, a dish, an event.
    func keep(_ name: String) { asked?.keep(name) }

    /// The other names of what is called `name`: those of the translation, and those of the town, which people also say.
    func aliases(_ name: String, _ aliases: [String]) -> [String] {
        guard let translated = names[name] else { return aliases }
        return translated.dropFirst() + [name] + aliases
    }

    /// Opening hours with their comments translated, which stand between quotation marks.
    func hours(_ hours: OpeningHours) -> OpeningHours {
        let parts = hours.text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        let translated = parts.map { $0 % 2 == 1 ? text(String($1)) : String($1) }.joined(separator: "\"")
        // A comment that has a quotation mark of its own stays as it was.
        return (try? OpeningHours(parsing: translated)) ?? hours
    }
}

/// The texts of a town that a translation was asked for.
final class AskedTexts: Sendable {
    private let texts = Mutex<Set<String>>([])
    private let kept = Mutex<Set<String>>([])

    /// What was asked so far.
    var all: Set<String> { texts.withLock { $0 } }

    /// The names that keep their language.
    var names: Set<String> { kept.withLock { $0 } }

    func note(_ text: String) { texts.withLock { _ = $0.insert(text) } }

    func keep(_ name: String) { kept.withLock { _ = $0.insert(name) } }
}

/// Records that can be said in another language than the town's.
public protocol Translatable {
    /// The records with the translation's names and texts in place of the town's.
    func translated(by translation: TownTranslation) -> Self
}
