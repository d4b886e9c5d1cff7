import ArgumentParser
import Assistant
import Foundation
import KioskChannel
import Language
import Speech

/// Says a text aloud, or into a file.
struct SpeakCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speak", abstract: "Say a text aloud, or write its sound to a WAV file.",
        discussion: "Figures, dates and short forms are said in words, as in the answers.")

    @Argument(help: "The text; - reads standard input.")
    var text: String

    @Option(help: ArgumentHelp("Write the sound to this WAV file instead of playing it.", valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("Words a minute as measured on the sound, 120 to 500.", valueName: "words"))
    var rate = 155

    @Option(help: ArgumentHelp("Louder or softer, in decibels: -30 to 12.", valueName: "dB"))
    var volume = 0.0

    @Option(help: ArgumentHelp("Milliseconds of silence between two sentences, up to 5000.", valueName: "ms"))
    var pause = 400

    @Option(help: ArgumentHelp("The loudspeaker, as ALSA names it.", valueName: "device"))
    var outputDevice: String?

    @Flag(help: "Write what would be said, and say nothing.")
    var printSpoken = false

    @OptionGroup var speech: SpeechOptions
    @OptionGroup var options: TownOptions

    func validate() throws {
        guard (120...500).contains(rate) else { throw ValidationError("--rate must be from 120 to 500.") }
        guard (-30...12).contains(volume) else { throw ValidationError("--volume must be from -30 to 12.") }
        guard (0...5_000).contains(pause) else { throw ValidationError("--pause must be from 0 to 5000.") }
    }

    func run() async throws {
        let assistant = try options.rehearse()
        let spoken = assistant.languageRules.spoken(text == "-" ? try Self.standardInput() : text)
        if printSpoken { return Output.line(spoken) }
        let engine = try speech.engine(assistant)
        let request = SpeechRequest(
            spoken, language: options.locale, voice: speech.voice, wordsPerMinute: rate, volume: volume, pause: pause,
            pronunciations: assistant.pronunciations)
        try await speechFailures(assistant) { () async throws(SpeechError) in
            let file = try out.map { path throws(SpeechError) in try FileLoudspeaker(path, rate: 22_050) }
            let sink: any AudioSink = file ?? EngineLoudspeaker(engine, device: outputDevice)
            try await speech.voice(engine).say(request, into: sink)
            await file?.close()
        }
        await engine.stop()
    }

    private static func standardInput() throws -> String {
        let data = try FileHandle.standardInput.readToEnd() ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
