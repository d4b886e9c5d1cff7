import Assistant
import CivilTime
import Diagnostics
import Foundation
import KioskTesting
import Synchronization
import Testing
import TopicTesting

@testable import KioskChannel
@testable import Speech

/// Hears texts in their order, whatever is said.
final class OrderedRecogniser: Recogniser {
    let name = "ordered"
    let followsSearches = true
    private let texts: Mutex<[String]>

    init(_ texts: [String]) { self.texts = Mutex(texts) }

    func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) {}

    func recognise(_ audio: AsyncStream<AudioChunk>, search: String) async throws(SpeechError) -> Recognition {
        for await _ in audio {}
        return Recognition(text: texts.withLock { $0.isEmpty ? "" : $0.removeFirst() })
    }
}

@Suite("What a town's conversations listen for")
struct ListeningTests {
    private static let town = try? Assistant.rehearsal(town: nil, locale: "fr")
    private let assistant: Assistant

    init() throws { assistant = try #require(Self.town) }

    @Test(
        "Questions with any day, those that lean on the last one, and words as a dictionary has them",
        arguments: [
            ("on mange quoi à la cantine lundi", true), ("et mercredi", true),
            ("et pour le trente et un décembre", true),
            ("y a quoi à la cantine demain", true), ("ya koi a la cantine demain", false),
            ("et la poubelle jaune", true),
        ])
    func questions(sentence: String, isThere: Bool) {
        let maker = SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules)
        let sentences = Set(maker.sentences().map { $0.words.joined(separator: " ") })
        #expect(sentences.contains(sentence) == isThere)
    }

    @Test("Nobody greets in the middle of an answer")
    func commands() {
        let material = assistant.listeningMaterial
        #expect(material.commands.contains("répète"))
        #expect(!material.commands.contains("bonjour"))
        #expect(material.questions.contains { $0.text == "bonjour" })
    }

    @Test("Turns of a story are heard one by one, the others known from their text")
    func turns() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "turns-" + UUID().uuidString + ".yaml")
        defer { try? FileManager.default.removeItem(at: folder) }
        try """
        - story: the yellow bin
          now: 2026-11-20T10:00
          turns:
            - user: quand passe la poubelle jaune
              asks: street
            - user: rue des tilleuls
              status: answered
            - user: merci
              intent: core.help
        """.write(to: folder, atomically: true, encoding: .utf8)
        let stories = Story.load(folder.path)
        #expect(stories.diagnostics.isEmpty)
        let rehearsal = TurnRehearsal(
            assistant,
            ears: Ears(
                first: OrderedRecogniser(["quand passe la poubelle jaune", "rue des tilleuls", "merci"]),
                rules: assistant.languageRules), voice: LetterVoice())
        let report = try await rehearsal.run(stories.value)
        #expect((report.closed, report.closed_right) == (1, 1))
        #expect((report.open, report.open_right) == (2, 1))
        #expect(report.otherwise.count == 1)
        #expect(report.otherwise.first?.contains("merci: accepted") == true)
    }
}
