import ArgumentParser
import Assistant
import CivilTime
import Foundation
import KioskChannel
import Language
import Speech

/// Records people who agreed, so that a town can measure how well it hears its own.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record sentences of people who agree, to measure how well they are heard.",
        discussion: """
            Asks for consent in words and keeps it, then shows one sentence after the other to be read aloud. Recordings stay in \
            the folder, which only its owner may read; --delete erases them all. "evaluate speech" judges the folder.
            """)

    @Argument(help: "The folder of the recordings.")
    var directory: String

    @Flag(help: "Erase every recording of the folder, with its text and the consents.")
    var delete = false

    @Option(help: ArgumentHelp("The speaker, by an invented name; asked for by default.", valueName: "name"))
    var speaker: String?

    @Option(
        help: ArgumentHelp(
            "Sentences to read, one a line; questions of the town's topics by default.", valueName: "file"))
    var prompts: String?

    @Option(help: "How many sentences to read.")
    var count = 30

    @Option(help: ArgumentHelp("A WAV file that stands for the microphone.", valueName: "file"))
    var audioIn: String?

    @Option(help: ArgumentHelp("The microphone, as ALSA names it.", valueName: "device"))
    var inputDevice: String?

    @OptionGroup var options: TownOptions

    func validate() throws {
        if !(1...1000).contains(count) { throw ValidationError("--count must be from 1 to 1000.") }
    }

    func run() async throws {
        let assistant = try options.rehearse()
        let words = KioskWords(book: assistant.book)
        let folder = RecordingFolder(directory)
        if delete {
            let erased = folder.deleteAll()
            Output.line(
                erased == 0 ? words.line("record-nothing") : words.line("record-deleted", ["count": .count(erased)]))
            return
        }
        let sentences = try self.sentences(assistant)
        let engine = audioIn == nil ? try SpeechOptions.parse([]).engine(assistant) : nil
        let question = words.line("record-consent")
        Output.line(question)
        Output.line(words.line("record-how-to-answer"))
        let answer = answerLine()
        guard says("record-yes", answer, assistant) else { return Output.line(words.line("record-refused")) }
        if speaker == nil { Output.line(words.line("record-speaker")) }
        let name = speaker ?? answerLine()
        let now = try options.moment(assistant.clock)
        try await speechFailures(assistant) { () async throws(SpeechError) in
            try folder.keepConsent(
                speaker: name, time: now.iso, question: question, answer: answer)
        }
        let source: any AudioSource =
            audioIn.map { FileMicrophone($0) } ?? engine.map { EngineMicrophone($0, device: inputDevice) }
            ?? FileMicrophone("")
        let kept = try await read(sentences, to: Recorder(source), folder, name, words, assistant)
        await engine?.stop()
        Output.line(words.line("record-end", ["count": .count(kept)]))
    }

    /// Shows each sentence and records it, again where it was not heard or not wanted.
    private func read(
        _ sentences: [String], to recorder: Recorder, _ folder: RecordingFolder, _ name: String, _ words: KioskWords,
        _ assistant: Assistant
    ) async throws -> Int {
        var kept = 0
        var (index, isRepeated) = (0, false)
        while index < sentences.count {
            Output.line(
                words.line(
                    "record-prompt", ["number": .count(index + 1), "count": .count(sentences.count)]))
            Output.line(sentences[index])
            _ = answerLine()
            let chunk = try await speechFailures(assistant) { () async throws(SpeechError) in
                try await recorder.record()
            }
            guard let chunk else {
                Output.line(words.line("record-quiet"))
                // A file that ended gives nothing more, however often it is asked.
                if isRepeated || audioIn != nil { break }
                isRepeated = true
                continue
            }
            isRepeated = false
            Output.line(words.line("record-done"))
            let answer = answerLine()
            if says("record-again", answer, assistant) { continue }
            if !says("record-skip", answer, assistant) {
                let text = sentences[index]
                let number = index + 1
                try await speechFailures(assistant) { () async throws(SpeechError) in
                    try folder.keep(chunk, text: text, speaker: name, number: number)
                }
                kept += 1
            }
            index += 1
        }
        return kept
    }

    private func sentences(_ assistant: Assistant) throws -> [String] {
        guard let prompts else { return assistant.readingPrompts(count: count) }
        guard let data = FileManager.default.contents(atPath: prompts) else {
            throw Failure(status: .missingFile, message: "\(prompts) does not exist.")
        }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        return Array(lines.filter { $0.contains(where: \.isLetter) }.prefix(count))
    }

    private func answerLine() -> String {
        (readLine() ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func says(_ list: String, _ answer: String, _ assistant: Assistant) -> Bool {
        (assistant.book.files.topics["kiosk"]?.lists[list] ?? []).contains(answer.lowercased())
    }
}
