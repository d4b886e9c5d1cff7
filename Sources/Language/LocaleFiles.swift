public import Diagnostics
import FoundationEssentials

/// Everything that Parvis understands and says in one language, as read from `Locales/<language>/`.
///
/// See `Docs/locales.md` for the format. A file that is wrong loses only what is wrong in it.
public struct LocaleFiles: Sendable, Hashable, Codable {
    /// The language's code, the name of its folder: `fr`.
    public let language: String
    /// The topic files by their name without the extension: `core`, `waste`...
    public let topics: [String: TopicWords]
    /// The word lists, by file and key: `words/time.yaml` gives `["time": ["month.11": ["novembre"]]]`.
    public let words: [String: [String: [String]]]
    /// What is said of each diagnostic, by its code.
    public let diagnostics: [String: DiagnosticWords]

    /// Makes the files of a language.
    public init(
        language: String, topics: [String: TopicWords] = [:], words: [String: [String: [String]]] = [:],
        diagnostics: [String: DiagnosticWords] = [:]
    ) {
        (self.language, self.topics, self.words, self.diagnostics) = (language, topics, words, diagnostics)
    }

    /// Reads the folder of one language.
    ///
    /// - Parameter directory: the folder, for example `Locales/fr`; its last part is the language.
    /// - Returns: what could be read; each diagnostic names the file within the folder and, where known, the line.
    public static func load(directory: String) -> Checked<LocaleFiles> {
        let folder = LocaleFolder(path: directory)
        var diagnostics = folder.problems
        var topics: [String: TopicWords] = [:]
        var words: [String: [String: [String]]] = [:]
        var messages: [String: DiagnosticWords] = [:]
        for file in folder.files {
            var reader = LocaleReader()
            if let root = reader.root(of: folder.contents(of: file)) {
                switch LocaleFolder.Kind(file) {
                case .words(let name): words[name] = reader.wordLists(root)
                case .diagnostics: messages = reader.diagnosticWords(root)
                case .topic(let name): topics[name] = reader.topicWords(root)
                }
            }
            diagnostics += reader.diagnostics.map { $0.located(in: file) }
        }
        return Checked(
            LocaleFiles(language: folder.language, topics: topics, words: words, diagnostics: messages), diagnostics)
    }
}

/// The words of one topic.
public struct TopicWords: Sendable, Hashable, Codable {
    /// What the topic is called: "les déchets"; empty when the file does not say.
    public var title = ""
    /// Sentences that people write, by intent.
    public var examples: [String: [String]] = [:]
    /// What each intent asks about, by intent: "le jour de ramassage".
    public var subjects: [String: String] = [:]
    /// What is said of each slot, by its name.
    public var slots: [String: SlotWords] = [:]
    /// What is said, by name.
    public var phrases: [String: Wording] = [:]
    /// Nouns of ours, by name.
    public var terms: [String: Noun] = [:]
    /// Other lists of words that the topic's own code looks for, by name.
    public var lists: [String: [String]] = [:]

    /// Makes empty words.
    public init() {}
}

/// What is said of a slot.
public struct SlotWords: Sendable, Hashable, Codable {
    /// The question that asks for it, or nil.
    public var prompt: String?
    /// Why it is asked, in a sentence, or nil.
    public var reason: String?
    /// A possible answer, or nil.
    public var example: String?
    /// Names of the values that every town shares, by entry id, the first one to be said.
    public var values: [String: [String]]

    /// Makes the words of a slot.
    public init(
        prompt: String? = nil, reason: String? = nil, example: String? = nil, values: [String: [String]] = [:]
    ) {
        (self.prompt, self.reason, self.example, self.values) = (prompt, reason, example, values)
    }
}

/// One phrase in its forms.
public struct Wording: Sendable, Hashable, Codable {
    /// The wording to read.
    public let text: String
    /// The simplest words, or nil when they are those of the text.
    public let simple: String?
    /// The wording to hear, or nil when it is made from the text.
    public let speech: String?

    /// Makes a wording.
    public init(text: String, simple: String? = nil, speech: String? = nil) {
        (self.text, self.simple, self.speech) = (text, simple, speech)
    }
}

/// What is said of a diagnostic.
public struct DiagnosticWords: Sendable, Hashable, Codable {
    /// What is wrong.
    public let what: String
    /// How to mend it.
    public let mend: String

    /// Makes the words of a diagnostic.
    public init(what: String, mend: String) { (self.what, self.mend) = (what, mend) }
}
