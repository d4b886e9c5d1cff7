import Language
import Testing
import TopicKit

@Suite("What is collected on a day")
struct CollectionDayTests {
    private static let tilleuls = FilledSlot.entity("rue des Tilleuls")
    private static let forge = FilledSlot.entity("rue de la Forge")

    @Test(
        "is said with what a holiday changes",
        arguments: [
            (
                tilleuls, .days("2026-11-24"), "2026-11-22T10:00",
                "Mardi 24 novembre, on ramasse la poubelle jaune, rue des Tilleuls. Sortez-la lundi soir, après 19 h."
            ),
            (
                tilleuls, .evening("2026-11-22"), "2026-11-22T10:00",
                "Demain, lundi 23 novembre, on ramasse la poubelle grise, rue des Tilleuls. Sortez-la ce soir, après 19 h."
            ),
            (
                tilleuls, nil, "2026-11-22T10:00",
                "Demain, lundi 23 novembre, on ramasse la poubelle grise, rue des Tilleuls. Sortez-la ce soir, après 19 h."
            ),
            (
                tilleuls, nil, "2026-11-23T07:00",
                "Aujourd'hui, lundi 23 novembre, on ramasse la poubelle grise, rue des Tilleuls."
            ),
            (
                tilleuls, .days("2026-11-25"), "2026-11-22T10:00",
                "Pas de collecte mercredi 25 novembre, rue des Tilleuls. "
                    + "La prochaine collecte est jeudi 26 novembre : les déchets verts."
            ),
            (
                forge, .days("2026-12-25"), "2026-12-22T10:00",
                "Pas de collecte vendredi 25 décembre, rue de la Forge. "
                    + "La poubelle grise passe plus tôt : jeudi 24 décembre. "
                    + "La prochaine collecte est jeudi 31 décembre : la poubelle jaune."
            ),
            (
                forge, .days("2027-01-02"), "2026-12-30T10:00",
                "Samedi 2 janvier, on ramasse la poubelle grise, rue de la Forge. "
                    + "Le camion ne passe pas vendredi 1er janvier, jour férié. Sortez-la vendredi soir, après 19 h."
            ),
        ] as [(FilledSlot, FilledSlot?, String, String)])
    func day(street: FilledSlot, date: FilledSlot?, now: String, expected: String) async {
        var slots = ["street": street]
        slots["date"] = date
        let reply = await Valclair.reply("waste.day", slots, at: now)
        #expect(Valclair.text(reply, at: now) == expected)
        #expect(!reply.evidence.isEmpty)
    }

    @Test("answers for the bin that is named too")
    func named() async {
        let slots = ["street": Self.tilleuls, "date": .days("2026-11-23"), "stream": FilledSlot.entity("recyclables")]
        #expect(
            Valclair.text(await Valclair.reply("waste.day", slots)).hasPrefix(
                "Lundi 23 novembre, on ramasse la poubelle grise, rue des Tilleuls. "
                    + "Ensuite, la poubelle jaune passe mardi 24 novembre."))
        #expect(
            Valclair.text(await Valclair.reply("waste.day", slots, said: ["stream"])).hasPrefix(
                "La poubelle jaune passe mardi 24 novembre, rue des Tilleuls."))
    }

    @Test("is listed over a week")
    func week() async {
        let slots = ["street": Self.tilleuls, "date": .days("2026-11-23", "2026-11-29")]
        #expect(
            Valclair.text(await Valclair.reply("waste.day", slots, at: "2026-11-22T10:00"), at: "2026-11-22T10:00")
                == """
                Il y a 3 collectes du lundi 23 au dimanche 29 novembre, rue des Tilleuls.
                1. La poubelle grise : demain, lundi 23 novembre.
                2. La poubelle jaune : mardi 24 novembre.
                3. Les déchets verts : jeudi 26 novembre.
                """)
    }

    @Test("is unknown before the calendar and beyond it", arguments: ["2025-03-03", "2028-09-01", "2029-03-06"])
    func beyond(day: String) async {
        let slots = ["street": Self.tilleuls, "date": FilledSlot.days(day)]
        #expect(await Valclair.reply("waste.day", slots).status == .unknown)
    }
}
