public import Diagnostics
public import Language
public import TopicKit
public import Understanding

/// The topics that a conversation can turn to, each checked and joined with its words.
public struct Registry: Sendable {
    /// A topic as the conversation sees it.
    public final class Entry: Sendable {
        /// The topic as it was installed.
        public let installed: InstalledTopic
        /// Its manifest joined with the words of the language.
        public let definition: Definition
        /// What it is called.
        public let title: String
        /// What is said to get a slot, by slot name.
        public let prompts: [String: Phrase]
        /// Why a slot is asked for, by slot name.
        let reasons: [String: Phrase]
        /// What would do for a slot, by slot name.
        let examples: [String: Phrase]
        /// What each intent asks about, in a few words.
        package let subjects: [String: String]

        /// The topic.
        public var topic: any Topic { installed.topic }
        /// The topic's manifest.
        public var manifest: Manifest { definition.manifest }

        init(_ installed: InstalledTopic, words: TopicWords, definition: Definition, language: String) {
            (self.installed, self.definition, title, subjects) = (installed, definition, words.title, words.subjects)
            prompts = words.slots.compactMapValues { $0.prompt.map { .text([language: $0]) } }
            reasons = words.slots.compactMapValues { $0.reason.map { .text([language: $0]) } }
            examples = words.slots.compactMapValues {
                $0.example.map { Phrase("core.form-example", ["example": .text($0)]) }
            }
        }

        /// One of the topic's example sentences that has nothing to fill in, another one for each number.
        func sample(_ number: Int) -> String {
            let intents = manifest.intents.compactMap { intent in
                definition.examples[intent.id]?.first { !$0.contains("{") }
            }
            return intents.isEmpty ? title : intents[abs(number) % intents.count]
        }
    }

    /// The topics in the order in which they were installed.
    public let entries: [Entry]
    /// The conversation's own questions and commands, joined like a topic's.
    public let core: Definition
    private let coreWords: TopicWords?

    init(entries: [Entry], core: Definition, coreWords: TopicWords?) {
        (self.entries, self.core, self.coreWords) = (entries, core, coreWords)
    }

    /// The same topics but for those that are refused.
    func without(_ refused: Set<String>) -> Registry {
        Registry(entries: entries.filter { !refused.contains($0.manifest.id) }, core: core, coreWords: coreWords)
    }

    /// The topics that a person may ask about: the conversation's own form is none.
    var subjects: [Entry] { entries.filter { $0.manifest.id != CallbackTopic.id } }

    /// The topics that Parvis names when it says what it answers: more than five make a sentence too long to be heard.
    var introduced: ArraySlice<Entry> { subjects.prefix(5) }

    /// Short words that the conversation looks for, by list.
    var coreLists: [String: [String]] { coreWords?.lists ?? [:] }

    /// Whether the core has a phrase, by its name.
    func hasCorePhrase(_ name: String) -> Bool { coreWords?.phrases[name] != nil }

    /// Checks topics and takes those that are whole; a broken one is refused with a reason and the others stay.
    ///
    /// - Parameters:
    ///   - topics: the topics, in the order of their installation.
    ///   - files: the words of the language.
    /// - Returns: the topics that are in, and why the others are not.
    public static func load(_ topics: [any Topic], files: LocaleFiles) -> Checked<Registry> {
        load(topics.map { InstalledTopic($0, language: files.language) }, files: files)
    }

    /// Checks installed topics and takes those that are whole.
    ///
    /// - Parameters:
    ///   - topics: the topics, in the order of their installation; those that bring their words need no file.
    ///   - files: the words of the language.
    /// - Returns: the topics that are in, and why the others are not.
    public static func load(_ topics: [InstalledTopic], files: LocaleFiles) -> Checked<Registry> {
        var entries: [Entry] = []
        var diagnostics: [Diagnostic] = []
        for installed in topics {
            let manifest = installed.topic.manifest
            let words = installed.words ?? files.topics[manifest.id]
            var problems = TopicCheck.problems(of: manifest, words: words, known: entries)
            if let own = installed.words, let other = files.topics[manifest.id], other != own, problems.isEmpty {
                problems = [Diagnostic(.error, "topic.duplicate", ["topic": manifest.id])]
            }
            diagnostics += problems.map { $0.located(in: installed.file) }
            guard problems.allSatisfy({ $0.severity < .error }), let words else { continue }
            entries.append(
                Entry(
                    installed, words: words, definition: definition(manifest, words, files), language: files.language))
        }
        return Checked(
            Registry(entries: entries, core: coreDefinition(files), coreWords: files.topics["core"]), diagnostics)
    }

    /// Every definition that understanding is trained on.
    public var definitions: [Definition] { entries.map(\.definition) + [core] }

    /// The topic that an intent belongs to, or nil.
    public func entry(of intent: String) -> Entry? { entries.first { $0.manifest.intent(intent) != nil } }

    /// The topic with an id, or nil.
    public func entry(_ id: String) -> Entry? { entries.first { $0.manifest.id == id } }

    private static func definition(_ manifest: Manifest, _ words: TopicWords, _ files: LocaleFiles) -> Definition {
        let small = files.words["small"] ?? [:]
        return Definition(
            manifest: manifest, examples: words.examples, values: words.slots.mapValues(\.values),
            times: small["sample-time"] ?? [], figures: small["sample-number"] ?? [],
            amounts: Amount.Kind.allCases.reduce(into: [:]) { $0[$1] = small["sample-" + $1.rawValue] })
    }

    /// The core's intents and names are whatever its file lists.
    private static func coreDefinition(_ files: LocaleFiles) -> Definition {
        guard let words = files.topics["core"] else {
            return Definition(manifest: Manifest(id: "core", intents: []), examples: [:], values: [:])
        }
        let manifest = Manifest(
            id: "core", intents: words.examples.keys.sorted().map { Intent($0) },
            slots: words.slots.keys.sorted().map { name in Slot(name, .entity) })
        return definition(manifest, words, files)
    }
}
