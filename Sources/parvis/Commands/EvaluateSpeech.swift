import ArgumentParser
import Assistant
import CivilTime
import Foundation
import KioskChannel
import Speech

extension EvaluateCommand {
    /// Judges how well recordings are heard.
    struct SpeechCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "speech", abstract: "Judge how well recordings are heard and understood, by speaker.",
            discussion: """
                The folder is one that "record" made, or WAV files each with its text in a .txt file of the same name; folders in \
                it are speakers. Writes one JSON object: word error rate, sentence and intent accuracy, false accepts and \
                rejects, real-time factor. "closed" makes one grammar of all the sentences; half of them at a time are then \
                left out, to count how many are taken for others.
                """)

        @Argument(help: "The folder of the recordings.")
        var directory: String

        @Option(
            help: "What is listened for: open, closed.",
            transform: { text in
                guard let manner = SpeechEvaluation.Manner(rawValue: text) else {
                    let known = SpeechEvaluation.Manner.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("Nothing is '\(text)'. Write one of \(known).")
                }
                return manner
            })
        var expect = SpeechEvaluation.Manner.open

        @Flag(help: "Write a line a recording too: whether it was right, its file, what was heard.")
        var each = false

        @OptionGroup var speech: SpeechOptions
        @OptionGroup var options: TownOptions

        func run() async throws {
            let assistant = try options.rehearse()
            let corpus = SpokenCorpus(folder: directory)
            for problem in corpus.problems { Output.note(assistant.message(problem)) }
            guard !corpus.items.isEmpty else { throw ExitCode(Failure.Status.badData.rawValue) }
            let engine = try speech.engine(assistant)
            try await speech.warn(assistant, engine)
            let evaluation = SpeechEvaluation(
                assistant, ears: speech.ears(assistant, engine, patience: SpeechOptions.filePatience),
                now: try options.moment(assistant.clock))
            let report = try await speechFailures(assistant) { () async throws(SpeechError) in
                try await evaluation.run(corpus, expect) { file, text, isRight in
                    if each { Output.line((isRight ? "right " : "wrong ") + file + " " + text) }
                }
            }
            await engine.stop()
            try Output.json(report)
        }
    }
}
