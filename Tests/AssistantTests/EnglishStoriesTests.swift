import Assistant
import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Language
import Rendering
import Testing
import TopicTesting

@Suite struct EnglishStoriesTests {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    @Test("Conversations in English go as they were written down")
    func stories() async throws {
        let file = Self.root + "/Tests/Stories/en/valclair.yaml"
        let stories = Story.load(file).value
        #expect(stories.count >= 12)
        let topics = Set(stories.flatMap(\.turns).compactMap { $0.expected.intent?.prefix { $0 != "." } })
        #expect(topics.isSuperset(of: ["waste", "canteen", "events", "civil-status", "hours"]))
        try await StoryRunner(try Assistant.rehearsal(locale: "en")).expectAll(in: file)
    }

    @Test("What English lacks is said, and nothing else")
    func gaps() throws {
        let assistant = try Assistant.open(locale: "en")
        // The packs of the example commune are in French, each with its own message.
        #expect(
            Set(assistant.problems.map(\.code)).isSubset(
                of: ["language.no-lexicon", "language.untranslated", "topic.other-language"]))
        let french = assistant.problems.filter { $0.code == "topic.other-language" }.compactMap {
            $0.arguments["topic"]
        }
        #expect(Set(french) == ["animaux", "cimetiere", "marche", "salles"])
        #expect(assistant.problems.contains { $0.code == "language.no-lexicon" })
        let ids = Set(assistant.topicLines().compactMap { $0.split(separator: "\t").first })
        #expect(ids.isSuperset(of: ["waste", "canteen", "civil-status", "hours", "events"]))
    }

    @Test("Arabic greets, says what it lacks, and hands over to a person with the town hall's number")
    func arabic() async throws {
        let assistant = try Assistant.open(locale: "ar")
        let codes = Set(assistant.problems.map(\.code))
        #expect(codes.isSuperset(of: ["language.no-grammar", "language.no-lexicon", "topic.no-words"]))
        #expect(assistant.problems.allSatisfy { $0.severity < .error })
        let now = try #require(Moment(iso: "2026-11-20T10:00"))
        var conversation = assistant.conversation()
        func ask(_ text: String) async -> (status: String, text: String) {
            let answer = assistant.answer(await conversation.take(Utterance(text), at: now), id: nil, at: now)
            return (answer.status, answer.text)
        }
        #expect(await ask("مرحبا").text.hasPrefix("مرحبا. أنا المساعد الآلي"))
        let waste = await ask("متى تمر شاحنة القمامة")
        #expect(waste.status == "handover")
        #expect(waste.text.contains("لا أجيب بعد بالعربية عن النفايات"))
        // A mark of direction keeps the number from being turned round within the Arabic line.
        #expect(waste.text.contains("الهاتف: \u{200E}01 99 00 12 00."))
        #expect(await ask("أريد التحدث إلى شخص").status == "handover")
        #expect(await ask("إلى اللقاء").text.contains("إلى اللقاء"))
    }
}
