import CivilTime
import Diagnostics
import Foundation
import Language
import Testing

@Suite("Plain language")
struct PlainCheckTests {
    private static let check = PlainCheck(
        rules: Reading.french, words: TestFrench.files.words, lexicon: Spelling.lexicon,
        names: ["la rue des Lavandières", "blanquette de veau"], today: Reading.friday.day)

    /// What is wrong with a text, as "code text > suggestion".
    private func problems(_ text: String, _ kind: PlainCheck.Kind = .answer) -> [String] {
        PlainCheckTests.check.problems(in: text, as: kind).map { problem in
            let suggestion = problem.arguments["suggestion"].map { $0.isEmpty ? "" : " > " + $0 } ?? ""
            return problem.code.dropFirst("plain.".count) + " " + (problem.arguments["text"] ?? "") + suggestion
        }
    }

    @Test(
        "says nothing of good answers",
        arguments: [
            "La poubelle jaune passe mardi 24 novembre, rue des Lavandières. Sortez-la lundi soir, après 19 h.",
            "Il faut 2 papiers.\n1. Votre ancienne carte.\n2. Une photo d'identité de moins de 6 mois.",
            "Il faut deux papiers.\n1. Votre ancienne carte.\n2. Une photo.",
            "Prendre rendez-vous :\nhttps://rendez-vous.valclair.example/carte?motif=a&b=c",
            "E-mail : accueil@valclair.example.", "Téléphone : 01 99 00 12 00.",
            "Voyez la CAF, la caisse d'allocations familiales, au 32 30.",
            "Le mot anglais newsletter veut dire une lettre.",
            "Lundi : de 8 h 30 à 12 h.", "C'est fermé aujourd'hui.", "La carte est périmée.",
            "Au menu : blanquette de veau.",
        ])
    func fine(text: String) { #expect(problems(text) == []) }

    @Test(
        "finds what breaks a rule, with what to say instead",
        arguments: [
            (
                "Veuillez venir.",
                ["jargon Veuillez > dites directement ce qu'il faut faire : « apportez », « appelez »"]
            ),
            ("Vous devez effectuer une demande.", ["jargon effectuer > faire"]),
            ("Effectuez la demande.", ["jargon Effectuez > faire"]),
            ("Venez le 26/11/2026.", ["date 26/11/2026 > jeudi 26 novembre"]),
            ("Venez le 26/11.", ["date 26/11 > jeudi 26 novembre"]),
            ("C'est ouvert à 8h30.", ["hour 8h30 > 8 h 30"]), ("C'est ouvert à 8:30.", ["hour 8:30 > 8 h 30"]),
            ("C'est ouvert à 8 h 00.", ["hour 8 h 00 > 8 h"]),
            ("Appelez le 0199001200.", ["phone 0199001200 > 01 99 00 12 00"]),
            ("Appelez le 01.99.00.12.00.", ["phone 01.99.00.12.00 > 01 99 00 12 00"]),
            ("Prenez un RDV.", ["short-form RDV > rendez-vous"]),
            ("Voyez la CAF.", ["initials CAF > caisse d'allocations familiales"]),
            ("Voyez le BZQT.", ["unknown-initials BZQT"]), ("La place Louis XIV.", ["roman XIV"]),
            ("Voici le menu 🍽️.", ["symbol 🍽️"]), ("Le pain & le lait.", ["sign & > et"]),
            ("Lundi | fermé | ouvert", ["symbol |", "table Lundi | fermé | ouvert"]),
            ("- une photo", ["bullet - une photo"]),
            ("Il faut des papiers.\n1. Une carte.\n2. Une photo.", ["uncounted-list 1. Une carte."]),
            ("Allez sur https://valclair.example pour cela.", ["link-in-line https://valclair.example"]),
            ("Voyez le site impots.gouv.fr.", ["link-in-line impots.gouv.fr"]),
            ("https://valclair.example", ["link-purpose https://valclair.example"]),
            ("Prenez la porte à droite.", ["position à droite > dites le nom de ce qu'il faut choisir"]),
            ("Lisez la newsletter.", ["foreign-word newsletter > lettre d'information"]),
            ("Écrivez un courriel.", ["other-name courriel > e-mail"]),
            ("Il faut une épitoge.", ["rare-word épitoge"]),
            ("Il faut une épitoge. Une épitoge, c'est un vêtement.", []),
            ("La carte est envoyée par la mairie.", ["passive La carte est envoyée par la mairie."]),
            ("Venez (avec la carte).", ["parenthesis Venez (avec la carte)."]),
            ("La personne qui vient dit que c'est ouvert.", ["two-ideas La personne qui vient dit que c'est ouvert."]),
        ] as [(String, [String])])
    func broken(text: String, found: [String]) { #expect(problems(text) == found) }

    @Test("counts the words of a sentence as a reader does")
    func lengths() {
        let fifteen = "Le lundi et le mardi, la mairie ouvre de bonne heure pour vous et nous."
        #expect(problems(fifteen) == [])
        let sixteen = "Le lundi et le mardi, la mairie ouvre de bonne heure pour vous et pour nous."
        let found = PlainCheckTests.check.problems(in: "Bonjour.\n" + sixteen)
        #expect(found.map(\.code) == ["plain.long-sentence"])
        #expect(found.first?.line == 2)
        #expect(found.first?.arguments["count"] == "16")
        #expect(found.first?.arguments["rule"] == "X1")
    }

    @Test("leaves the words of records and of names alone, but not their signs")
    func kinds() {
        #expect(
            problems("Veuillez consulter le règlement afférent, nonobstant → tout.", .quotation) == [
                "sign → > vers, ou une phrase"
            ])
        #expect(problems("épitoge au beurre", .name) == [])
        #expect(problems("fête du 14/07", .name) == ["date 14/07 > mercredi 14 juillet 2027"])
    }

    @Test(
        "counts syllables as they are heard",
        arguments: [
            ("mairie", 2), ("poubelle", 2), ("samedi", 3), ("boulevard", 3), ("lui", 1), ("général", 3),
            ("appartement", 4), ("autrement", 3), ("rendez-vous", 3),
            ("naissance", 2), ("déchetterie", 4), ("identité", 4), ("passe", 1), ("les", 1), ("télévision", 4),
        ])
    func syllables(word: String, count: Int) { #expect(Reading.french.syllables(in: word) == count) }

    @Test("measures our own words: no names, dates nor words of every town hall")
    func measures() {
        let measures = PlainCheckTests.check.measures(
            of: [
                "La mairie de Valclair ouvre jeudi 26 novembre, rue des Lavandières.", "Apportez une photo :",
            ], quotations: 2)
        #expect(measures.sentences == 2)
        #expect(measures.longest == 10)
        #expect(measures.quotations == 2)
        // La, de, ouvre, apportez, une, photo; "rue des Lavandières" is an address.
        #expect(measures.measured == 6)
        #expect(measures.longWords == 1)
        #expect(measures.ease != nil)
    }

    @Test("bounds a topic only once it has said enough")
    func topic() {
        let check = PlainCheckTests.check
        let hard = "Les réglementations intercommunales conditionnent fréquemment l'attribution."
        let few = check.measures(of: [hard])
        #expect(check.problems(with: few, isSimple: false) == [])
        let many = check.measures(of: Array(repeating: hard, count: 50))
        #expect(check.problems(with: many, isSimple: false).map(\.code) == ["plain.hard", "plain.long-words"])
    }

    @Test(
        "survives any text",
        arguments: ["", "\n\n", ".", "1.", "- ", "é\u{301}🏳️‍🌈", "{[|]}", "''''", "https://", "@ @@ a@b"])
    func hostile(text: String) {
        for kind in [PlainCheck.Kind.answer, .name, .quotation] {
            _ = PlainCheckTests.check.problems(in: text, as: kind)
            _ = PlainCheckTests.check.problems(in: String(repeating: text, count: 400), as: kind)
        }
        _ = PlainCheckTests.check.measures(of: [text])
    }

    @Test("of a language without lists and lexicon finds what needs no words")
    func bare() {
        let check = PlainCheck(
            rules: Languages.rules(for: "xx", words: [:]), words: [:], lexicon: nil, today: Reading.friday.day)
        let found = check.problems(in: "one two three four five six seven eight nine ten a b c d e f → g")
        #expect(
            found.map(\.code) == ["plain.long-sentence", "plain.symbol"]
                || found.map(\.code) == ["plain.symbol", "plain.long-sentence"])
        #expect(check.measures(of: ["one two"]).ease == nil)
    }
}
