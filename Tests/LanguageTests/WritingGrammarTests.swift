import Language
import Testing

@Suite("French grammar in writing")
struct WritingGrammarTests {
    private let french = TestFrench.rules

    @Test(
        "A preposition contracts and elides",
        arguments: [
            ("de", "la piscine", "de la piscine"), ("de", "le marché", "du marché"), ("de", "l'école", "de l'école"),
            ("de", "les écoles", "des écoles"), ("de", "Annecy", "d'Annecy"), ("de", "Évreux", "d'Évreux"),
            ("de", "Hambourg", "de Hambourg"), ("de", "le hangar", "du hangar"), ("de", "Hyères", "d'Hyères"),
            ("de", "Le Havre", "du Havre"), ("de", "Les Mureaux", "des Mureaux"),
            ("de", "La Rochelle", "de La Rochelle"),
            ("de", "L'Isle-Adam", "de L'Isle-Adam"), ("de", "des arachides", "d'arachides"),
            ("de", "de la salade", "de salade"), ("de", "du poulet", "de poulet"),
            ("de", "onze heures", "de onze heures"),
            ("de", "huit heures", "de huit heures"), ("de", "8 h 30", "de 8 h 30"), ("de", "Yvetot", "d'Yvetot"),
            ("de", "yaourt", "de yaourt"), ("de", "haricots", "de haricots"), ("de", "hauteur", "de hauteur"),
            ("de", "une piscine", "d'une piscine"), ("de", "« Ulysse »", "d'« Ulysse »"), ("de", "", "de "),
            ("de", "le lundi 21", "du lundi 21"), ("de", "LES HALLES", "des HALLES"), ("de", "le", "de le"),
            ("à", "la mairie", "à la mairie"), ("à", "le marché", "au marché"), ("à", "les Halles", "aux Halles"),
            ("à", "l'école", "à l'école"), ("à", "Annecy", "à Annecy"), ("à", "Le Havre", "au Havre"),
            ("jusqu'à", "le marché", "jusqu'au marché"), ("jusqu'à", "17 h 30", "jusqu'à 17 h 30"),
            ("que", "il", "qu'il"), ("que", "elle", "qu'elle"), ("que", "la mairie", "que la mairie"),
            ("si", "il", "s'il"), ("si", "elle", "si elle"),
        ])
    func prepositions(preposition: String, name: String, expected: String) {
        #expect(french.join([name], preposition: preposition) == expected)
    }

    @Test(
        "An enumeration ends with \"et\"",
        arguments: [
            ([], nil, ""), (["A"], nil, "A"), (["A", "B"], nil, "A et B"), (["A", "B", "C"], nil, "A, B et C"),
            (["la mairie", "le marché"], "à", "à la mairie et au marché"), (["A", "B"], "que", "qu'A et B"),
        ] as [([String], String?, String)])
    func enumeration(items: [String], preposition: String?, expected: String) {
        #expect(french.join(items, preposition: preposition) == expected)
    }

    @Test(
        "A noun tells its gender and number",
        arguments: [
            (Noun("la piscine"), true, false), (Noun("le marché"), false, false), (Noun("les poubelles"), true, true),
            (Noun("les marchés"), false, true), (Noun("l'école"), true, false),
            (Noun("l'hôtel de ville"), false, false),
            (Noun("l'animation"), true, false), (Noun("Valclair"), false, false), (Noun("les emballages"), false, true),
            (Noun("l'accueil"), false, false), (Noun("l'été"), false, false), (Noun("une heure"), true, false),
            (Noun("ordures", gender: .feminine, isPlural: true), true, true), (Noun("votre carte"), true, false),
            (Noun("les musées"), false, true), (Noun("La Poste"), true, false), (Noun(""), false, false),
        ])
    func nouns(noun: Noun, isFeminine: Bool, isPlural: Bool) {
        #expect(french.agreement(of: noun) == Agreement(isFeminine: isFeminine, isPlural: isPlural))
    }

    @Test(
        "Zero and one are singular",
        arguments: [(0, false), (1, false), (2, true), (-1, false), (-2, true), (Int.min, true)])
    func plurals(count: Int, isPlural: Bool) { #expect(french.isPlural(count) == isPlural) }

    @Test(
        "Sentences start with a capital and end with a mark",
        arguments: [
            ("la piscine est ouverte", "La piscine est ouverte."), ("l'accueil", "L'accueil."),
            ("oui. elle passe.", "Oui. Elle passe."),
            ("ça va ? oui", "Ça va ? Oui."), ("œuvre", "Œuvre."), ("il faut 4 papiers :", "Il faut 4 papiers :"),
            ("8 h 30", "8 h 30."), ("« bonjour »", "« Bonjour »."),
            ("accueil@valclair.example", "accueil@valclair.example."),
            ("valclair.example/contact", "valclair.example/contact."), ("", ""), ("   ", ""), ("a  b", "A b."),
            ("?", "?"),
            ("elle coûte 3.50", "Elle coûte 3.50."),
        ])
    func sentences(text: String, expected: String) { #expect(french.sentence(text) == expected) }
}
