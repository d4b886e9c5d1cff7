import Language
import TopicKit

/// Writes the parts of a reply as elements of a web page.
struct HTMLWriter {
    let lines: LineWriter
    let recordLanguage: String?
    /// The texts of the town's records that are said in their own language.
    let recordTexts: Set<String>?
    /// How a person chooses an answer.
    var choices = ChoiceMarkup.list

    /// The elements of one part of a reply.
    func elements(_ reply: Reply, _ content: Renderer.Content) -> [String] {
        let asked = reply.question.map(question) ?? []
        let elements =
            switch content {
            case .answer: elements(reply.parts) + asked + (lines.form == .text ? sources(reply.evidence) : [])
            case .details: details(reply)
            case .links: reply.links.map { paragraph(link($0)) }
            case .spelling: paragraphs(lines.spelling(reply))
            }
        guard elements.isEmpty, let nothing = content.nothing else { return elements }
        return paragraphs([lines.own(nothing)]) + asked
    }

    private func elements(_ parts: [Reply.Part]) -> [String] {
        var elements: [String] = []
        var statements: [String] = []
        for part in parts {
            if case .statement(let phrase) = part {
                statements.append(sentence(phrase))
            } else {
                elements += close(&statements) + self.elements(part)
            }
        }
        return elements + close(&statements)
    }

    /// Statements that follow each other are one paragraph.
    private func close(_ statements: inout [String]) -> [String] {
        defer { statements = [] }
        let text = statements.filter { !$0.isEmpty }.joined(separator: " ")
        return text.isEmpty ? [] : [paragraph(text)]
    }

    private func elements(_ part: Reply.Part) -> [String] {
        switch part {
        case .statement(let phrase): [paragraph(sentence(phrase))]
        case .list(let title, let items): list("ul", title, items.map { sentence($0) })
        case .steps(let title, let items): list("ol", title, items.map { sentence($0) })
        case .schedule(let title, let rows):
            list("ul", title, rows.map { own("row", ["head": .phrase($0.head), "body": .phrase($0.body)]) })
        case .contact(let contact): [self.contact(contact)]
        case .link(let link): [paragraph(self.link(link))]
        // A record's own words wait for "plus de détails".
        case .quotation: []
        }
    }

    private func list(_ name: String, _ title: Phrase, _ items: [String]) -> [String] {
        let title = paragraph(sentence(title))
        return items.count > 1 ? [title, HTMLText.list(name, items)] : [title] + items.map(paragraph)
    }

    /// A question; its choices are an ordered list, since an answer may be a number.
    private func question(_ question: Question) -> [String] {
        let (said, choices) = lines.parts(of: question)
        let lead = choices.isEmpty ? [] : [lines.own("choices", ["count": .count(choices.count)])]
        let rest = paragraphs(Array(said.dropFirst()))
        switch self.choices {
        case .list:
            let list = choices.isEmpty ? [] : [HTMLText.list("ol", choices.map { sentence($0.label) })]
            return paragraphs([said[0]] + lead) + list + rest
        case .buttons(let form):
            let buttons = lines.options(of: question).map { button($0, form: form) }
            let list = buttons.isEmpty ? [] : [HTMLText.list("ol", ofClass: "choices", buttons)]
            return paragraphs([said[0]] + lead) + list + rest
        }
    }

    private func button(_ option: ChoiceOption, form: String) -> String {
        let (form, id) = (HTMLText.escaped(form), HTMLText.escaped(option.id))
        return "<button type=\"submit\" form=\"\(form)\" name=\"choice\" value=\"\(id)\">"
            + HTMLText.escaped(option.label) + "</button>"
    }

    // MARK: Who and where

    private func contact(_ contact: Contact) -> String {
        let name = own("contact", ["name": record(contact.name)])
        let phone = contact.phone.map { phone in
            linked(own("contact-phone", ["phone": .phone(phone)]), write(.phone(phone)), "tel:" + Self.dialled(phone))
        }
        let address = contact.address.map { own("contact-address", ["address": record($0)]) }
        let email = contact.email.map { email in
            linked(own("contact-email", ["email": .email(email)]), email, "mailto:" + email)
        }
        let page = contact.url.map {
            HTMLText.link(linkText(own("contact-page", ["name": record(contact.name)])), to: $0)
        }
        let ways = [phone, address, email, page].compactMap { $0 }
        return HTMLText.element("address", "\n" + paragraph(name) + "\n" + HTMLText.list("ul", ways) + "\n")
    }

    /// A sentence in which one stretch is a link: a number that a telephone dials, an address that opens a letter.
    private func linked(_ sentence: String, _ text: String, _ address: String) -> String {
        let text = HTMLText.escaped(text)
        return sentence.replacing(text, with: HTMLText.link(text, to: address))
    }

    private func write(_ value: Value) -> String {
        lines.book.rules.write(value, style: nil, form: lines.form, today: lines.today)
    }

    private static func dialled(_ phone: String) -> String { phone.filter { $0.isNumber || $0 == "+" } }

    private func link(_ link: Link) -> String { HTMLText.link(linkText(sentence(link.purpose)), to: link.url) }

    /// A sentence without its point, which is no part of what a link is for.
    private func linkText(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    // MARK: Where the facts come from

    private func sources(_ evidence: [Evidence]) -> [String] {
        unique(evidence).map {
            paragraph(own("source", ["title": record($0.title), "publisher": record($0.publisher)]))
        }
    }

    private func details(_ reply: Reply) -> [String] {
        let quotations = (reply.parts + reply.details).flatMap { part -> [String] in
            if case .quotation(let text, let source) = part { quotation(text, source) } else { [] }
        }
        return elements(reply.details) + quotations + unique(reply.evidence).flatMap(self.evidence)
    }

    private func quotation(_ text: String, _ source: String) -> [String] {
        let words = lines.readable(text).map { paragraph(HTMLText.escaped(lines.book.rules.sentence($0))) }
        return [
            paragraph(own("quotation", ["source": record(source)])),
            HTMLText.element("blockquote", lang: foreign(recordLanguage), words.joined()),
        ]
    }

    private func evidence(_ evidence: Evidence) -> [String] {
        let title = ["title": record(evidence.title), "publisher": record(evidence.publisher)]
        let dates = lines.dates(evidence).map { HTMLText.escaped($0) }
        let page = evidence.url.map { paragraph(HTMLText.link(linkText(own("evidence-link", title)), to: $0)) }
        return [paragraph(([own("evidence", title)] + dates).joined(separator: " "))] + (page.map { [$0] } ?? [])
    }

    private func unique(_ evidence: [Evidence]) -> [Evidence] {
        var seen: Set<String> = []
        return evidence.filter { seen.insert($0.title).inserted }
    }

    // MARK: Words

    private func paragraph(_ markup: String) -> String { HTMLText.element("p", markup) }

    private func paragraphs(_ texts: [String]) -> [String] { texts.map { paragraph(HTMLText.escaped($0)) } }

    private func own(_ name: String, _ values: [String: Value] = [:]) -> String {
        sentence(Phrase("core.render-" + name, values))
    }

    /// A text of the town's records, marked with their language where it is not the answer's.
    private func record(_ text: String) -> Value {
        guard let language = foreign(recordLanguage), recordTexts?.contains(text) ?? true else {
            return .noun(Noun(text))
        }
        return .phrase(.text([language: text]))
    }

    private func foreign(_ language: String?) -> String? {
        language == lines.book.files.language ? nil : language
    }

    /// A phrase as markup: what is in it of another language becomes a `span` that says which.
    private func sentence(_ phrase: Phrase) -> String {
        var spans = ForeignSpans(
            language: lines.book.files.language, recordLanguage: foreign(recordLanguage), recordTexts: recordTexts ?? []
        )
        let marked = spans.mark(phrase) { lines.book.rules.agreement(of: $0) }
        return spans.restored(HTMLText.escaped(lines.sentence(marked)))
    }
}
