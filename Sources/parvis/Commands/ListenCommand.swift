import ArgumentParser
import Assistant
import CivilTime
import Foundation
import KioskChannel
import Language
import Speech

/// Hears sound files.
struct ListenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen", abstract: "Hear WAV files: what was said, and what it means.",
        discussion: """
            Writes one JSON object a file. Any rate, 8 to 32 bits, any channels; the first minute of a file is listened to. \
            --expect takes what a dialogue waits for: question, yes-no, time, number, a kind of amount, a slot of a topic, \
            choices as "a|b|c", or a file with one choice a line.
            """)

    @Argument(help: "The WAV files.")
    var files: [String]

    @Option(help: ArgumentHelp("What is listened for.", valueName: "state"))
    var expect = "question"

    @OptionGroup var speech: SpeechOptions
    @OptionGroup var options: TownOptions

    func run() async throws {
        let assistant = try options.rehearse()
        guard let expectation = Expectation(named: expect, in: assistant) else {
            let known = Expectation.names(in: assistant).joined(separator: ", ")
            throw ValidationError("Nothing is '\(expect)'. Write one of \(known), choices as \"a|b\", or a file.")
        }
        let engine = try speech.engine(assistant)
        try await speech.warn(assistant, engine)
        let hearing = FileHearing(
            assistant, ears: speech.ears(assistant, engine, patience: SpeechOptions.filePatience),
            expecting: expectation,
            now: try options.moment(assistant.clock))
        try await speechFailures(assistant) { () async throws(SpeechError) in try await hearing.prepare() }
        var failed: Failure?
        for file in files {
            do throws(SpeechError) {
                let report = try await hearing.hear(file) { Output.note(assistant.message($0)) }
                try? Output.json(report)
            } catch {
                // The other files are heard all the same; the status is that of the first that could not be.
                let failure = Failure(speech: error, assistant)
                Output.note(failure.message)
                failed = failed ?? failure
            }
        }
        await engine.stop()
        if let failed { throw ExitCode(failed.status.rawValue) }
    }
}
