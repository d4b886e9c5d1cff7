public import CivilTime
public import Language
public import TopicKit

extension Renderer {
    /// A reply as a fragment of a web page: paragraphs, lists, links and addresses, everything escaped.
    ///
    /// No style, no script, no id, and no class but that of buttons: the page decides how it looks, and one fragment may stand beside another. A link's text is
    /// its purpose. What is in another language than the answer is marked with `lang`.
    ///
    /// - Parameters:
    ///   - reply: what to say.
    ///   - content: which part of it.
    ///   - form: the wording, to read.
    ///   - recordLanguage: the language of the town's records, where it may not be that of the answer.
    ///   - recordTexts: the texts of those records that are said as they are; nil where every text of a source is.
    ///   - choices: how a person chooses an answer to a question.
    ///   - today: the day on which it is said.
    /// - Returns: elements that may stand in a `div`, one after the other.
    public func html(
        _ reply: Reply, _ content: Content = .answer, form: Form = .text, recordLanguage: String? = nil,
        recordTexts: Set<String>? = nil, choices: ChoiceMarkup = .list, today: Day
    ) -> String {
        let writer = HTMLWriter(
            lines: writer(form, today), recordLanguage: recordLanguage, recordTexts: recordTexts, choices: choices)
        return writer.elements(reply, content).joined(separator: "\n")
    }
}
