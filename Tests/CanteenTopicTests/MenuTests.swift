import Language
import Testing
import TopicKit
import Town

@Suite("The menu")
struct MenuTests {
    @Test(
        "is that of the day that is named, or else of the next meal",
        arguments: [
            (nil, "2026-11-20T10:00", "Aujourd'hui, vendredi 20 novembre, voici le menu."),
            (nil, "2026-11-20T14:00", "Lundi 23 novembre, voici le menu."),
            (.days("2026-11-27"), "2026-11-20T10:00", "Vendredi 27 novembre, voici le menu."),
            (
                .days("2026-11-25"), "2026-11-24T10:00",
                "Demain, mercredi 25 novembre, au centre de loisirs des Cerisiers, voici le menu."
            ),
            (nil, "2026-11-24T15:00", "Jeudi 26 novembre, voici le menu."),
        ] as [(FilledSlot?, String, String)])
    func day(date: FilledSlot?, now: String, title: String) async {
        let reply = await Valclair.reply("canteen.menu", date.map { ["date": $0] } ?? [:], at: now)
        #expect(Valclair.text(reply, at: now).hasPrefix(title + "\n"))
        #expect(reply.evidence.map(\.source) == ["canteen/menus-2026-2027.csv"])
    }

    @Test("is told a course a sentence, bread left out")
    func courses() async {
        let reply = await Valclair.reply("canteen.menu", ["date": .days("2026-11-26")])
        #expect(
            Valclair.text(reply) == """
                Jeudi 26 novembre, voici le menu.
                Entrée : endives aux pommes.
                Plat : jambon braisé ou jambon de dinde, avec poireaux à la crème.
                Dessert : crème au chocolat.
                """)
    }

    @Test("of a day without a meal says so, why, and what comes next")
    func closed() async {
        #expect(
            Valclair.text(await Valclair.reply("canteen.menu", ["date": .days("2026-11-21")])) == """
                Demain, samedi 21 novembre : pas de cantine.
                Lundi 23 novembre, voici le menu.
                Entrée : carottes râpées.
                Plat : poulet rôti et riz.
                Laitage : yaourt nature.
                Dessert : pomme.
                """)
    }

    @Test(
        "names the reason of a closing",
        arguments: [
            ("2026-11-11", "Mercredi 11 novembre, il n'y a pas de cantine. C'est un jour férié.\nJeudi 12 novembre"),
            ("2026-12-23", "Mercredi 23 décembre, il n'y a pas de cantine. Ce sont les vacances.\nLundi 4 janvier"),
        ])
    func reason(day: String, expected: String) async {
        let reply = await Valclair.reply("canteen.menu", ["date": .days(day)], at: "2026-11-09T10:00")
        #expect(Valclair.text(reply, at: "2026-11-09T10:00").hasPrefix(expected))
    }

    @Test("asks for the school only where what it says differs")
    func school() async {
        #expect(await Valclair.reply("canteen.menu", ["date": .days("2026-11-23")]).question == nil)
        let question = await Valclair.reply("canteen.menu", ["date": .days("2026-11-24")]).question
        #expect(question?.choices.map(\.id) == ["elementaire-moulins", "maternelle-hirondelles"])
        #expect(await Valclair.reply("canteen.menu", ["date": .days("2026-11-23", "2026-11-27")]).question == nil)
    }

    @Test("of a week tells the main dish of each day")
    func week() async {
        let slots: [String: FilledSlot] = [
            "date": .days("2026-11-23", "2026-11-29"), "school": .entity("elementaire-moulins"),
        ]
        #expect(
            Valclair.text(await Valclair.reply("canteen.menu", slots)) == """
                Voici le plat de chaque jour, du lundi 23 au dimanche 29 novembre.
                Lundi 23 novembre : poulet rôti et riz.
                Mardi 24 novembre : couscous aux légumes.
                Jeudi 26 novembre : jambon braisé ou jambon de dinde, avec poireaux à la crème.
                Vendredi 27 novembre : poisson pané et épinards à la crème.
                """)
    }

    @Test(
        "follows a diet as far as the kitchen says",
        arguments: [
            ("sans porc", "2026-11-26", "Plat : jambon de dinde et poireaux à la crème."),
            ("végétarien", "2026-11-26", "Jeudi 26 novembre, il n'y a pas de plat végétarien."),
            ("végétarien", "2026-12-03", "Plat : curry de pois chiches et pommes de terre vapeur."),
        ])
    func diet(diet: String, day: String, expected: String) async {
        let reply = await Valclair.reply("canteen.menu", ["diet": .entity(diet), "date": .days(day)])
        #expect(Valclair.text(reply).contains(expected))
        #expect(!Valclair.text(reply).contains("braisé"))
    }

    @Test("of an afternoon snack is one sentence")
    func snack() async {
        #expect(
            Valclair.text(await Valclair.reply("canteen.menu", ["meal": .entity("goûter")]))
                == "Mercredi 25 novembre, au centre de loisirs des Cerisiers, au goûter : biscuits aux céréales et banane."
        )
    }

    @Test("is unknown beyond what is published", arguments: ["2027-09-15T10:00", "2029-11-12T10:00"])
    func unknown(now: String) async {
        var records = Valclair.canteen.records
        records.meals.removeAll { $0.source == "canteen/menus-2027-2028.csv" }
        let topic = Valclair.topic(of: records)
        #expect(await Valclair.reply("canteen.menu", at: now, from: topic).status == .unknown)
        #expect(await Valclair.reply("canteen.menu", ["date": .days(now)], from: topic).status == .unknown)
    }
}
