import Language
import Rendering
import Testing
import TopicKit

@Suite("A reply letter by letter")
struct SpellingTests {
    private func lines(_ reply: Reply, _ form: Form = .text) -> [String] {
        Sample.renderer.lines(reply, .spelling, form: form, today: Sample.today)
    }

    private func saying(_ value: Value) -> Reply { Reply(.answered, [.statement(Phrase("core.x", ["name": value]))]) }

    @Test(
        "Names are spelt, common nouns are not",
        arguments: [
            (.noun(Noun("la rue des Tilleuls")), ["Tilleuls : T, I, deux L, E, U, L, S."]),
            (.text("rue de l'Église"), ["Église : E accent aigu, G, L, I, S, E."]),
            (.noun(Noun("l'école Jules-Ferry")), ["Jules-Ferry : J, U, L, E, S, trait d'union, F, E, deux R, I grec."]),
            (.text("Carottes râpées"), ["Il n'y a pas de nom à dire lettre par lettre."]),
            (.text("1 place de la Mairie"), ["Mairie : M, A, I, R, I, E."]),
            (.noun(Noun("Valclair")), ["Valclair : V, A, L, C, L, A, I, R."]),
            (.phone("0199001200"), ["01 99 00 12 00 : 0, 1, 9, 9, 0, 0, 1, 2, 0, 0."]),
            (
                .email("accueil@valclair.example"),
                [
                    "accueil@valclair.example : A, deux C, U, E, I, L. Arobase. V, A, L, C, L, A, I, R. Point. E, X, A, M, P, L, E."
                ]
            ),
            (.count(3), ["Il n'y a pas de nom à dire lettre par lettre."]),
        ] as [(Value, [String])])
    func names(value: Value, expected: [String]) { #expect(lines(saying(value)) == expected) }

    @Test("Each name once, those of a contact too")
    func contact() {
        let contact = Contact(name: "l'accueil de Valclair", phone: "0199001200", address: "1 rue Mûre")
        let found = lines(Reply(.unknown, [.contact(contact), .contact(contact)]))
        #expect(found.map { $0.split(separator: " :")[0] } == ["Valclair", "Mûre", "01 99 00 12 00"])
    }
}

@Suite("A reply a sentence at a time")
struct SlowTests {
    @Test(
        "A sentence a line; a number of an item and an initial close none",
        arguments: [
            (
                "La poubelle passe mardi. Sortez-la lundi à 19 h. Merci.",
                ["La poubelle passe mardi.", "Sortez-la lundi à 19 h.", "Merci."]
            ),
            ("1. Une photo. Sans lunettes.", ["1. Une photo.", "Sans lunettes."]),
            ("Voyez M. Durand demain.", ["Voyez M. Durand demain."]),
            ("Quelle rue ? Par exemple : rue Haute.", ["Quelle rue ?", "Par exemple : rue Haute."]),
            ("Il a dit « Oui. » Puis non.", ["Il a dit « Oui. »", "Puis non."]),
        ])
    func sentences(text: String, expected: [String]) {
        let reply = Reply(.answered, [.statement(Sample.text(text))])
        #expect(Sample.renderer.lines(reply, isSlow: true, today: Sample.today) == expected)
    }
}
