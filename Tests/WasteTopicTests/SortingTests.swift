import Language
import Testing
import TopicKit

@Suite("What goes where")
struct SortingTests {
    @Test(
        "is read in the town's lists",
        arguments: [
            ("le verre", nil, "Le verre va dans la caisse verte."),
            ("les cartons", nil, "Les cartons vont dans la poubelle jaune."),
            ("les cartons", "recyclables", "Oui. Les cartons vont dans la poubelle jaune."),
            (
                "les cartons", "verre",
                "Non. Les cartons ne vont pas dans la caisse verte. Les cartons vont dans la poubelle jaune."
            ),
            ("les piles", nil, "Apportez les piles à la déchetterie de la Garenne."),
            (
                "les piles", "ordures-menageres",
                "Non. Les piles ne vont pas dans la poubelle grise. Apportez les piles à la déchetterie de la Garenne."
            ),
        ])
    func object(object: String, stream: String?, expected: String) async {
        var slots: [String: FilledSlot] = ["object": .entity(object)]
        if let stream { slots["stream"] = .entity(stream, "la poubelle") }
        let reply = await Valclair.reply("waste.sort", slots)
        #expect(Valclair.text(reply) == expected)
        #expect(reply.evidence.map(\.source) == ["waste/waste.yaml"])
    }

    @Test("does not take a thing for a bin of the same name")
    func sameName() async {
        let slots: [String: FilledSlot] = [
            "object": .entity("le verre", "le verre"), "stream": .entity("verre", "verre"),
        ]
        #expect(Valclair.text(await Valclair.reply("waste.sort", slots)) == "Le verre va dans la caisse verte.")
    }

    @Test(
        "is unknown for what no list accepts",
        arguments: [
            ("les médicaments", "Les médicaments ne vont pas dans la poubelle grise. Je ne sais pas où les apporter."),
            ("le lave-vaisselle", "Je ne sais pas où jeter cela."), (nil, "Je ne sais pas où jeter cela."),
        ])
    func unlisted(object: String?, expected: String) async {
        let reply = await Valclair.reply("waste.sort", object.map { ["object": .entity($0)] } ?? [:])
        #expect(reply.status == .unknown)
        #expect(Valclair.text(reply).hasPrefix(expected))
        #expect(Valclair.text(reply).contains("01 99 00 12 00"))
    }

    @Test("lists what a bin takes")
    func contents() async {
        let reply = await Valclair.reply("waste.sort", ["stream": .entity("verre")])
        #expect(
            Valclair.text(reply) == """
                Voici 5 exemples de ce qui va dans la caisse verte.
                1. Les bouteilles en verre.
                2. Les bocaux.
                3. Les pots de confiture.
                4. Les flacons de parfum.
                5. Le verre.
                N'y mettez pas la vaisselle, ni les miroirs, ni les vitres.
                """)
    }

    @Test("is unknown once the town's lists are out of date")
    func outdated() async {
        let slots: [String: FilledSlot] = ["object": .entity("le verre")]
        #expect(await Valclair.reply("waste.sort", slots, at: "2028-09-01").status == .unknown)
    }
}

@Suite("How to get a bin")
struct BinTests {
    @Test("is told in the town's words")
    func bin() async {
        let reply = await Valclair.reply("waste.bin", ["stream": .entity("verre")])
        #expect(
            Valclair.text(reply)
                == "Prenez une caisse verte à la déchetterie ou à l'accueil de la mairie. La caisse est gratuite.")
    }

    @Test("asks which bin, where that changes the answer")
    func which() async {
        let question = await Valclair.reply("waste.bin").question
        #expect(question?.slot == "stream")
        #expect(question?.choices.map(\.id) == ["ordures-menageres", "recyclables", "verre"])
    }

    @Test("is unknown where the town does not say")
    func unsaid() async {
        #expect(await Valclair.reply("waste.bin", ["stream": .entity("dechets-verts")]).status == .unknown)
    }
}
