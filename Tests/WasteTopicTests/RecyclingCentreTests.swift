import Language
import Testing
import TopicKit
import Town

@Suite("The recycling centre")
struct RecyclingCentreTests {
    @Test(
        "says its hours on the day that is meant",
        arguments: [
            (
                .days("2026-11-23"), "2026-11-20T10:00",
                "La déchetterie de la Garenne est ouverte lundi 23 novembre : de 9 h à 12 h et de 14 h à 17 h."
            ),
            (
                .days("2026-12-05"), "2026-11-20T10:00",
                "La déchetterie de la Garenne est fermée samedi 5 décembre : travaux. "
                    + "La déchetterie de la Garenne est ouverte dimanche 6 décembre : de 9 h à 12 h."
            ),
            (
                .days("2026-11-24"), "2026-11-23T10:00",
                "La déchetterie de la Garenne est fermée demain, mardi 24 novembre. "
                    + "La déchetterie de la Garenne est ouverte mercredi 25 novembre : de 9 h à 12 h et de 14 h à 17 h."
            ),
            (
                .days("2026-12-25"), "2026-11-23T10:00",
                "La déchetterie de la Garenne est fermée vendredi 25 décembre. "
                    + "La déchetterie de la Garenne est ouverte samedi 26 décembre : de 9 h à 12 h et de 14 h à 17 h."
            ),
        ] as [(FilledSlot, String, String)])
    func day(date: FilledSlot, now: String, expected: String) async {
        let reply = await Valclair.reply("waste.centre", ["date": date], at: now)
        #expect(Valclair.text(reply, at: now) == expected)
        #expect(reply.evidence.map(\.source) == ["places/equipements.csv", "waste/waste.yaml"])
    }

    @Test("says when it has closed for the day, when it opens again, and its rules")
    func over() async {
        let now = "2026-11-20T18:00"
        let text = Valclair.text(await Valclair.reply("waste.centre", at: now), at: now)
        #expect(
            text.hasPrefix(
                "La déchetterie de la Garenne est fermée maintenant. "
                    + "La déchetterie de la Garenne est ouverte demain, samedi 21 novembre"))
        #expect(text.contains("Apportez une preuve de votre adresse la première fois."))
    }

    @Test("tells several days one by one")
    func week() async {
        let text = Valclair.text(await Valclair.reply("waste.centre", ["date": .days("2026-11-28", "2026-11-29")]))
        #expect(
            text == """
                Voici les heures de la déchetterie de la Garenne.
                Samedi 28 novembre : de 9 h à 12 h et de 14 h à 17 h.
                Dimanche 29 novembre : de 9 h à 12 h.
                """)
    }

    @Test("is unknown where the town names none")
    func none() async {
        var records = Valclair.waste.records
        records.recyclingCentre = nil
        #expect(await Valclair.reply("waste.centre", from: Valclair.topic(of: records)).status == .unknown)
    }
}
