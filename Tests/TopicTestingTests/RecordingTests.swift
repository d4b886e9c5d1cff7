import Assistant
import CivilTime
import Diagnostics
import Dialogue
import Language
import Testing
import TopicTesting

@Suite("Writing a conversation down")
struct RecordingTests {
    private static let start = Moment(Day(number: 20_777), hour: 10)

    @Test("What is recorded goes the same way when it is replayed")
    func recorder() async throws {
        let assistant = try Assistant.rehearsal()
        var recorder = StoryRecorder(title: "oui : une \"histoire\"", start: Self.start)
        var (conversation, now) = (assistant.conversation(), Self.start)
        for words in ["quand passe la poubelle jaune ?", "rue des Tilleuls", "oui: [non]", "répète", "123", "- tiret"] {
            recorder.add(words, await conversation.take(Utterance(words), at: now), by: assistant, at: now)
            now = now.adding(minutes: 2)
        }
        let read = Story.read(try recorder.yaml(), file: "r.yaml")
        #expect(read.diagnostics.isEmpty)
        let story = try #require(read.value.first)
        #expect(story.title == "oui : une \"histoire\"")
        #expect(story.turns.map(\.now) == (0..<6).map { Self.start.adding(minutes: 2 * $0) })
        #expect(story.turns[0].expected.asks == "street")
        #expect(story.turns[1].expected.slots["street"] == "rue des Tilleuls")
        #expect(story.turns.allSatisfy { !$0.expected.says.isEmpty })
        #expect(await StoryRunner(assistant).run(story).map(\.description) == [])
    }

    @Test("What a terminal showed becomes a story")
    func transcript() async throws {
        let assistant = try Assistant.rehearsal()
        let shown = """
            Bonjour. Écrivez votre question.
            Votre question : bonjour
            Réponse.
            Bonjour. Je réponds à vos questions.
            Fin de la réponse.
            Question 2 :
            Question 2 : quand passe la poubelle jaune rue des Tilleuls ?
            Réponse 2.
            La poubelle jaune passe mardi 24 novembre, rue des Tilleuls. Sortez-la lundi soir.
            Fin de la réponse 2.
            """
        let yaml = try #require(
            try StoryTranscript.story(from: shown, title: "t", by: assistant, at: Self.start))
        let turns = try #require(Story.read(yaml, file: "t.yaml").value.first).turns
        #expect(turns.map(\.move) == [.words("bonjour"), .words("quand passe la poubelle jaune rue des Tilleuls ?")])
        #expect(
            turns.map(\.expected.says) == [
                ["Bonjour."], ["La poubelle jaune passe mardi 24 novembre, rue des Tilleuls."],
            ])
        #expect(try StoryTranscript.story(from: "rien", title: "t", by: assistant, at: Self.start) == nil)
    }
}
