import CivilTime
import Dialogue
import Language
import Rendering
import Synchronization
import Testing

@testable import Assistant

@Suite("Topics edited while people talk") struct LiveAssistantTests {
    private let now = Moment(Day(number: 20_777), hour: 10)

    /// What the clerk is told.
    private final class Told: Sendable {
        private let lines = Mutex<[String]>([])

        func add(_ line: String) { lines.withLock { $0.append(line) } }
        func take() -> [String] {
            lines.withLock { lines in
                defer { lines = [] }
                return lines
            }
        }
    }

    @Test("An edit is taken up; one that breaks the pack is said once and changes nothing; the conversation goes on")
    func edits() async throws {
        let town = try TopicTown(["ruches": TopicTown.bees, "vitrines": TopicTown.windows])
        defer { withExtendedLifetime(town) {} }
        let told = Told()
        let live = LiveAssistant(try town.open()) { told.add($0) }
        var conversation = await live.current().conversation()
        func say(_ text: String) async -> String {
            let assistant = await live.current()
            conversation = assistant.conversation(conversation.state)
            return assistant.answer(await conversation.take(Utterance(text), at: now), id: nil, at: now).text
        }
        #expect(await say("déclarer une ruche").contains("avant la fin de l'année"))

        let newer = TopicTown.bees.replacing("avant la fin de l'année", with: "avant le printemps")
        try town.write(newer, to: "topics/ruches/topic.yaml")
        await live.settle()
        #expect(told.take() == ["Parvis a relu les thèmes."])
        #expect(await live.generation == 1)
        #expect(await say("répète").contains("avant le printemps"))

        try town.write(newer.replacing("answers:", with: "answer:"), to: "topics/ruches/topic.yaml")
        await live.settle()
        let lines = told.take()
        #expect(
            lines.contains { $0.hasPrefix("topics/ruches/topic.yaml:14: erreur: « answer » n'existe pas ici") },
            "\(lines)")
        #expect(lines.contains { $0.contains("Le thème « ruches » a une erreur. Parvis garde la version d'avant") })
        #expect(await say("déclarer une ruche").contains("avant le printemps"))
        await live.settle()
        #expect(told.take() == [])

        // The other pack changes while the first one is still broken.
        try town.write(
            TopicTown.windows.replacing("à la mairie", with: "avant juin"), to: "topics/vitrines/topic.yaml")
        await live.settle()
        #expect(await say("le concours des vitrines").contains("avant juin"))
        #expect(await say("déclarer une ruche").contains("avant le printemps"))

        try town.write(TopicTown.bees, to: "topics/ruches/topic.yaml")
        await live.settle()
        #expect(await say("déclarer une ruche").contains("avant la fin de l'année"))
    }

    @Test("New sentences are learnt, and a pack that then takes another's questions stays as it was")
    func learning() async throws {
        let town = try TopicTown(["ruches": TopicTown.bees, "vitrines": TopicTown.windows])
        let live = LiveAssistant(try town.open())
        defer { withExtendedLifetime(town) {} }
        let question = Utterance("où mettre un hôtel à insectes")
        try town.write(
            TopicTown.bees.replacing("- je veux avoir", with: "- où mettre un hôtel à insectes\n      - je veux avoir"),
            to: "topics/ruches/topic.yaml")
        await live.settle()
        #expect(await live.current().understand(question, id: "", at: now).intent == "ruches.declarer")
        try town.write(
            TopicTown.windows.replacing("- le jury des vitrines", with: "- installer une ruche chez moi"),
            to: "topics/vitrines/topic.yaml")
        await live.settle()
        let assistant = await live.current()
        #expect(assistant.setting.registry.entry("vitrines") != nil)
        #expect(assistant.understand(Utterance("le jury des vitrines"), id: "", at: now).intent == "vitrines.concours")
    }
}
