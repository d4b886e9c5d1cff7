public import Assistant
import CivilTime
import Dialogue
import KioskChannel
import Language
public import Speech
import Synchronization
import TopicKit
public import TopicTesting

/// Runs stories through a whole kiosk, from sound to sound, with a scripted speaker.
///
/// Each turn of a story is said aloud by a synthetic voice; what was not understood is said again, three times at most, as a
/// person would. A turn is right at the first try when its status, and its intent where the story names one, are the story's.
public struct KioskRehearsal: Sendable {
    /// How a rehearsal goes.
    public struct Settings: Sendable {
        /// The voices of the speakers, in turn: of those of espeak-ng, the ones whose words the acoustic model hears.
        ///
        /// Thirteen answers in one grammar, `parvis evaluate speech DIR --expect closed`: these had every word right; `fr+Annie`,
        /// `fr+linda` and `fr+Alicia` half of them or fewer.
        public var voices = ["fr+f5", "fr+david", "fr+klatt4", "fr+adam"]
        /// How many decibels below the speaker the hall is; nil for a silent one.
        public var noise: Double?
        /// The folder for what the kiosk said, a WAV file a story; nil for nowhere.
        public var folder: String?

        /// A silent hall.
        public init() {}
    }

    /// What came of stories.
    public struct Report: Sendable, Encodable {
        /// The stories.
        public internal(set) var stories = RehearsedStories()
        /// Their turns at the first try.
        public internal(set) var turns = RehearsedTurns()

        /// One flat object of both.
        public func encode(to encoder: any Encoder) throws {
            try stories.encode(to: encoder)
            try turns.encode(to: encoder)
        }
    }

    /// When words are taken in a rehearsal: the rule for people, lowered.
    ///
    /// What a synthetic voice says right lies about one lower a frame, against the loop of phones, than what people say: the rule for
    /// people turned away half of it. A rehearsal says nothing of false alarms.
    public static var rule: RejectionRule {
        var rule = RejectionRule()
        rule.grammar = (rule.grammar.accept - 1, rule.grammar.reject - 1)
        rule.ngram = (rule.ngram.accept - 1, rule.ngram.reject - 1)
        rule.sure -= 1
        return rule
    }

    private let assistant: Assistant
    private let ears: Ears
    private let voice: any Synthesiser
    private let settings: Settings

    /// A rehearsal with a town, its ears and its voice.
    public init(_ assistant: Assistant, ears: Ears, voice: any Synthesiser, settings: Settings = Settings()) {
        (self.assistant, self.ears, self.voice, self.settings) = (assistant, ears, voice, settings)
    }

    /// Runs stories.
    ///
    /// - Parameters:
    ///   - stories: the stories; those of other channels than a kiosk are left out.
    ///   - each: told the title of each story and whether it ended well.
    /// - Returns: the figures.
    /// - Throws: ``Speech/SpeechError`` when nobody can hear or speak.
    public func run(
        _ stories: [Story], each: @Sendable (_ title: String, _ isWell: Bool) -> Void = { _, _ in }
    ) async throws(SpeechError) -> Report {
        var report = Report()
        var (decoding, sounds): ([Double], [Double]) = ([], [])
        let texts = SpokenTexts(voice: voice, language: assistant.book.files.language)
        let babble = try await texts.babble(of: assistant, below: settings.noise)
        let searches = SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules)
        for (index, story) in stories.enumerated() where story.isForKiosk {
            let name = settings.voices[index % settings.voices.count]
            let outcome = try await StoryRehearsal(
                story, assistant, ears, searches, voice, texts, speaker: name, babble: babble,
                output: settings.folder.map { "\($0)/\(index).wav" }
            ).run()
            report.add(outcome)
            decoding += outcome.decoding
            sounds += outcome.sounds
            each(story.title, outcome.isWell)
        }
        report.stories.decoding_p50 = decoding.median
        report.stories.decoding_max = decoding.max() ?? 0
        report.stories.first_sound_p50 = sounds.median
        return report
    }
}

extension KioskRehearsal.Report {
    /// Adds what came of one story.
    mutating func add(_ outcome: StoryRehearsal.Outcome) {
        stories.stories += 1
        stories.ended += outcome.isWell ? 1 : 0
        stories.astray += outcome.astray
        turns += outcome.turns
    }
}

extension [Double] {
    /// The middle of some figures, zero for none.
    fileprivate var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
