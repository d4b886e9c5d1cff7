import CivilTime
import OpenData
import TopicKit
import Town

@testable import CivilStatusTopic

/// A small procedure, and the requests that tests put about it.
enum Samples {
    typealias Records = ProcedureRecords

    static let written = Day(number: 20_000)

    static let card = procedure(
        questions: [
            question("motif", ["perimee": ["périmée"], "perdue": ["perdue", "perdu ma carte"]]),
            question("personne", ["adulte": ["pour moi"], "enfant": ["mon fils"]]),
            question(
                "depuis", ["moins": ["moins de 5 ans"], "plus": ["chez moi"]],
                ["motif": ["perimee"], "personne": ["adulte"]]),
        ],
        facts: [
            fact(.document, "une photo"), fact(.document, "la carte du parent", ["personne": ["enfant"]]),
            fact(.document, "un acte de naissance", ["depuis": ["plus"]]),
            fact(.fee, "C'est gratuit.", ["motif": ["perimee"]]),
            fact(.fee, "Cela coûte 25 euros.", ["motif": ["perdue"]]),
            fact(.appointment, "Il faut un rendez-vous."), fact(.delay, "Le délai dépend du lieu."),
            fact(.note, "Vous signez une déclaration.", ["motif": ["perdue"]]), fact(.note, "La carte dure 10 ans."),
        ],
        links: [
            .init(
                kind: .appointment, purpose: "Prendre rendez-vous", url: "https://r.example/c?motif={motif}", when: [:]),
            .init(kind: .online, purpose: "Acheter le timbre", url: "https://t.example/", when: ["motif": ["perdue"]]),
        ])

    static func procedure(
        questions: [Records.Question] = [], facts: [Records.Fact] = [], links: [Records.Link] = [],
        place: String? = "etat-civil", reviewed: Day? = nil
    ) -> Records.Procedure {
        Records.Procedure(
            id: "carte", name: "la carte d'identité", aliases: ["la CNI"], questions: questions, facts: facts,
            links: links, place: place, written: written, reviewed: reviewed, reviewer: nil, sourceTitle: "Carte",
            sourceURL: "https://official.example/N358", source: "procedures/carte.yaml")
    }

    static func question(
        _ id: String, _ choices: KeyValuePairs<String, [String]>, _ when: Records.Condition = [:]
    ) -> Records.Question {
        let choices = choices.map { Records.Choice(id: $0.key, label: "une " + $0.key, names: $0.value) }
        return Records.Question(id: id, prompt: id + " ?", choices: choices, when: when)
    }

    static func fact(_ kind: Records.Fact.Kind, _ text: String, _ when: Records.Condition = [:]) -> Records.Fact {
        Records.Fact(kind: kind, text: text, simple: nil, when: when)
    }

    static func place(hours: String? = "Mo-Fr 08:30-12:00; PH off") -> PlaceRecords.Place {
        PlaceRecords.Place(
            id: "etat-civil", name: "le service de l'état civil", aliases: [], address: "1 place de la Mairie",
            access: [], hours: hours.flatMap { try? OpeningHours(parsing: $0) }, phone: "01 99 00 12 00", email: nil,
            url: nil, source: "places/places.yaml")
    }

    static func topic(
        _ procedure: Records.Procedure = card, place: PlaceRecords.Place? = place(), validUntil: Day? = nil,
        hasSource: Bool = true
    ) -> CivilStatusTopic {
        var (procedures, places) = (Records(), PlaceRecords())
        procedures.procedures = [procedure]
        places.places = place.map { [$0] } ?? []
        func evidence(_ source: String) -> Evidence {
            Evidence(
                source: source, title: "Carte", publisher: "Mairie", date: written, validUntil: validUntil,
                url: procedure.sourceURL, reviewed: procedure.reviewed)
        }
        let sources = ["procedures/carte.yaml", "places/places.yaml"].map { ($0, evidence($0)) }
        return CivilStatusTopic(
            procedures: procedures, places: places, sources: hasSource ? Dictionary(uniqueKeysWithValues: sources) : [:]
        )
    }

    /// A question about the card, on the Monday after its record was written.
    static func request(
        _ intent: String, _ answers: [String: String] = [:], memory: [String: String] = [:], now: Moment? = nil
    ) -> TopicRequest {
        var slots = ["procedure": FilledSlot(.entity("carte"), text: "ma carte")]
        for (question, answer) in answers { slots["carte." + question] = FilledSlot(.entity(answer), text: answer) }
        let monday = Moment(written.startOfWeek.adding(days: 7), second: 9 * 3600)
        return TopicRequest(
            intent: "civil-status." + intent, slots: slots, now: now ?? monday, memory: memory,
            profile: TownProfile(
                name: "Valclair", insee: "99123", postcode: "99120", contact: Contact(name: "la mairie")))
    }
}
