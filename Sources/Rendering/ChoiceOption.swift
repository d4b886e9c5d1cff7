public import CivilTime
import Language
public import TopicKit

/// How a page lets a person choose an answer.
public enum ChoiceMarkup: Sendable, Hashable {
    /// The choices are read, and an answer is written: a numbered list.
    case list
    /// Each choice is a button named `choice`, whose value is the choice's id, of the form that has this id.
    case buttons(form: String)
}

/// An answer that a button or a key may give.
public struct ChoiceOption: Sendable, Hashable, Encodable {
    /// What the conversation takes as a choice.
    public let id: String
    /// How it is named to the person, without a point.
    public let label: String
}

extension Renderer {
    /// What a button may answer a question with: its choices, or yes and no; empty where it takes words.
    public func options(of question: Question, today: Day) -> [ChoiceOption] {
        writer(.text, today).options(of: question)
    }
}

extension LineWriter {
    func options(of question: Question) -> [ChoiceOption] {
        if question.isYesNo {
            return ["yes", "no"].map { ChoiceOption(id: $0, label: withoutPoint(own($0))) }
        }
        return question.choices.map { ChoiceOption(id: $0.id, label: withoutPoint(sentence($0.label))) }
    }

    private func withoutPoint(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }
}
