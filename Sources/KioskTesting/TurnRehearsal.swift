public import Assistant
import Dialogue
import KioskChannel
import Language
public import Speech
import TopicKit
public import TopicTesting

/// Hears each turn of stories by itself, what came before it as text: how often the words of one answer come through.
///
/// Through the whole kiosk (``KioskRehearsal``) a story that goes astray tells nothing of the turns after it. Here every turn counts.
public struct TurnRehearsal: Sendable {
    private let assistant: Assistant
    private let ears: Ears
    private let voice: any Synthesiser
    private let settings: KioskRehearsal.Settings

    /// A rehearsal with a town, its ears and its voice; settings as of a whole kiosk, but for the folder.
    public init(
        _ assistant: Assistant, ears: Ears, voice: any Synthesiser,
        settings: KioskRehearsal.Settings = KioskRehearsal.Settings()
    ) {
        (self.assistant, self.ears, self.voice, self.settings) = (assistant, ears, voice, settings)
    }

    /// Hears the turns of stories.
    ///
    /// - Parameters:
    ///   - stories: the stories; those of other channels than a kiosk are left out.
    ///   - closedOnly: whether only answers to closed questions are heard.
    /// - Returns: the figures.
    /// - Throws: ``Speech/SpeechError`` when nobody can hear or speak.
    public func run(_ stories: [Story], closedOnly: Bool = false) async throws(SpeechError) -> RehearsedTurns {
        var rehearsed = RehearsedTurns()
        let texts = SpokenTexts(voice: voice, language: assistant.book.files.language)
        let babble = try await texts.babble(of: assistant, below: settings.noise)
        let searches = SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules)
        try await ears.prepare(searches.common())
        var count = 0
        for story in stories where story.isForKiosk {
            var conversation = assistant.conversation()
            for step in story.turns {
                let said = assistant.spokenWords(step.move)
                let expectation = conversation.expectation
                if !said.isEmpty, expectation.isClosed || !closedOnly {
                    if expectation.isClosed { try await ears.prepare([searches.search(for: expectation)]) }
                    let speaker = settings.voices[count % settings.voices.count]
                    let sound = SpokenTexts.mixed(try await texts.sound(said, voice: speaker), babble, from: count)
                    let heard = try await ears.hear(Self.stream(sound), expecting: expectation, orAny: true)
                    var other = conversation
                    let turn = await other.take(heard.input, at: step.now, in: Surroundings(.kiosk))
                    rehearsed.add(
                        isClosed: expectation.isClosed, isRight: assistant.isRight(turn, step),
                        "\(story.file):\(step.line): \(said): \(heard.verdict.rawValue) \"\(heard.utterance.text)\": "
                            + "\(turn.status.rawValue) \(turn.intent ?? "-")")
                    count += 1
                }
                _ = await conversation.take(step.move.input, at: step.now, in: Surroundings(.kiosk))
            }
        }
        return rehearsed
    }

    /// A sound as a microphone gives it, with the pauses around it.
    private static func stream(_ samples: [Int16]) -> AsyncStream<AudioChunk> {
        AsyncStream { continuation in
            continuation.yield(AudioChunk(samples: samples, rate: SpokenTexts.rate))
            continuation.finish()
        }
    }
}

extension Heard {
    /// What the conversation is given: what was not surely said is taken as a person would confirm it.
    fileprivate var input: Input { .utterance(verdict == .rejected ? Utterance("") : utterance) }
}
