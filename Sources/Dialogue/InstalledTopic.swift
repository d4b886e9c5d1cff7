public import Language
public import TopicKit

/// A topic as it was installed: what it is written in, and the words that it brings.
public struct InstalledTopic: Sendable {
    /// What a topic is written in.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// Swift, within the program.
        case swift
        /// YAML, in a folder.
        case pack
        /// Any language, as a program of its own.
        case worker
    }

    /// The topic.
    public let topic: any Topic
    /// What it is written in.
    public let kind: Kind
    /// Its words in the language; nil for a topic whose words are among the language's own files.
    public let words: TopicWords?
    /// The languages that it speaks; empty for those of the program.
    public let languages: [String]
    /// The file where its words are, for messages.
    public let file: String

    /// Makes an installed topic that brings its words.
    ///
    /// - Parameters:
    ///   - topic: the topic.
    ///   - kind: what it is written in.
    ///   - words: its words in the language of the conversation.
    ///   - languages: the languages that it speaks.
    ///   - file: the file where its words are, as a clerk would name it: `topics/salles/topic.yaml`.
    public init(_ topic: any Topic, kind: Kind, words: TopicWords, languages: [String], file: String) {
        (self.topic, self.kind, self.words, self.languages, self.file) = (topic, kind, words, languages, file)
    }

    /// Makes an installed topic whose words are a file of the language.
    public init(_ topic: any Topic, language: String) {
        (self.topic, kind, words, languages) = (topic, .swift, nil, [])
        file = "Locales/\(language)/\(topic.manifest.id).yaml"
    }
}

extension LocaleFiles {
    /// These files with the words that topics bring; a name that a file of the language has stays the language's.
    public func adding(_ installed: [InstalledTopic]) -> LocaleFiles {
        let brought = installed.compactMap { topic in topic.words.map { (topic.topic.manifest.id, $0) } }
        return LocaleFiles(
            language: language, topics: topics.merging(brought) { own, _ in own }, words: words,
            diagnostics: diagnostics)
    }
}
