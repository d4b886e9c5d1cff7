internal import Assistant
internal import Dialogue
internal import Language
internal import TopicKit
internal import Understanding

/// Makes what a person who does anything might do next: the same seed does the same things.
struct RandomMoves: Sendable {
    private let sentences: [String]
    private let noise: Noise
    private let samples: SampleAnswers
    private(set) var random: SplitMix

    /// - Parameters:
    ///   - assistant: whose topics are asked about.
    ///   - topic: the topic that half of the sentences are about; nil for all alike.
    ///   - seed: what decides.
    init(_ assistant: Assistant, topic: String?, seed: UInt64) {
        let registry = assistant.setting.registry
        let all = registry.definitions.flatMap { Examples.expanded($0).map(\.text) }
        let own = topic.flatMap { registry.entry($0) }.map { Examples.expanded($0.definition).map(\.text) } ?? []
        // As many sentences of the topic as of all others together.
        sentences = all + (own.isEmpty ? [] : (0..<max(1, all.count / own.count)).flatMap { _ in own })
        (noise, samples, random) = (assistant.noise, SampleAnswers(assistant), SplitMix(seed: seed))
    }

    /// The next move, given what was asked.
    mutating func next(after question: Question?, of topic: String?) -> Story.Move {
        let dice = random.number(below: 100)
        if let question, dice < 45, let move = samples.answer(to: question, of: topic, &random) { return move }
        switch dice {
        case 0..<45: return .words(sentence())
        case 45..<55: return .words(noisy(sentence()))
        case 55..<62: return .words(sentence() + " " + joint() + " " + sentence())
        case 62..<80: return .act(Act.allCases[random.number(below: Act.allCases.count)])
        case 80..<85: return .silence
        case 85..<92: return .words(word())
        default: return .words(junk())
        }
    }

    private mutating func sentence() -> String {
        sentences.isEmpty ? "" : sentences[random.number(below: sentences.count)]
    }

    private mutating func noisy(_ text: String) -> String {
        let kind = Noise.Kind.allCases[random.number(below: Noise.Kind.allCases.count)]
        return noise.degraded(text, kind: kind, rate: 0.4, seed: random.next())
    }

    /// A word out of a sentence.
    private mutating func word() -> String {
        let words = sentence().split(separator: " ")
        return words.isEmpty ? "?" : String(words[random.number(below: words.count)])
    }

    private mutating func joint() -> String { [",", "?", ".", "\n", "…", " - "][random.number(below: 6)] }

    /// What no person means: signs, figures, other scripts, a text without end.
    private mutating func junk() -> String {
        switch random.number(below: 6) {
        case 0: return String(repeating: sentence() + " ", count: 1 + random.number(below: 40))
        case 1: return String(random.next(), radix: 10)
        case 2: return "\u{0}\u{1B}[2J\u{202E}\u{FEFF}"
        case 3: return "{date} [x] %@ \\ ' \" <b>"
        case 4: return ["👩‍👩‍👧‍👦🎉", "שלום", "日本語", "e\u{301}\u{301}\u{301}"][random.number(below: 4)]
        default:
            var text = String.UnicodeScalarView()
            for _ in 0..<(1 + random.number(below: 40)) {
                if let scalar = Unicode.Scalar(UInt32(random.number(below: 0x2FFF))) { text.append(scalar) }
            }
            return String(text)
        }
    }
}

/// Answers a question with something that may be answered.
struct SampleAnswers: Sendable {
    private let registry: Registry

    init(_ assistant: Assistant) { registry = assistant.setting.registry }

    /// A choice, a name of the slot, a yes or a no; nil where nothing is known of what may be answered.
    func answer(to question: Question, of topic: String?, _ random: inout SplitMix) -> Story.Move? {
        if !question.choices.isEmpty {
            return .choice(question.choices[random.number(below: question.choices.count)].id)
        }
        let definition = topic.flatMap { registry.entry($0)?.definition }
        let texts =
            question.isYesNo
            ? registry.core.names["answer"]?.map(\.text)
            : definition?.names[question.slot]?.map(\.text) ?? definition?.samples[question.slot]
        guard let texts, !texts.isEmpty else { return nil }
        return .words(texts[random.number(below: texts.count)])
    }
}
