internal import Assistant
internal import Dialogue
internal import Synchronization

/// The assistants of one commune, one a language, as they were at the last look at their files.
///
/// A turn reads them here without waiting for anybody; ``refresh()``, once a second, takes up what was edited meanwhile.
final class Editions: Sendable {
    /// The language that the commune answers in first.
    let language: String
    private let main: LiveAssistant
    private let wanted: [String]
    private let current: Mutex<Current>
    private let others = Mutex<[String: LiveAssistant]>([:])

    private struct Current {
        var main: Edition
        var others: [String: Edition] = [:]
    }

    /// Begins with one language.
    ///
    /// - Parameters:
    ///   - assistant: the town's assistant in its first language.
    ///   - languages: the languages wanted; the first refresh opens those that are there.
    ///   - tell: takes lines for the clerk.
    init(_ assistant: Assistant, languages: [String], tell: @escaping @Sendable (String) -> Void) {
        main = LiveAssistant(assistant, tell: tell)
        language = assistant.setting.locale
        wanted = languages.filter { $0 != assistant.setting.locale }
        current = Mutex(Current(main: Edition(assistant)))
    }

    /// Who answers in the first language.
    var first: Edition { current.withLock { $0.main } }

    /// The languages that are open, the first one first.
    var languages: [String] { [language] + current.withLock { $0.others.keys.sorted() } }

    /// Who answers in a language; in the first one where that is not open.
    func edition(_ language: String) -> Edition { current.withLock { $0.others[language] ?? $0.main } }

    /// Whether a language is open.
    func has(_ language: String) -> Bool {
        language == self.language || current.withLock { $0.others[language] != nil }
    }

    /// Takes up what was edited, and opens the languages that are not open yet.
    func refresh() async {
        for language in wanted where others.withLock({ $0[language] }) == nil {
            guard let live = await main.speaking(language) else { continue }
            let first = Edition(await live.current())
            others.withLock { $0[language] = live }
            current.withLock { $0.others[language] = first }
        }
        let newest = await main.edition(after: first)
        current.withLock { $0.main = newest }
        for (language, live) in others.withLock({ $0 }) {
            let newest = await live.edition(after: edition(language))
            current.withLock { $0.others[language] = newest }
        }
    }

    /// Waits until edits of the files are taken up, for tests.
    func settle() async {
        await main.settle()
        await refresh()
    }
}
