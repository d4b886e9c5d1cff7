import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Language
import Rendering
import Testing
import TopicTesting
import TownStore

@testable import Assistant

@Suite("Topic packs of a town") struct TopicPacksTests {
    private let now = Moment(Day(number: 20_777), hour: 10)

    private func answer(_ assistant: Assistant, _ text: String) async -> String {
        var conversation = assistant.conversation()
        return assistant.answer(await conversation.take(Utterance(text), at: now), id: nil, at: now).text
    }

    private func states(_ assistant: Assistant) -> [String: TopicLineup.State] {
        Dictionary(assistant.topics.map { ($0.id, $0.state) }) { first, _ in first }
    }

    @Test("Those of the example commune are whole, and take no other's questions")
    func valclair() throws {
        let assistant = try Assistant.open(place: .memory)
        #expect(assistant.topicProblems.map(assistant.message) == [])
        for id in ["animaux", "cimetiere", "marche", "salles"] { #expect(states(assistant)[id] == .active) }
    }

    @Test(
        "Those of the example commune keep the contract of topics",
        arguments: ["animaux", "cimetiere", "marche", "salles"])
    func contract(id: String) async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let stories = root + "/Towns/valclair/topics/\(id)/stories.yaml"
        try await TopicConformance(id, in: try Assistant.rehearsal(), stories: stories).expect()
    }

    @Test("Two packs answer, and one that is broken hides none of the others")
    func two() async throws {
        let broken = TopicTown.bees.replacing("title:", with: "titre:")
        let town = try TopicTown(["ruches": TopicTown.bees, "vitrines": TopicTown.windows, "abeilles": broken])
        let assistant = try town.open()
        #expect(await answer(assistant, "je veux installer une ruche").contains("Déclarez votre ruche"))
        #expect(await answer(assistant, "le concours des vitrines").contains("Inscrivez votre vitrine"))
        #expect(states(assistant)["abeilles"] == .refused)
        let lines = assistant.topicProblems.map(assistant.message)
        #expect(lines.contains { $0.hasPrefix("topics/abeilles/topic.yaml:1: erreur: « titre » n'existe pas ici") })
    }

    @Test("A pack that claims what an earlier one claims is refused; the town says which goes first")
    func claims() async throws {
        let packs = ["ruches": TopicTown.bees, "abeilles": TopicTown.bees]
        let town = try TopicTown(packs)
        let assistant = try town.open()
        #expect(states(assistant)["abeilles"] == .active)
        #expect(states(assistant)["ruches"] == .refused)
        let ordered = try TopicTown(packs, settings: "topics: {order: [ruches]}\n")
        let other = try ordered.open()
        #expect(states(other)["abeilles"] == .refused)
        #expect(states(other)["ruches"] == .active)
        #expect(other.topicLines().first?.hasPrefix("ruches\tles ruches\tfr\tpack\truches.declarer\t") == true)
    }

    @Test("What the town does not want does not answer, and a name that nothing has is said")
    func disabled() async throws {
        let town = try TopicTown(
            ["ruches": TopicTown.bees], settings: "topics: {disable: [ruches, events, rien]}\n")
        let assistant = try town.open()
        #expect(states(assistant)["ruches"] == .disabled)
        #expect(states(assistant)["events"] == .disabled)
        #expect(await !answer(assistant, "déclarer une ruche").contains("Déclarez"))
        #expect(assistant.topicProblems.map(\.code) == ["topic.unknown"])
        #expect(
            assistant.topicLines().contains { $0.hasPrefix("ruches\t") && $0.hasSuffix("désactivé par la commune") })
    }

    @Test("A pack in another language is there, and says that it is not written in this one")
    func otherLanguage() throws {
        let text = TopicTown.bees.replacing("title: les ruches", with: "language: en\ntitle: beehives")
        let town = try TopicTown(["ruches": text])
        let assistant = try town.open()
        #expect(states(assistant)["ruches"] == .language)
        #expect(assistant.topicProblems.map(\.code) == ["topic.other-language"])
    }

    @Test("A name of Parvis's own files is taken, and a folder without a topic is said to be none")
    func taken() throws {
        let town = try TopicTown(["core": TopicTown.bees, "waste": TopicTown.windows])
        try town.write("rien", to: "topics/vide/notes.txt")
        let assistant = try town.open()
        #expect(Set(assistant.topicProblems.map(\.code)) == ["topic.duplicate", "topic.no-marker"])
        #expect(assistant.setting.registry.entry("waste") != nil)
    }

    @Test("Folders of the system come after the town's, and a town's topic stands for one of the same name")
    func system() throws {
        let (town, system) = (try TopicTown(["ruches": TopicTown.bees]), try TopicTown(["vitrines": "", "ruches": ""]))
        let folders = TopicFolders(
            town: town.path, root: DataRoot(path: "/nowhere"),
            environment: [TopicFolders.variable: system.path + "/topics"]
        ).folders
        #expect(folders.map(\.place) == ["topics/ruches", system.path + "/topics/vitrines"])
        withExtendedLifetime((town, system)) {}
    }

    @Test("What a pack answers is no longer left to the desk; without the pack it is")
    func desk() async throws {
        let pack = TopicTown.bees.replacing("- déclarer une ruche", with: "- il y a un nid de guêpes")
        let question = "il y a un nid de guêpes"
        let town = try TopicTown(["ruches": pack])
        let own = try town.open()
        #expect(own.topicProblems.isEmpty)
        #expect(own.understand(Utterance(question), id: "", at: now).intent == "ruches.declarer")
        let bare = try TopicTown([:])
        let without = try bare.open()
        #expect(without.understand(Utterance(question), id: "", at: now).intent == "core.desk-other")
    }
}
