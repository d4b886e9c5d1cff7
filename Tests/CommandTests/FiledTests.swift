import CivilTime
import Foundation
import Testing
import TopicKit
import TownStore

@Suite("What a clerk reads of the store")
struct FiledTests {
    private let state = FileManager.default.temporaryDirectory.appending(path: "state-" + UUID().uuidString).path

    private var store: Store {
        Store(.folder(state + "/99123"), clock: { Int(Date().timeIntervalSince1970) })
    }

    private func run(_ arguments: String...) throws -> Program {
        try Program.run(arguments + ["--now", "2026-11-20T10:00"], environment: ["PARVIS_STATE": state])
    }

    private func file() async throws -> String {
        try await store.requests.file(
            FiledRequest(
                kind: "callback", fields: ["name": "Jeanne\u{1B}[2J Martin", "phone": "0199005555", "pet": "chat"],
                context: ["topic": "waste"], retentionDays: 30),
            at: Moment(Day(number: 20_776), hour: 14, minute: 30))
    }

    @Test("Requests are listed in French, a fact a line, or as JSON Lines")
    func list() async throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        let reference = try await file()
        let text = try run("filed", "list")
        #expect(text.status == 0)
        #expect(
            text.lines == [
                "Il y a 1 demande.", "Demande 1. Numéro \(reference) : rappel par téléphone.",
                "Déposée jeudi 19 novembre à 14 h 30.", "Nom : Jeanne [2J Martin", "Téléphone : 01 99 00 55 55",
                "pet : chat", "Thème : les déchets", "Parvis l'effacera le samedi 19 décembre.",
            ])
        #expect(text.comments == "Ces lignes contiennent des données personnelles.\n")
        let object = try #require(try run("filed", "--format", "json").objects().first)
        #expect(object["reference"] as? String == reference)
        #expect(object["filed"] as? String == "2026-11-19T14:30" && object["until"] as? String == "2026-12-19")
        #expect((object["fields"] as? [String: String])?["phone"] == "0199005555")
        #expect(object["context"] as? [String: String] == ["topic": "waste"])
    }

    @Test("A request is erased by its number, however it is written; a wrong one ends with a status")
    func erase() async throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        let reference = try await file()
        #expect(try run("filed", "erase", "482131").status == 65)
        #expect(try run("filed", "erase").status == 64)
        #expect(try run("filed", "erase", reference == "48 21 30" ? "11 11 10" : "48 21 30").status != 0)
        let parts = reference.split(separator: " ").map(String.init)
        let erased = try Program.run(["filed", "erase"] + parts, environment: ["PARVIS_STATE": state])
        #expect(erased.status == 0 && erased.lines == ["La demande \(reference) est effacée."])
        let again = try run("filed", "erase", reference)
        #expect(again.status == 66 && again.comments.hasPrefix("Aucune demande ne porte le numéro \(reference)."))
        #expect(try run("filed", "list").lines == ["Aucune demande n'attend."])
    }

    @Test("Where nothing was filed or counted, that is said and no file is made")
    func nothing() throws {
        #expect(try run("filed").lines == ["Aucune demande n'attend."])
        #expect(try run("statistics").lines == ["Aucun échange n'est compté."])
        #expect(try run("statistics", "--format", "json").output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: state))
    }

    @Test("A store that cannot be used is said in French, with status 69")
    func unusable() throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        try FileManager.default.createDirectory(
            atPath: state + "/99123/requests.sqlite", withIntermediateDirectories: true)
        let result = try run("filed", "list")
        #expect(result.status == 69)
        #expect(result.comments.contains("erreur: Parvis ne peut pas créer ce dossier ou ce fichier"))
    }

    @Test("A damaged file is said, and the list is there")
    func damaged() throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        try PrivateFile.write(Data("not what SQLite writes".utf8), to: state + "/99123/requests.sqlite")
        let result = try run("filed", "list")
        #expect(result.status == 0 && result.lines == ["Aucune demande n'attend."])
        #expect(result.comments.contains("Ce fichier était abîmé."))
    }

    @Test("Statistics are days, then topics, in French; or JSON Lines from a day on")
    func statistics() async throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        let outcomes = OutcomeCounter(store.counts, topics: ["waste"], intents: ["waste.next"])
        let day = Day(number: 20_776)
        for status in [TurnStatus.answered, .answered, .asked] {
            await outcomes.count(Outcome(day: day, topic: "waste", intent: "waste.next", status: status))
        }
        await outcomes.count(Outcome(day: day, topic: nil, intent: nil, status: .unclear))
        await outcomes.count(
            Outcome(day: day.adding(days: 1), topic: "waste", intent: "waste.next", status: .answered))
        await outcomes.count(
            helped: true, by: Outcome(day: day, topic: "waste", intent: "waste.next", status: .answered))
        await outcomes.flush()
        #expect(
            try run("statistics").lines == [
                "Jeudi 19 novembre : 4 échanges.",
                "Les déchets : 3 échanges. Réponses données : 2. Précisions demandées : 1."
                    + " Réponses utiles : 1. Réponses inutiles : 0.",
                "La conversation : 1 échange. Questions non comprises : 1.",
                "Vendredi 20 novembre : 1 échange.", "Les déchets : 1 échange. Réponses données : 1.",
            ])
        let objects = try run("statistics", "--since", "2026-11-20", "--format", "json").objects()
        #expect(objects.count == 1)
        #expect(objects.first?["count"] as? Int == 1 && objects.first?["day"] as? String == "2026-11-20")
        #expect(try run("statistics", "--since", "hier").status == 64)
        #expect(try run("statistics", "--format", "xml").status == 64)
    }
}
