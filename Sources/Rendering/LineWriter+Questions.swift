import Language
import TopicKit

/// What is asked: the question, why it is asked, an example, and what may be answered.
extension LineWriter {
    /// The lines of a question.
    ///
    /// An ear keeps three choices, not ten, and a message costs its length: they get those that have their turn, then "ou
    /// autre chose". A choice keeps its number, so that "la quatre" means the same however it was reached.
    func ask(_ question: Question) -> [String] {
        let (said, choices) = parts(of: question)
        guard !choices.isEmpty else { return said }
        let range = isBrief ? question.saidChoices : choices.indices
        let lead = range.lowerBound == 0 ? own("choices", ["count": .count(choices.count)]) : own("more-choices")
        let rest = range.count < choices.count ? [own("other-choice")] : []
        return [said[0], lead] + range.map { item(choices[$0].label, number: $0 + 1) } + rest + said.dropFirst()
    }

    /// What is asked and why, then how to pass; and the choices, where the prompt does not name them.
    func parts(of question: Question) -> (said: [String], choices: [Question.Choice]) {
        let prompt = sentence(question.prompt)
        let reasons = [question.reason, question.example].compactMap { $0.map { sentence($0) } }
        let said = [([prompt] + reasons).joined(separator: " ")] + (question.canSkip ? [own("skip")] : [])
        let labels = question.choices.map { book.write($0.label, form: .text, today: today) }
        let isNamed = question.isYesNo || labels.isEmpty || Prompt(prompt).names(labels)
        return (said, isNamed ? [] : question.choices)
    }
}

extension Question {
    /// The choices whose turn it is; from the first again after the last.
    fileprivate var saidChoices: Range<Int> {
        let first = choices.indices.contains(firstChoice) ? firstChoice : 0
        return first..<min(first + Question.spokenChoices, choices.count)
    }
}

/// What a prompt says, to know whether it names the choices itself.
private struct Prompt {
    let words: Set<String>

    init(_ text: String) { words = Prompt.words(of: text) }

    /// Whether each label has a word that the prompt has too and no other label has.
    func names(_ labels: [String]) -> Bool {
        let each = labels.map(Prompt.words)
        return each.indices.allSatisfy { index in
            let others = each.indices.filter { $0 != index }.reduce(into: Set<String>()) { $0.formUnion(each[$1]) }
            return !each[index].subtracting(others).isDisjoint(with: words)
        }
    }

    private static func words(of text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
