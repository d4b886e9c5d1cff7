import CivilTime
import Language
import Testing
import TopicKit
import Town

@Suite("The next collection")
struct NextCollectionTests {
    @Test(
        "is said with its day, its street and when to put the bin out",
        arguments: [
            (
                "recyclables", "rue des Tilleuls", "2026-11-20T10:00",
                "La poubelle jaune passe mardi 24 novembre, rue des Tilleuls. Sortez-la lundi soir, après 19 h."
            ),
            (
                "dechets-verts", "rue des Tilleuls", "2026-11-20T10:00",
                "Les déchets verts passent jeudi 26 novembre, rue des Tilleuls. Sortez-les mercredi soir, après 20 h."
            ),
            (
                "ordures-menageres", "sector:nord", "2026-11-22T10:00",
                "La poubelle grise passe demain, lundi 23 novembre, dans le secteur Nord. Sortez-la ce soir, après 19 h."
            ),
            (
                "ordures-menageres", "sector:nord", "2026-11-22T20:00",
                "La poubelle grise passe demain, lundi 23 novembre, dans le secteur Nord. Sortez-la ce soir."
            ),
            (
                "ordures-menageres", "sector:nord", "2026-11-23T08:00",
                "La poubelle grise passe aujourd'hui, lundi 23 novembre, dans le secteur Nord. "
                    + "Le passage suivant est lundi 30 novembre."
            ),
        ])
    func next(stream: String, street: String, now: String, expected: String) async {
        let reply = await Valclair.reply("waste.next", ["stream": .entity(stream), "street": .entity(street)], at: now)
        #expect(Valclair.text(reply, at: now) == expected)
        #expect(reply.status == .answered)
        #expect(reply.evidence.map(\.source) == ["waste/\(Valclair.sector(street))-\(stream).ics"])
    }

    @Test(
        "says what a holiday changes",
        arguments: [
            (
                "ordures-menageres", "rue de la Forge", "2026-12-20T10:00",
                "La poubelle grise passe jeudi 24 décembre, rue de la Forge. "
                    + "Le camion ne passe pas vendredi 25 décembre, jour férié. Sortez-la mercredi soir, après 19 h."
            ),
            (
                "ordures-menageres", "rue de la Forge", "2026-12-30T10:00",
                "La poubelle grise passe samedi 2 janvier, rue de la Forge. "
                    + "Le camion ne passe pas vendredi 1er janvier, jour férié. Sortez-la vendredi soir, après 19 h."
            ),
            (
                "verre", "rue du Gué", "2026-11-05T10:00",
                "La caisse verte passe mercredi 9 décembre, rue du Gué. "
                    + "Le camion ne passe pas mercredi 11 novembre, jour férié. Sortez-la mardi soir, après 19 h."
            ),
        ])
    func changed(stream: String, street: String, now: String, expected: String) async {
        let reply = await Valclair.reply("waste.next", ["stream": .entity(stream), "street": .entity(street)], at: now)
        #expect(Valclair.text(reply, at: now) == expected)
    }

    @Test("tells every bin apart when none is named")
    func all() async {
        let reply = await Valclair.reply("waste.next", ["street": .entity("rue de la Forge")], at: "2026-12-20T10:00")
        #expect(
            Valclair.text(reply, at: "2026-12-20T10:00") == """
                La prochaine collecte est mercredi 23 décembre, rue de la Forge : la caisse verte. \
                Sortez-la mardi soir, après 19 h.
                Ensuite, il y a 3 autres collectes.
                1. La poubelle grise : jeudi 24 décembre, au lieu de vendredi 25 décembre.
                2. La poubelle jaune : jeudi 31 décembre.
                3. Les déchets verts : mardi 6 avril 2027.
                """)
    }

    @Test("looks for the days that are named, and says when there is none in them")
    func named() async {
        let slots: [String: FilledSlot] = [
            "stream": .entity("recyclables"), "street": .entity("rue des Tilleuls"), "date": .days("2026-11-20"),
        ]
        #expect(
            Valclair.text(await Valclair.reply("waste.next", slots))
                == "La poubelle jaune ne passe pas aujourd'hui, vendredi 20 novembre, rue des Tilleuls. "
                + "Ensuite, la poubelle jaune passe mardi 24 novembre. Sortez-la lundi soir, après 19 h.")
    }

    @Test(
        "is unknown once the calendar is over, and gives who knows",
        arguments: ["2028-08-20", "2028-09-05", "2030-01-01"])
    func over(day: String) async {
        let slots: [String: FilledSlot] = ["stream": .entity("verre"), "street": .entity("sector:nord")]
        let reply = await Valclair.reply("waste.next", slots, at: day)
        #expect(reply.status == .unknown)
        #expect(Valclair.text(reply, at: day).hasPrefix("Je ne connais pas la date."))
        #expect(Valclair.text(reply, at: day).contains("01 99 00 12 00"))
    }

    @Test("is unknown for a stream that the town does not collect")
    func otherStream() async {
        let slots: [String: FilledSlot] = ["stream": .entity("encombrants"), "street": .entity("sector:nord")]
        #expect(await Valclair.reply("waste.next", slots).status == .unknown)
    }

    @Test("is unknown when no source vouches for the calendar")
    func unsourced() async {
        var records = Valclair.waste.records
        records.collections = records.collections.map {
            .init(day: $0.day, stream: $0.stream, sector: $0.sector, movedFrom: nil, source: "waste/elsewhere.ics")
        }
        let slots: [String: FilledSlot] = ["stream": .entity("verre"), "street": .entity("sector:nord")]
        #expect(await Valclair.reply("waste.next", slots, from: Valclair.topic(of: records)).status == .unknown)
    }
}

@Suite("Where a person lives")
struct HomeTests {
    @Test(
        "is asked for, then the number where two sectors share the street",
        arguments: [
            ([:], "street", "Dans quelle rue habitez-vous ?"),
            (["street": .entity("Grande Rue")], "number", "À quel numéro habitez-vous, Grande Rue ?"),
        ] as [([String: FilledSlot], String, String)])
    func asked(slots: [String: FilledSlot], slot: String, prompt: String) async {
        let reply = await Valclair.reply("waste.next", slots)
        #expect(reply.question?.slot == slot)
        #expect(Valclair.text(reply) == prompt)
    }

    @Test(
        "is told by the side or by the stretch of the street",
        arguments: [
            ("Grande Rue", 7, "mardi 24 novembre"), ("Grande Rue", 8, "mercredi 25 novembre"),
            ("rue de la République", 60, "mardi 24 novembre"), ("rue de la République", 61, "vendredi 27 novembre"),
        ])
    func number(street: String, number: Int, day: String) async {
        let slots: [String: FilledSlot] = [
            "street": .entity(street), "number": .number(number), "stream": .entity("recyclables"),
        ]
        #expect(Valclair.text(await Valclair.reply("waste.next", slots)).contains(day))
    }

    @Test("is unknown for a number that no sector has")
    func outside() async {
        let slots: [String: FilledSlot] = ["street": .entity("rue de la République"), "number": .number(9000)]
        let reply = await Valclair.reply("waste.next", slots)
        #expect(reply.status == .unknown)
        #expect(Valclair.text(reply).hasPrefix("Je ne trouve pas le numéro 9000, rue de la République."))
    }

    @Test("does not keep a number for another street")
    func stale() async {
        let slots: [String: FilledSlot] = ["street": .entity("Grande Rue"), "number": .number(7)]
        #expect(await Valclair.reply("waste.next", slots, said: ["street"]).question?.slot == "number")
        #expect(await Valclair.reply("waste.next", slots, said: ["stream"]).question == nil)
    }
}
