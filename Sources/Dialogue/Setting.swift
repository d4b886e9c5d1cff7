public import CivilTime
internal import Language
public import TopicKit
public import Understanding

/// What a conversation works with: one and the same for all conversations of a town in one language.
public final class Setting: Sendable {
    /// The topics.
    public let registry: Registry
    /// What reads utterances.
    public let understanding: Understanding
    /// The town, as topics may know it.
    public let profile: TownProfile
    /// Its holidays.
    public let calendar: DayCalendar
    /// Where a person of the town hall is reached.
    public let desk: any Desk
    /// Where a call-back is filed; nil where none can be.
    public let filing: (any Filing)?
    /// What counts how turns end; nil where nothing does.
    public let outcomes: (any OutcomeCounting)?
    /// The language: `fr`.
    public let locale: String
    /// Every language that the conversation may go on in.
    public let languages: [String]

    /// What the topics' examples sound like, for what is heard.
    package let sounds: SoundIndex
    /// The words that mean an act on their own.
    let acts: ActTable
    /// Short words that the conversation looks for itself.
    let words: DialogueWords
    /// What utterances were read as a moment ago, as a whole and in parts; nil where each is read anew.
    private let recent: (meanings: RecentReadings<Meaning>, parts: RecentReadings<[Understanding.Part]>)?
    /// What topics answered a moment ago; nil where each is asked anew.
    private let replies: RecentReplies?

    /// Makes a setting.
    ///
    /// `sharesReadings` is for a server: what was read and answered a moment ago is not read and answered again for the next person who
    /// asks the same.
    public init(
        registry: Registry, understanding: Understanding, profile: TownProfile, calendar: DayCalendar, desk: any Desk,
        filing: (any Filing)? = nil, outcomes: (any OutcomeCounting)? = nil, locale: String, languages: [String] = [],
        sharesReadings: Bool = false
    ) {
        (self.registry, self.understanding, self.profile) = (registry, understanding, profile)
        (self.calendar, self.desk, self.filing, self.outcomes) = (calendar, desk, filing, outcomes)
        (self.locale, self.languages) = (locale, languages)
        sounds = SoundIndex(
            registry.entries.map(\.definition) + [registry.core], rules: understanding.knowledge.rules)
        recent =
            sharesReadings
            ? (
                RecentReadings { !$0.times.isEmpty },
                RecentReadings { $0.contains { !$0.meaning.times.isEmpty } }
            ) : nil
        replies = sharesReadings ? RecentReplies() : nil
        words = DialogueWords(lists: registry.coreLists) { understanding.words(of: $0) }
        acts = ActTable(examples: registry.core.examples, courtesy: words.courtesy) { understanding.words(of: $0) }
    }
}

extension Setting {
    /// What an utterance means as a whole.
    func meaning(of utterance: Utterance, at now: Moment) -> Meaning {
        func read() -> Meaning { understanding.read(utterance, now: now, calendar: calendar) }
        return recent?.meanings.reading(of: utterance, at: now, read) ?? read()
    }

    /// What a topic answers.
    func reply(of entry: Registry.Entry, to request: TopicRequest) async -> Reply {
        guard let replies else { return await entry.topic.reply(to: request) }
        return await replies.reply(of: entry, to: request)
    }

    /// The questions that an utterance holds.
    func parts(of utterance: Utterance, meaning: Meaning, at now: Moment) -> [Understanding.Part] {
        func read() -> [Understanding.Part] {
            understanding.parts(of: utterance, meaning: meaning, now: now, calendar: calendar)
        }
        return recent?.parts.reading(of: utterance, at: now, read) ?? read()
    }
}

/// Short words that steer a conversation, from the lists of `core.yaml`; each as it sounds.
struct DialogueWords: Sendable {
    /// Words that may stand beside a command: "s'il vous plaît".
    let courtesy: Set<String>
    /// Words that take back what was said: "non", "plutôt".
    let correcting: Set<String>
    /// Words that deny what follows: "pas".
    let denying: Set<String>
    /// Words after which something is affirmed again: "mais".
    let turning: Set<String>
    /// Words that point at something said: "celui", "celle".
    let pointing: Set<String>
    /// Words for the last of a list: "dernier".
    let last: Set<String>

    init(lists: [String: [String]], words: (String) -> [String]) {
        func set(_ name: String) -> Set<String> { Set((lists[name] ?? []).flatMap(words)) }
        (courtesy, correcting) = (set("courtesy"), set("correcting"))
        (denying, turning) = (set("denying"), set("turning"))
        (pointing, last) = (set("pointing"), set("last"))
    }
}

/// The utterances that are an act and nothing else, as they sound.
///
/// "Plus lentement" and "plus vite" are too short and too alike to be left to the classifier alone; what is said otherwise
/// is still its matter.
struct ActTable: Sendable {
    private let acts: [[String]: Act]
    private let courtesy: Set<String>

    init(examples: [String: [String]], courtesy: Set<String>, words: (String) -> [String]) {
        self.courtesy = courtesy
        var acts: [[String]: Act] = [:]
        for (intent, sentences) in examples {
            guard let act = Act(intent: intent) else { continue }
            for sentence in sentences { acts[ActTable.key(words(sentence), courtesy)] = act }
        }
        acts[[]] = nil
        self.acts = acts
    }

    /// The act that words are, or nil.
    func act(_ words: [String]) -> Act? { acts[words] ?? acts[ActTable.key(words, courtesy)] }

    /// The words without those of courtesy, unless there are no others.
    private static func key(_ words: [String], _ courtesy: Set<String>) -> [String] {
        let kept = words.filter { !courtesy.contains($0) }
        return kept.isEmpty ? words : kept
    }
}
