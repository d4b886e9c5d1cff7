internal import Assistant
internal import CivilTime
internal import Diagnostics
internal import Dialogue
internal import Language
internal import Rendering
internal import TopicKit
internal import Understanding

/// One topic on trial: what it says of itself, and what comes of what people say.
struct Trial: Sendable {
    /// How many questions an example may lead to before it is given up.
    private static let mostQuestions = 8

    let entry: Registry.Entry
    let assistant: Assistant
    let now: Moment

    var id: String { entry.manifest.id }

    // MARK: Words

    /// What is wrong with the topic's wordings, and slots that nothing uses.
    func words() -> [Diagnostic] {
        let file = id + ".yaml"
        let used = Set(entry.manifest.intents.flatMap(\.slots))
        let idle = entry.manifest.slots.filter { slot in
            // A slot with words of the language alone tells what a question is about.
            !used.contains(slot.name) && slot.entries.isEmpty && entry.definition.names[slot.name]?.isEmpty ?? true
        }
        return assistant.book.check().filter { $0.file == file }
            + idle.map { Diagnostic(.warning, "conformance.idle-slot", ["slot": $0.name], file: file) }
    }

    /// Intents that no story tells of.
    func untold(in heard: [TrialAnswer], hasStories: Bool) -> [Diagnostic] {
        guard hasStories else { return [Diagnostic(.error, "conformance.no-story", ["topic": id])] }
        let told = Set(heard.compactMap(\.heard.turn.intent))
        return entry.manifest.intents.map(\.id).filter { !told.contains($0) }.map {
            Diagnostic(.error, "conformance.untold-intent", ["intent": $0])
        }
    }

    // MARK: Examples

    /// Says each example sentence in a conversation of its own, and answers what is asked.
    ///
    /// - Returns: sentences that another intent takes, and every answer of the topic.
    func examples() async -> (strays: [Diagnostic], answers: [TrialAnswer]) {
        var (strays, answers): ([Diagnostic], [TrialAnswer]) = ([], [])
        let samples = SampleAnswers(assistant)
        var random = SplitMix(seed: 1)
        for example in Examples.expanded(entry.definition) where !example.isVariant {
            var talk = StoryTalk(assistant)
            var heard = await talk.take(.words(example.text), at: now)
            if heard.turn.topic != id {
                strays.append(
                    Diagnostic(
                        .warning, "conformance.stray-example",
                        ["sentence": example.text, "taken": heard.turn.intent ?? heard.turn.status.rawValue]))
            }
            answers.append(TrialAnswer(question: example.text, heard: heard, now: now))
            for _ in 0..<Self.mostQuestions {
                guard let question = talk.pending, let move = samples.answer(to: question, of: talk.topic, &random)
                else { break }
                heard = await talk.take(move, at: now)
                let path = (answers.last?.question ?? "") + " / " + move.written
                answers.append(TrialAnswer(question: path, heard: heard, now: now))
            }
        }
        return (strays, answers.filter { $0.isOf(id) })
    }

    // MARK: Answers

    /// What is wrong with answers: nothing to read, phrases that are not there, words that are not plain, no source,
    /// sources that are out of date.
    func answers(_ answers: [TrialAnswer]) -> [Diagnostic] {
        let lint = assistant.answerLint(today: now.day)
        return answers.flatMap { answer -> [Diagnostic] in
            var found: [Diagnostic] = []
            if answer.heard.text.allSatisfy(\.isWhitespace) {
                found.append(Diagnostic(.error, "conformance.no-text", ["question": answer.question]))
            }
            found += answer.heard.turn.reply.phrases.flatMap { assistant.book.check($0) }
            found += lint.problems(in: answer.heard.turn, at: answer.now).filter { $0.severity == .error }
            return found + evidence(of: answer.heard.turn.reply, to: answer.question, on: answer.now.day)
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What is wrong with the sources of an answer on a day.
    func evidence(of reply: Reply, to question: String, on day: Day) -> [Diagnostic] {
        guard reply.status == .answered, reply.question == nil else { return [] }
        if reply.evidence.isEmpty {
            return [Diagnostic(.error, "conformance.no-evidence", ["question": question])]
        }
        return reply.evidence.filter { !$0.isValid(on: day) }.map { evidence in
            Diagnostic(
                .error, "conformance.stale-evidence",
                ["question": question, "source": evidence.source, "day": day.iso])
        }
    }
}

/// An answer of the topic on trial.
struct TrialAnswer: Sendable {
    /// What was said, with the answers to the topic's own questions.
    let question: String
    let heard: Heard
    /// When.
    let now: Moment

    /// Whether the topic itself answered, rather than the conversation about an earlier answer.
    func isOf(_ topic: String) -> Bool {
        heard.turn.topic == topic && heard.turn.intent.map { Intent.topic(of: $0) } == topic
    }
}
