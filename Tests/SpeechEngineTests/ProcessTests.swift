import Foundation
import Testing
import Wyoming

/// The program itself, over its pipes.
@Suite("parvis-speech")
struct ProcessTests {
    /// What it answers to some bytes, and its status.
    private func run(_ bytes: [UInt8], arguments: [String] = []) throws -> (events: [WyomingEvent], status: Int32) {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        let writer = Thread {
            try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
            try? input.fileHandleForWriting.close()
        }
        writer.start()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var decoder = WyomingDecoder()
        decoder.append(answer)
        var events: [WyomingEvent] = []
        while let event = try decoder.next() { events.append(event) }
        return (events, process.terminationStatus)
    }

    /// Beside the tests, where every product of the package is built.
    private static var program: URL {
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var folder = tests.deletingLastPathComponent()
        for _ in 0..<4 where !FileManager.default.fileExists(atPath: folder.appending(path: "parvis-speech").path) {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "parvis-speech")
    }

    private func bytes(_ messages: any WyomingMessage...) -> [UInt8] { messages.flatMap { WyomingEvent($0).bytes } }

    @Test("Says what it is, and answers a ping")
    func describe() throws {
        let (events, status) = try run(bytes(DescribeMessage(), PingMessage(text: "x")))
        #expect(status == 0)
        let info = try #require(try events.compactMap { try $0.message(InfoMessage.self) }.first)
        #expect(info.parvis?.version == 1)
        #expect(info.tts?.first?.voices?.contains { $0.name == "fr" } == true)
        #expect(events.contains(WyomingEvent(PongMessage(text: "x"))))
    }

    @Test("Speaks, and what it says can be stopped")
    func speak() throws {
        let (events, status) = try run(bytes(SynthesizeMessage(text: "Bonjour.", parvis: .init(marks: true))))
        #expect(status == 0)
        #expect(events.first?.type == AudioStartMessage.type)
        #expect(events.last == WyomingEvent(AudioStopMessage(stream: .synthesis)))
        #expect(events.contains { $0.type == MarkMessage.type })
        #expect(events.filter { $0.type == AudioChunkMessage.type }.allSatisfy { $0.audioStream == .synthesis })
    }

    @Test("Refuses what it cannot do, names it, and goes on")
    func refusals() throws {
        let (events, status) = try run(
            bytes(
                SynthesizeMessage(text: "Oui.", voice: .init(name: "nobody")),
                TranscribeMessage(parvis: .init(search: "none")), AudioStopMessage(), CaptureMessage(device: "nobody"))
                + WyomingEvent(type: "synthesize", data: Data(#"{"text":1}"#.utf8)).bytes
                + WyomingEvent(type: "stranger").bytes + bytes(PingMessage()))
        #expect(status == 0)
        let errors = try events.compactMap { try $0.message(ErrorMessage.self) }
        let told = Set(errors.map { ($0.event ?? "") + " " + ($0.code ?? "") })
        #expect(told.isSuperset(of: ["synthesize no-voice", "parvis-capture no-device", "synthesize wrong-data"]))
        #expect(told.contains("transcribe unknown-search") || told.contains("transcribe no-model"))
        #expect(events.contains { $0.type == PongMessage.type })
    }

    @Test(
        "Ends with a status of its own where its input is no Wyoming",
        arguments: ["nonsense\n", "{\"type\":\"x\",\"data_length\":-4}\n"])
    func malformed(text: String) throws {
        let (events, status) = try run(Array(text.utf8))
        #expect(status == 65)
        #expect(try events.first?.message(ErrorMessage.self)?.code == "malformed")
    }

    @Test("Ends at once with no input, and warns of a folder that is no model")
    func noModel() throws {
        #expect(try run([]).status == 0)
        let (events, _) = try run(bytes(DescribeMessage()), arguments: ["--acoustic-model", "/nowhere"])
        let info = try #require(try events.first?.message(InfoMessage.self))
        #expect(info.parvis?.warnings.contains("no-model") == true)
        #expect(info.asr == [])
    }
}
