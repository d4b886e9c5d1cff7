import CivilTime
import Diagnostics
import Language
import Testing
import TopicKit
import Understanding

@Suite struct GazetteerTests {
    @Test(
        "A street is found however it is written",
        arguments: [
            ("quand passe le camion rue des Tilleuls", "rue des Tilleuls"),
            ("rue des tilleul", "rue des Tilleuls"),
            ("ru des tilleuls", "rue des Tilleuls"),
            ("j'habite aux Tilleuls", "rue des Tilleuls"),
            ("RUE DES LILAS", "rue des Lilas"),
            ("rue des lila", "rue des Lilas"),
            ("avenue de l'Égalité", "avenue de l'Égalité"),
            ("avenue de legalité", "avenue de l'Égalité"),
            ("avenue de l egalite", "avenue de l'Égalité"),
            ("place du marché", "place du Marché"),
            ("rue des Tilluels", "rue des Tilleuls"),
        ])
    func streets(text: String, street: String) throws {
        let meaning = try sample().read(Utterance(text), now: sampleNow, calendar: DayCalendar())
        #expect(meaning.mentions.first { $0.slot == "street" }?.entry == street)
    }

    @Test(
        "What is not a name is not taken for one",
        arguments: ["bonjour", "il pleut", "la rue est belle", "tilde", "", "🚮🚮", "12", "lit"])
    func nothing(text: String) throws {
        let meaning = try sample().read(Utterance(text), now: sampleNow, calendar: DayCalendar())
        #expect(meaning.mentions.filter { $0.slot == "street" }.isEmpty)
    }

    @Test(
        "A choice is made by name, by rank or by one telling word",
        arguments: [
            ("perdue", "lost"), ("je l'ai perdu", "lost"), ("la deuxième", "first"), ("2", "first"),
            ("c'est une première", "first"), ("elle est volé", "stolen"), ("je ne sais pas", nil), ("", nil),
            ("7", nil),
        ])
    func choices(text: String, choice: String?) throws {
        let options = [
            Understanding.Option(id: "lost", names: ["une carte perdue", "perdu", "égaré"]),
            Understanding.Option(id: "first", names: ["une première carte", "jamais eu"]),
            Understanding.Option(id: "stolen", names: ["une carte volée", "volé"]),
        ]
        #expect(try sample().choice(in: Utterance(text), among: options) == choice)
    }

    @Test(
        "A figure is a name in words too, as a recogniser hears it",
        arguments: [
            ("il a huit ans", "child"), ("8 ans", "child"), ("seize ans", "young"), ("moins de quinze ans", "child"),
            ("neuf", nil),
        ])
    func figures(text: String, choice: String?) throws {
        let options = [
            Understanding.Option(id: "young", names: ["16 ans", "17 ans"]),
            Understanding.Option(id: "child", names: ["8 ans", "moins de 15 ans"]),
        ]
        #expect(try sample().choice(in: Utterance(text), among: options) == choice)
    }

    @Test(
        "A name of an option is alone when nothing of substance stands beside it",
        arguments: [
            ("une carte perdue", true), ("perdu", true), ("perdu à la piscine", false),
            ("la piscine", false), ("", false),
        ])
    func onlyName(text: String, isAlone: Bool) throws {
        let options = [Understanding.Option(id: "lost", names: ["une carte perdue", "perdu"])]
        #expect(try sample().isOnlyName(Utterance(text), of: options) == isAlone)
    }
}

@Suite struct IntentTests {
    @Test(
        "An intent is recognised however it is written",
        arguments: [
            ("quand passe la poubelle jaune", "waste.next"), ("c kan la poubel jone", "waste.next"),
            ("QUAND PASSE LA POUBELLE JAUNE ?!", "waste.next"), ("quand passe, la poubelle jaune", "waste.next"),
            ("où jeter le verre", "waste.sort"), ("ou on jete le vere", "waste.sort"),
            ("ou jeter des verres", "waste.sort"),
        ])
    func intents(text: String, intent: String) throws {
        let meaning = try sample().read(Utterance(text), now: sampleNow, calendar: DayCalendar())
        #expect(meaning.candidates.first?.intent == intent)
        #expect((meaning.candidates.first?.confidence ?? 0) >= Understanding.threshold)
    }

    @Test("The trained form is taken up again unchanged, and a damaged one is refused")
    func compiled() throws {
        let trained = try sample()
        let stored = trained.compiled()
        let again = try #require(Understanding(compiled: stored, knowledge: try knowledge()))
        for text in ["quand passe la poubelle jaune", "rue des tilleul", "n'importe quoi"] {
            let (a, b) = (
                trained.read(Utterance(text), now: sampleNow, calendar: DayCalendar()),
                again.read(Utterance(text), now: sampleNow, calendar: DayCalendar())
            )
            #expect(a.candidates == b.candidates)
            #expect(a.mentions == b.mentions)
        }
        #expect(Understanding(compiled: stored.dropLast(3), knowledge: try knowledge()) == nil)
        #expect(Understanding(compiled: stored.dropFirst(1), knowledge: try knowledge()) == nil)
    }
}

private let sampleNow = Moment(Day(number: 20_777), hour: 10)

/// French with the words of this package.
private func french() throws -> French {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return French(words: LocaleFiles.load(directory: "/" + root + "/Locales/fr").value.words)
}

private func knowledge() throws -> Knowledge {
    let french = try french()
    return Knowledge(rules: french, words: french.words)
}

private func sample() throws -> Understanding { try trained.get() }

/// Trained once for all the tests.
private let trained = Result { () throws -> Understanding in
    let streets = ["rue des Tilleuls", "rue des Lilas", "avenue de l'Égalité", "place du Marché"]
    let manifest = Manifest(
        id: "waste", intents: [Intent("waste.next", optional: ["street"]), Intent("waste.sort")],
        slots: [Slot("street", .entity, entries: streets.map { Entry(id: $0, names: [$0]) })])
    let definition = Definition(
        manifest: manifest,
        examples: [
            "waste.next": [
                "quand passe la poubelle jaune", "c'est quand le ramassage {street}", "jour de collecte",
                "quand ramasse-t-on les poubelles {street}", "quel jour passe le camion",
            ],
            "waste.sort": [
                "où jeter le verre", "dans quelle poubelle va le carton", "que faire des piles",
                "où mettre un pot de yaourt",
                "ça se jette où",
            ],
        ], values: [:])
    let other = Definition(
        manifest: Manifest(id: "core", intents: []),
        examples: ["core.outside": ["quel temps fait-il", "raconte une blague", "mets de la musique", "j'ai faim"]],
        values: [:])
    return Understanding(definitions: [definition, other], knowledge: try knowledge(), now: sampleNow)
}
