import Assistant
import CivilTime
import Dialogue
import Foundation
import KioskChannel
import Language
import Rendering
import Speech
import Synchronization
import TopicKit
import TopicTesting

/// One story in front of a kiosk.
struct StoryRehearsal: Sendable {
    /// What came of it.
    struct Outcome: Sendable {
        var isWell = false
        var turns = RehearsedTurns()
        var astray = 0
        var decoding: [Double] = []
        var sounds: [Double] = []
    }

    /// How often a person says the same thing before they go on to another, and before they leave without an answer.
    private static let (mostTries, mostLastTries) = (3, 8)

    private let story: Story
    private let assistant: Assistant
    private let ears: Ears
    private let searches: SearchMaker
    private let voice: any Synthesiser
    private let voices: SpokenTexts
    private let speakerName: String
    private let babble: [Int16]
    private let output: String?

    init(
        _ story: Story, _ assistant: Assistant, _ ears: Ears, _ searches: SearchMaker, _ voice: any Synthesiser,
        _ texts: SpokenTexts, speaker: String, babble: [Int16], output: String?
    ) {
        (self.story, self.assistant, self.ears, self.searches, self.voice) = (story, assistant, ears, searches, voice)
        (voices, speakerName, self.babble, self.output) = (texts, speaker, babble, output)
    }

    func run() async throws(SpeechError) -> Outcome {
        let (keys, pressed) = AsyncStream<KioskKey>.makeStream()
        let speaker = ScriptedSpeaker(babble: babble, confirmation: try await confirmation()) {
            pressed.yield(.choose)
        }
        let figures = Mutex(Outcome())
        let moment = Mutex(story.turns.first?.now ?? assistant.clock.now())
        let (turns, answered) = AsyncStream<Turn>.makeStream()
        let talker = await KioskTalker(
            LiveAssistant(assistant), now: { moment.withLock { $0 } }, record: { answered.yield($0) })
        var settings = Kiosk.Settings()
        (settings.isLive, settings.language) = (false, voices.language)
        let sink: any AudioSink
        if let output { sink = try FileLoudspeaker(output) } else { sink = SilentLoudspeaker() }
        let kiosk = await Kiosk(
            Kiosk.Parts(
                talker: talker, ears: ears,
                searches: searches, voice: voice,
                source: speaker, sink: sink, screen: speaker, keys: keys), settings: settings
        ) { figure in
            figures.withLock { figures in
                if case .decoded(_, let seconds) = figure { figures.decoding.append(seconds) }
                if case .firstSound(let seconds) = figure { figures.sounds.append(seconds) }
            }
        }
        let sounds = try await prepare()
        if let first = sounds.first { speaker.say(first, texts(0)) }
        let running = Task { () -> SpeechError? in
            // A kiosk that ends without another turn ends the story too: nobody waits for an answer that cannot come.
            defer {
                answered.finish()
                pressed.finish()
            }
            do throws(SpeechError) {
                try await kiosk.run()
                return nil
            } catch {
                return error
            }
        }
        let judged = await follow(turns, sounds, speaker) { next in moment.withLock { $0 = next } }
        if let error = await running.value { throw error }
        await (sink as? FileLoudspeaker)?.close()
        var outcome = judged
        figures.withLock { (outcome.decoding, outcome.sounds) = ($0.decoding, $0.sounds) }
        return outcome
    }

    /// The sound of each turn; silence for one in which nothing is said.
    private func prepare() async throws(SpeechError) -> [[Int16]] {
        var talk: [[Int16]] = []
        for turn in story.turns {
            let text = assistant.spokenWords(turn.move)
            talk.append(text.isEmpty ? [] : try await voices.sound(text, voice: speakerName))
        }
        return talk
    }

    /// What the speaker answers to "did you say".
    private func confirmation() async throws(SpeechError) -> ScriptedSpeaker.Confirmation {
        let words = KioskWords(book: assistant.book)
        let opening =
            words.line("did-you-say", ["words": .text("#")]).split(separator: "#").first.map(String.init) ?? ""
        let sentence = SpokenSentence(assistant.languageRules)
        return ScriptedSpeaker.Confirmation(
            opening: opening, yes: try await voices.sound(assistant.answerWords("yes") ?? "", voice: speakerName),
            no: try await voices.sound(assistant.answerWords("no") ?? "", voice: speakerName)
        ) { line, said in
            let (asked, wanted) = (sentence.words(of: String(line.dropFirst(opening.count))), sentence.words(of: said))
            return !asked.isEmpty && asked.count(where: wanted.contains) * 2 > asked.count
        }
    }

    private func texts(_ index: Int) -> String { assistant.spokenWords(story.turns[index].move) }

    // MARK: What comes back

    /// Judges each answer, and says the next thing or the same again.
    private func follow(
        _ turns: AsyncStream<Turn>, _ sounds: [[Int16]], _ speaker: ScriptedSpeaker, at time: (Moment) -> Void
    ) async -> Outcome {
        var outcome = Outcome()
        var (index, tries) = (0, 0)
        var (isClosed, isAstray) = (false, false)
        var (last, isAsTold): (Turn?, Bool) = (nil, false)
        for await turn in turns {
            guard story.turns.indices.contains(index) else { break }
            tries += 1
            let (step, isRight) = (story.turns[index], assistant.isRight(turn, story.turns[index]))
            if tries == 1 {
                if isAstray {
                    outcome.astray += 1
                } else {
                    outcome.turns.add(
                        isClosed: isClosed, isRight: isRight,
                        "\(story.file):\(step.line): \(turn.status.rawValue) \(turn.intent ?? "-")")
                }
            }
            (last, isAsTold) = (turn, isRight)
            // Nobody leaves in the middle of a question: whoever is not understood says it until there is an answer, or a person.
            let isLast = index == story.turns.count - 1
            guard isRight || tries >= (isLast && !turn.isAnEnd ? Self.mostLastTries : Self.mostTries) else {
                speaker.say(sounds[index], texts(index))
                continue
            }
            // A person who was asked something else would not go on with the story's words.
            (index, tries, isAstray) = (index + 1, 0, !isRight)
            isClosed = turn.reply.question.map { !$0.takesAnyWords } ?? false
            guard story.turns.indices.contains(index) else { break }
            time(story.turns[index].now)
            speaker.say(sounds[index], texts(index))
        }
        speaker.leave()
        // A story may end with a question of its own.
        outcome.isWell = (last?.isAnEnd ?? false) || (isAsTold && index >= story.turns.count)
        return outcome
    }
}

extension Turn {
    /// Whether somebody may leave with it: an answer, or a person who has one.
    fileprivate var isAnEnd: Bool {
        [.answered, .done, .unknown, .refused, .handover].contains(status) || !reply.parts.isEmpty
    }
}
