import Foundation
import Speech
import Testing

@testable import KioskChannel

@Suite("Recordings of people who agreed")
struct RecordingTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "voices-" + UUID().uuidString).path

    @Test("An utterance is kept with its text, for its owner's eyes; erasing leaves nothing of ours")
    func kept() async throws {
        let folder = RecordingFolder(path)
        try folder.keepConsent(speaker: "voix 1", time: "2026-11-20T10:00", question: "D'accord ?", answer: "oui")
        let chunk = AudioChunk(samples: [1, 2, 3], rate: 16_000)
        try folder.keep(chunk, text: "quand passe la poubelle", speaker: "voix 1", number: 1)
        try folder.keep(chunk, text: "oui", speaker: "../voix", number: 2)
        let corpus = SpokenCorpus(folder: path)
        #expect(corpus.items.map(\.file) == ["voix-1/001.wav", "---voix/002.wav"])
        #expect(try WAVReader(corpus.path(corpus.items[0])).all().samples == [1, 2, 3])
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/voix-1/001.wav")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try Data("autre".utf8).write(to: URL(filePath: path + "/autre.txt"))
        #expect(folder.deleteAll() == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["autre.txt"])
        #expect(RecordingFolder(path).deleteAll() == 0)
        try FileManager.default.removeItem(atPath: path)
    }

    @Test("One utterance at a time, without the silence before it")
    func recorded() async throws {
        let samples =
            LetterSound.silence(1) + LetterSound.encode("un deux trois") + LetterSound.silence(2)
            + LetterSound.encode("quatre cinq six") + LetterSound.silence(0.4)
        let recorder = Recorder(MemoryMicrophone(samples: samples))
        let first = try #require(try await recorder.record())
        #expect(LetterSound.decode(first.samples) == "un deux trois")
        #expect(first.seconds < 2.5)
        let second = try #require(try await recorder.record())
        #expect(LetterSound.decode(second.samples) == "quatre cinq six")
        #expect(try await recorder.record() == nil)
    }
}
