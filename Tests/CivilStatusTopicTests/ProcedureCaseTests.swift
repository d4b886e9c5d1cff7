import Testing
import Town

@testable import CivilStatusTopic

@Suite("A procedure in a person's case")
struct ProcedureCaseTests {
    private func known(_ answers: [String: String]) -> ProcedureCase { ProcedureCase(Samples.card) { answers[$0] } }

    @Test(
        "Asks only what changes the documents, in order",
        arguments: [
            ([:], "motif"), (["motif": "perdue"], "personne"), (["motif": "perimee"], "personne"),
            (["motif": "perdue", "personne": "enfant"], nil), (["motif": "perimee", "personne": "enfant"], nil),
            (["motif": "perimee", "personne": "adulte"], "depuis"),
            (["motif": "perimee", "personne": "adulte", "depuis": "plus"], nil),
            (["motif": "inconnu"], "motif"), (["personne": "adulte"], "motif"),
        ] as [([String: String], String?)])
    func documentQuestions(answers: [String: String], question: String?) {
        #expect(known(answers).question(for: .document)?.id == question)
    }

    @Test(
        "Asks only what changes the fee",
        arguments: [([:], "motif"), (["motif": "perdue"], nil)] as [([String: String], String?)])
    func feeQuestions(answers: [String: String], question: String?) {
        #expect(known(answers).question(for: .fee)?.id == question)
    }

    @Test("Asks nothing for facts that always hold")
    func noQuestion() {
        #expect(known([:]).question(for: .delay) == nil)
        #expect(known([:]).question(for: [.appointment, .online]) == nil)
    }

    @Test("An answer that other answers rule out does not count")
    func staleAnswer() {
        let stale = known(["motif": "perdue", "personne": "adulte", "depuis": "plus"])
        #expect(stale.answers == ["motif": "perdue", "personne": "adulte"])
        #expect(!stale.facts(.document).map(\.text).contains("un acte de naissance"))
        let valid = known(["motif": "perimee", "personne": "adulte", "depuis": "plus"])
        #expect(valid.facts(.document).map(\.text) == ["une photo", "un acte de naissance"])
    }

    @Test("Questions that wait for each other end", .timeLimit(.minutes(1)))
    func circularQuestions() {
        let ids = (0..<60).map { "q\($0)" }
        let choices = ["a", "b"].map { ProcedureRecords.Choice(id: $0, label: $0, names: []) }
        let questions = ids.map { id in
            ProcedureRecords.Question(
                id: id, prompt: id, choices: choices,
                when: Dictionary(uniqueKeysWithValues: ids.filter { $0 != id }.map { ($0, ["a"]) }))
        }
        let fact = ProcedureRecords.Fact(kind: .fee, text: "", simple: nil, when: ["q59": ["a"]])
        let circular = ProcedureCase(Samples.procedure(questions: questions, facts: [fact])) { _ in nil }
        #expect(circular.question(for: .fee) == nil)
    }
}

@Suite("Addresses with answers in them")
struct LinkTemplateTests {
    @Test(
        "Fills what is known and leaves out the rest",
        arguments: [
            ("https://a.example/", [:], "https://a.example/"),
            ("https://a.example/r?motif={motif}", ["motif": "perdue"], "https://a.example/r?motif=perdue"),
            ("https://a.example/r?motif={motif}", [:], "https://a.example/r"),
            ("https://a.example/r?a={a}&b={b}&c=1", ["b": "x"], "https://a.example/r?b=x&c=1"),
            ("https://a.example/{a}/r", [:], nil),
            ("https://a.example/{a}/r", ["a": "é ?/"], "https://a.example/%C3%A9%20%3F%2F/r"),
            ("https://a.example/{a", ["a": "x"], "https://a.example/{a"), ("", [:], ""),
        ] as [(String, [String: String], String?)])
    func fill(url: String, answers: [String: String], expected: String?) {
        #expect(LinkTemplate.fill(url, with: answers) == expected)
    }
}
