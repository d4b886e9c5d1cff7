import CivilTime
public import Language
import Rendering
import Speech

/// What the kiosk says and shows on its own account, and the few words that it looks for itself: `kiosk.yaml`.
public struct KioskWords: Sendable {
    /// The words and the grammar of the language.
    public let book: PhraseBook
    private let sentence: SpokenSentence
    private let yes: Set<String>
    private let no: Set<String>
    private let aloud: Set<String>
    private let keys: [Character: KioskKey]

    /// Takes the words of a language's files.
    public init(book: PhraseBook) {
        self.book = book
        let rules = Languages.rules(for: book.files.language, words: book.files.words)
        let sentence = SpokenSentence(rules)
        let answers = book.files.topics["core"]?.slots["answer"]?.values ?? [:]
        let lists = book.files.topics["kiosk"]?.lists ?? [:]
        yes = Set((answers["yes"] ?? []).map(sentence.line))
        no = Set((answers["no"] ?? []).map(sentence.line))
        aloud = Set((lists["aloud"] ?? []).map(sentence.line))
        keys = KioskKey.allCases.reduce(into: [:]) { keys, key in
            for text in lists["key-" + key.rawValue] ?? [] { if let first = text.first { keys[first] = key } }
        }
        self.sentence = sentence
    }

    /// The key that a key of the keyboard stands for, or nil.
    public func key(_ character: Character) -> KioskKey? {
        keys[character] ?? keys[Character(character.lowercased())] ?? (character.isNewline ? keys["\n"] : nil)
    }

    /// What a person says to hear their details aloud.
    var aloudSentences: [String] { book.files.topics["kiosk"]?.lists["aloud"] ?? [] }

    /// Whether words are a yes or a no; nil for anything else.
    func answer(_ text: String) -> Bool? {
        let line = sentence.line(text)
        if yes.contains(line) { return true }
        if no.contains(line) { return false }
        let words = line.split(separator: " ").map(String.init)
        let (isYes, isNo) = (words.contains(where: yes.contains), words.contains(where: no.contains))
        return isYes == isNo ? nil : isYes
    }

    /// Whether words ask to read details aloud.
    func asksAloud(_ text: String) -> Bool { aloud.contains(sentence.line(text)) }

    /// A phrase of the kiosk's as one line to show.
    public func line(_ name: String, _ values: [String: Value] = [:]) -> String {
        book.sentence(Phrase("kiosk." + name, values), form: .text, today: Day(number: 0))
    }

    /// A phrase of the kiosk's as sentences to say.
    func spoken(_ name: String, _ values: [String: Value] = [:]) -> [SpokenLine] {
        let form = { (form: Form) in book.sentence(Phrase("kiosk." + name, values), form: form, today: Day(number: 0)) }
        let (said, read) = (Sentences.said(in: form(.speech)), Sentences.said(in: form(.text)))
        guard said.count == read.count else { return [SpokenLine(spoken: form(.speech), written: form(.text))] }
        return zip(said, read).map(SpokenLine.init)
    }
}
