import Language
import Testing

@Suite("French addresses")
struct AddressTests {
    @Test(
        "An address is read however it is written",
        arguments: [
            ("12 rue des Lilas", "12 rue des Lilas"), ("12, rue des Lilas", "12 rue des Lilas"),
            ("12 bis rue des Lilas", "12 bis rue des Lilas"), ("12bis rue des Lilas", "12 bis rue des Lilas"),
            ("12b rue des Lilas", "12 b rue des Lilas"), ("12 B, rue des Lilas", "12 b rue des Lilas"),
            ("12 ter rue des Lilas", "12 ter rue des Lilas"), ("12-14 rue des Lilas", "12-14 rue des Lilas"),
            ("numéro 12 rue des Lilas", "12 rue des Lilas"), ("n°12 rue des Lilas", "12 rue des Lilas"),
            ("n° 12, rue des Lilas", "12 rue des Lilas"), ("au 12 de la rue des Lilas", "12 rue des Lilas"),
            ("douze rue des Lilas", "12 rue des Lilas"), ("rue des Lilas", "rue des Lilas"),
            ("rue des Lilas numéro 12", "12 rue des Lilas"), ("rue des Lilas au numéro 12", "12 rue des Lilas"),
            ("rue des Lilas n° 12", "12 rue des Lilas"), ("rue des Lilas, 12", "12 rue des Lilas"),
            ("rue des Lilas 12 bis", "12 bis rue des Lilas"), ("RUE DES LILAS", "rue DES LILAS"),
            ("12 RUE DES LILAS", "12 rue DES LILAS"), ("12 av. de la Gare", "12 avenue de la Gare"),
            ("12 av de la Gare", "12 avenue de la Gare"), ("bd Voltaire", "boulevard Voltaire"),
            ("3 bvd Voltaire", "3 boulevard Voltaire"), ("3 pl. de la Mairie", "3 place de la Mairie"),
            ("3 chem. des Écoliers", "3 chemin des Écoliers"), ("3 imp. du Moulin", "3 impasse du Moulin"),
            ("3 all. des Tilleuls", "3 allée des Tilleuls"), ("3 rte de Lyon", "3 route de Lyon"),
            ("12 r. des Lilas", "12 rue des Lilas"), ("12 ru des lilas", "12 rue des lilas"),
            ("12 boulvard jean jaurès", "12 boulevard jean jaurès"), ("12 avenu de la gare", "12 avenue de la gare"),
            ("5 rue du 8 mai 1945", "5 rue du 8 mai 1945"), ("rue du 11 novembre", "rue du 11 novembre"),
            ("rue Pierre et Marie Curie", "rue Pierre et Marie Curie"), ("8 rue du midi", "8 rue du midi"),
            ("3 allée Jean-Jacques Rousseau", "3 allée Jean-Jacques Rousseau"),
            ("12 rue de l'Église", "12 rue de l'Église"), ("12 rue d'Alsace", "12 rue d'Alsace"),
            ("rue des 4 Vents", "rue des 4 Vents"),
            ("2 rue de la 2e DB", "2 rue de la 2e DB"), ("1 lotissement les chênes", "1 lotissement les chênes"),
        ])
    func written(text: String, expected: String) { #expect(Reading.amounts(text) == "address " + expected) }

    @Test(
        "The postcode and the town belong to it",
        arguments: [
            ("12 rue des Lilas 38170 Valclair", "12 rue des Lilas, 38170 Valclair"),
            ("12 rue des Lilas, 38170 Valclair", "12 rue des Lilas, 38170 Valclair"),
            ("12 rue des Lilas 38170", "12 rue des Lilas, 38170"),
            ("12 rue des lilas 38170 valclair", "12 rue des lilas, 38170 valclair"),
            ("12 BIS AVENUE JEAN JAURES 38170 VALCLAIR", "12 bis avenue JEAN JAURES, 38170 VALCLAIR"),
            ("12 chemin des Écoliers à Saint-Martin-d'Hères", "12 chemin des Écoliers, Saint-Martin-d'Hères"),
            ("rue des Lilas à Valclair", "rue des Lilas, Valclair"),
            ("12 rue Jean Moulin, Valclair", "12 rue Jean Moulin, Valclair"),
            ("12 rue des Lilas, merci", "12 rue des Lilas"),
            ("12 Grande Rue, 38170 Valclair", "12 Grande Rue, 38170 Valclair"),
        ])
    func towns(text: String, expected: String) { #expect(Reading.amounts(text) == "address " + expected) }

    @Test(
        "The name ends where the sentence goes on",
        arguments: [
            ("j'habite 12 rue des Lilas et ma poubelle est pleine", "12 rue des Lilas"),
            ("quand passe le camion rue des lilas ?", "rue des lilas"), ("rue des Lilas demain", "rue des Lilas"),
            ("3 impasse du Moulin mardi matin", "3 impasse du Moulin"),
            ("12 av. de la gare j'ai pas de bac", "12 avenue de la gare"),
            ("je suis au 4 impasse des glycines, c'est quand ?", "4 impasse des glycines"),
            ("12 rue des Lilas bac jaune", "12 rue des Lilas"),
            ("rue victor hugo mon bac est cassé", "rue victor hugo"),
            ("12 rue des Lilas est-ce que vous passez", "12 rue des Lilas"),
            ("la rue de la République est barrée", "rue de la République"),
            ("12 place du marché", "12 place du marché"), ("où est la place de la Mairie ?", "place de la Mairie"),
        ])
    func ends(text: String, expected: String) { #expect(Reading.amounts(text) == "address " + expected) }

    @Test(
        "What is no address is none",
        arguments: [
            "la rue est bloquée", "rue", "12 rue", "ma rue", "dans la rue", "une place de parking",
            "une place à la crèche", "2 cours de danse", "des cours de piano", "2 places à 3 euros", "une place libre",
            "le passage du camion", "la route est coupée", "12 ans", "12 €", "la résidence", "en cours", "le 12",
            "j'ai 2 allées", "quelle rue ?", "la place du marché est fermée", "un chemin", "la montée des prix",
            "le quai", "numéro 12", "combien de passages gratuits", "dans quelle rue la crèche Les Petits Pas",
            "quel chemin prendre", "chemin de table", "Cours en ligne : les élèves", "monter le volume",
            "le marché de la place", "les rues du centre", "avenue", "01 99 00 12 34", "le clos",
        ])
    func none(text: String) { #expect(!Reading.amounts(text).contains("address")) }

    @Test("An address keeps its person's words")
    func words() {
        #expect(
            Reading.amountWords("j'habite 12 bis, av. de la Gare 38170 Valclair") == [
                "12 bis, av. de la Gare 38170 Valclair"
            ])
    }
}
