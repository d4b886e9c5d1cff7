import Language
import Testing
import TopicKit

@Suite("Allergens")
struct AllergenTests {
    @Test(
        "are said as the kitchen declares them",
        arguments: [
            (
                "peanuts", "2026-11-27",
                "Oui. Le dessert de vendredi 27 novembre contient des arachides. C'est dans : gâteau aux cacahuètes."
            ),
            ("peanuts", "2026-11-23", "Le menu de lundi 23 novembre ne déclare pas d'arachides."),
            ("eggs", "2026-11-23", "Le menu de lundi 23 novembre ne déclare pas d'œufs."),
            (
                "milk", "2026-11-23",
                "Oui. Le laitage de lundi 23 novembre contient du lait. C'est dans : yaourt nature."
            ),
            ("gluten", "2026-11-23", "Oui. Le pain de lundi 23 novembre contient du gluten."),
        ])
    func declared(allergen: String, day: String, expected: String) async {
        let reply = await Valclair.reply("canteen.allergens", ["allergen": .entity(allergen), "date": .days(day)])
        #expect(Valclair.text(reply) == expected)
        #expect(reply.status == .answered)
    }

    @Test(
        "that are not declared are unknown, never absent",
        arguments: [
            (
                "2026-11-26",
                "Je ne sais pas. La cuisine n'a pas indiqué les allergènes de jeudi 26 novembre. Demandez à la cantine."
            ),
            ("2026-11-30", "Je ne sais pas. La cuisine n'a rien indiqué pour : flageolets. Demandez à la cantine."),
        ])
    func undeclared(day: String, expected: String) async {
        let reply = await Valclair.reply("canteen.allergens", ["allergen": .entity("peanuts"), "date": .days(day)])
        #expect(reply.status == .unknown)
        #expect(Valclair.text(reply).hasPrefix(expected))
    }

    @Test("of the afternoon snack count, unless another meal is named")
    func snack() async {
        var slots: [String: FilledSlot] = ["allergen": .entity("gluten"), "date": .days("2026-12-02")]
        #expect(Valclair.text(await Valclair.reply("canteen.allergens", slots)).contains("pain et miel"))
        slots["meal"] = .entity("déjeuner")
        #expect(
            Valclair.text(await Valclair.reply("canteen.allergens", slots))
                == "Le menu de mercredi 2 décembre ne déclare pas de gluten.")
    }

    @Test("of one declared dish count although another dish is not declared")
    func partly() async {
        let reply = await Valclair.reply(
            "canteen.allergens", ["allergen": .entity("celery"), "date": .days("2026-11-30")])
        #expect(Valclair.text(reply).hasPrefix("Oui. L'entrée de lundi 30 novembre contient du céleri."))
    }

    @Test("are listed when none is named, with a warning for dishes that are not declared")
    func list() async {
        let reply = await Valclair.reply("canteen.allergens", ["date": .days("2026-11-30")])
        #expect(
            Valclair.text(reply) == """
                Le menu de lundi 30 novembre déclare 5 allergènes.
                1. Le gluten.
                2. Les œufs.
                3. Le lait.
                4. Le céleri.
                5. La moutarde.
                Attention. La cuisine n'a rien indiqué pour : flageolets.
                """)
    }

    @Test("of a week are told day by day")
    func week() async {
        let slots: [String: FilledSlot] = ["allergen": .entity("nuts"), "date": .days("2026-11-30", "2026-12-04")]
        #expect(
            Valclair.text(await Valclair.reply("canteen.allergens", slots)) == """
                Voici ce que dit la cuisine pour les fruits à coque.
                Lundi 30 novembre : je ne sais pas, la cuisine ne le dit pas.
                Mardi 1er décembre : pas déclaré.
                Mercredi 2 décembre : pas déclaré.
                Jeudi 3 décembre : oui, dans ce plat : curry de pois chiches.
                Vendredi 4 décembre : pas déclaré.
                """)
    }

    @Test("ask for the school where the schools differ")
    func school() async {
        let slots: [String: FilledSlot] = ["allergen": .entity("eggs"), "date": .days("2026-11-24")]
        #expect(await Valclair.reply("canteen.allergens", slots).question?.slot == "school")
    }
}
