import Language
import Rendering
import Testing
import TopicKit

@Suite("A question as lines")
struct QuestionTests {
    private func lines(_ question: Question, _ form: Form = .text) -> [String] {
        Sample.renderer.lines(.asking(question), form: form, today: Sample.today)
    }

    private func question(_ count: Int, first: Int = 0) -> Question {
        let choices = (1...count).map {
            Question.Choice(id: "\($0)", label: Sample.text("raison \("abcdefg".dropFirst($0 - 1).prefix(1))"))
        }
        var question = Question(slot: "s", prompt: Sample.text("Pourquoi ?"), choices: choices)
        question.firstChoice = first
        return question
    }

    @Test("A question says why and gives an example, and how to pass")
    func reason() {
        let question = Question(
            slot: "street", prompt: Sample.text("Quelle est votre rue ?"),
            reason: Sample.text("chaque rue a son jour de collecte"),
            example: Sample.text("par exemple : rue des Tilleuls"), canSkip: true)
        #expect(
            lines(question) == [
                "Quelle est votre rue ? Chaque rue a son jour de collecte. Par exemple : rue des Tilleuls.",
                "Pour ne pas répondre, dites : je passe.",
            ])
    }

    @Test("All choices are numbered to read; three at a time are said, with their numbers")
    func choices() {
        #expect(lines(question(5)).count == 7)
        #expect(lines(question(5)).last == "5. Raison e.")
        #expect(
            lines(question(5), .speech) == [
                "Pourquoi ?", "Il y a cinq réponses possibles.", "Un. Raison a.", "Deux. Raison b.", "Trois. Raison c.",
                "Ou dites : autre chose.",
            ])
        #expect(
            lines(question(5, first: 3), .speech) == [
                "Pourquoi ?", "Voici d'autres réponses possibles.", "Quatre. Raison d.", "Cinq. Raison e.",
                "Ou dites : autre chose.",
            ])
        #expect(lines(question(3), .speech).last == "Trois. Raison c.")
        #expect(lines(question(5, first: 99), .speech)[2] == "Un. Raison a.")
    }
}
