import ArgumentParser
import Assistant
import Diagnostics
import Foundation
import KioskTesting
import Speech
import TopicTesting

extension EvaluateCommand {
    /// Runs stories through the whole kiosk with a scripted speaker.
    struct KioskCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "kiosk",
            abstract: "Run stories through the whole kiosk, sound to sound, with a scripted speaker.",
            discussion: """
                Each turn is said by a synthetic voice, with babble around it where --noise gives its level; what was not \
                understood is said again. Writes one JSON object: turns right at the first try for closed and open questions, \
                stories that ended in an answer or a person, times. A smoke test: no measure of people.
                """)

        @Argument(help: "Files of stories, or folders that hold some.")
        var paths: [String]

        @Option(help: "How many decibels below the speaker the babble of a hall is; none by default.")
        var noise: Double?

        @Option(help: ArgumentHelp("The folder for what the kiosk says, a WAV file a story.", valueName: "dir"))
        var out: String?

        @Option(help: "Run only so many stories, spread over all.")
        var limit: Int?

        @Option(help: "A voice of espeak-ng that speaks, or several in turn; four by default.")
        var voice: [String] = []

        @Flag(help: "Hear each turn by itself, what came before it as text, without the kiosk's loop.")
        var apart = false

        @Flag(help: "Of turns by themselves, hear only answers to closed questions.")
        var closed = false

        @Flag(help: "Write a line a turn that went otherwise.")
        var each = false

        @OptionGroup var speech: SpeechOptions
        @OptionGroup var options: TownOptions

        func validate() throws {
            if let noise, !(-10...60).contains(noise) { throw ValidationError("--noise must be from -10 to 60.") }
            if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
            if closed, !apart { throw ValidationError("--closed goes with --apart.") }
        }

        func run() async throws {
            let assistant = try options.rehearse()
            var stories: [Story] = []
            for path in paths {
                guard FileManager.default.fileExists(atPath: path) else {
                    throw Failure(status: .missingFile, message: "\(path) does not exist.")
                }
                for file in StoryRunner.files(at: path, language: options.locale) {
                    let read = Story.load(file)
                    for problem in read.diagnostics { Output.note(assistant.message(problem)) }
                    stories += read.value
                }
            }
            if let limit, stories.count > limit {
                stories = stride(from: 0, to: stories.count, by: max(1, stories.count / limit)).prefix(limit).map {
                    stories[$0]
                }
            }
            if let out { try? FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true) }
            let engine = try speech.engine(assistant)
            try await speech.warn(assistant, engine)
            var settings = KioskRehearsal.Settings()
            (settings.noise, settings.folder) = (noise, out)
            if !voice.isEmpty { settings.voices = voice }
            let ears = speech.ears(assistant, engine, rule: KioskRehearsal.rule)
            let (chosen, speaker, each) = (stories, EngineVoice(engine), each)
            if apart {
                let rehearsal = TurnRehearsal(assistant, ears: ears, voice: speaker, settings: settings)
                let report = try await speechFailures(assistant) { () async throws(SpeechError) in
                    try await rehearsal.run(chosen, closedOnly: closed)
                }
                try write(report, report.otherwise)
            } else {
                let rehearsal = KioskRehearsal(assistant, ears: ears, voice: speaker, settings: settings)
                let report = try await speechFailures(assistant) { () async throws(SpeechError) in
                    try await rehearsal.run(chosen) { title, isWell in
                        if each { Output.note((isWell ? "well " : "not well ") + title) }
                    }
                }
                try write(report, report.turns.otherwise)
            }
            await engine.stop()
        }

        private func write(_ report: some Encodable, _ otherwise: [String]) throws {
            if each { for line in otherwise { Output.line(line) } }
            try Output.json(report)
        }
    }
}
