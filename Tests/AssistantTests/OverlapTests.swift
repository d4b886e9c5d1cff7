import CivilTime
import Diagnostics
import Dialogue
import Language
import Testing
import TopicKit
import TownStore
import Understanding

@testable import Assistant

@Suite struct OverlapTests {
    @Test("Our own topics do not take each other's questions")
    func ownTopics() throws {
        let report = try TopicsReport.check()
        #expect(!report.hasErrors, "\(report.lines)")
        #expect(report.lines.count == 1)
    }

    @Test(
        "A topic that keeps to its own ground is accepted",
        arguments: [
            [
                "pool.lessons": [
                    "quand commencent les cours de natation", "apprendre à nager", "cours de nage pour débutants",
                    "inscrire ma fille aux cours de natation", "y a-t-il des cours d'aquagym",
                ],
                "pool.price": [
                    "combien coûte l'entrée de la piscine", "le prix d'un ticket de piscine", "tarif piscine enfant",
                    "abonnement annuel à la piscine", "y a-t-il un tarif réduit à la piscine",
                ],
                "pool.rules": [
                    "faut-il un bonnet de bain", "on peut venir en short de bain",
                    "quelle est la température de l'eau", "le bonnet est-il obligatoire", "peut-on louer des palmes",
                ],
            ],
            [
                "library.loan": [
                    "combien de livres peut-on emprunter", "prolonger un emprunt", "rendre un livre en retard",
                    "emprunter des dvd", "j'ai perdu un livre de la bibliothèque",
                ],
                "library.card": [
                    "comment s'inscrire à la bibliothèque", "prix de l'abonnement à la médiathèque",
                    "la carte de bibliothèque est-elle gratuite", "renouveler ma carte de bibliothèque",
                    "une carte de bibliothèque pour mon fils",
                ],
            ],
            [
                "parking.where": [
                    "où se garer dans le centre", "le stationnement est-il payant", "combien coûte le parking",
                    "carte de stationnement résident", "amende de stationnement",
                ]
            ],
        ])
    func harmless(examples: [String: [String]]) throws {
        #expect(try refusals(of: examples) == [])
    }

    @Test(
        "A topic that takes another's questions is refused, and told which",
        arguments: [
            (
                [
                    "bins.when": [
                        "quel jour passe le camion des poubelles", "la poubelle jaune passe quand",
                        "le ramassage des ordures c'est quand", "quand sortir la poubelle", "collecte des encombrants",
                    ]
                ], "waste"
            ),
            (
                [
                    "loans.loan": [
                        "combien de livres peut-on emprunter", "prolonger un emprunt", "emprunter des dvd",
                        "quel est le menu de la cantine demain", "on mange quoi à la cantine",
                        "combien coûte la cantine",
                    ]
                ], "canteen"
            ),
            (
                [
                    "loans.loan": [
                        "combien de livres peut-on emprunter", "prolonger un emprunt", "emprunter des dvd",
                        "rendre un livre en retard", "je voudrais savoir le menu de la cantine pour demain midi",
                    ]
                ], "canteen"
            ),
            (
                [
                    "any.thing": [
                        "c'est quand", "comment faire", "où aller", "combien ça coûte", "quels sont les horaires",
                        "il me faut quoi", "je voudrais des informations",
                    ]
                ], "hours"
            ),
            (["mine.hello": ["bonjour", "merci", "répète", "au revoir", "aide"]], "core"),
        ])
    func clashing(examples: [String: [String]], with other: String) throws {
        #expect(try refusals(of: examples).contains(other))
    }

    @Test("A refused topic leaves the others as they are, and the reason names both topics and the sentence")
    func refused() throws {
        let assistant = try Assistant.open(place: .memory)
        let examples = ["loans.loan": ["on mange quoi à la cantine", "un livre", "des livres", "un dvd", "des dvd"]]
        let checked = try registry(with: examples)
        #expect(checked.value.entries.map(\.manifest.id) == assistant.setting.registry.entries.map(\.manifest.id))
        let line = assistant.message(try #require(checked.diagnostics.first))
        for text in ["canteen", "loans", "on mange quoi à la cantine", "Locales/fr/loans.yaml"] {
            #expect(line.contains(text), "\(line)")
        }
    }

    /// The topics whose sentences a topic of these examples claims when it is installed last.
    private func refusals(of examples: [String: [String]]) throws -> [String] {
        try registry(with: examples).diagnostics.compactMap { $0.arguments["earlier"] }
    }

    private func registry(with examples: [String: [String]]) throws -> Checked<Registry> {
        let assistant = try Assistant.open(place: .memory)
        let id = examples.keys.first.map { String($0.prefix { $0 != "." }) } ?? ""
        var words = TopicWords()
        words.title = id
        words.examples = examples
        let files = LocaleFiles(
            language: "fr", topics: assistant.files.topics.merging([id: words]) { $1 }, words: assistant.files.words)
        let topic = Sample(manifest: Manifest(id: id, intents: examples.keys.sorted().map { Intent($0) }))
        let knowledge = assistant.setting.understanding.knowledge
        let installed = assistant.setting.registry.entries.map(\.installed) + [InstalledTopic(topic, language: "fr")]
        let whole = Registry.load(installed, files: files)
        let overlaps = whole.value.overlaps(whole.value.judged(knowledge: knowledge))
        return whole.value.refusing(overlaps, language: "fr")
    }
}

/// A topic that only has example sentences.
private struct Sample: Topic {
    let manifest: Manifest

    func reply(to request: TopicRequest) async -> Reply { request.unknown("core.unknown") }
}
