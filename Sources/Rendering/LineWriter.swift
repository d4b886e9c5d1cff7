import CivilTime
import Language
import TopicKit

/// Writes the parts of a reply in one form.
struct LineWriter {
    let book: PhraseBook
    let form: Form
    let today: Day

    /// The answer, what is asked, and in writing where the facts come from.
    func answer(_ reply: Reply) -> [String] {
        var lines = self.lines(reply.parts)
        let hasLink = reply.parts.contains { if case .link = $0 { true } else { false } }
        if form == .speech, hasLink { lines.append(own("link-hint")) }
        if let question = reply.question { lines += ask(question) }
        return lines + (form == .text ? sources(reply.evidence) : [])
    }

    /// The web addresses alone.
    func links(_ reply: Reply) -> [String] {
        reply.links.isEmpty ? [own("no-link")] : reply.links.flatMap { address($0) }
    }

    /// The lines of parts; statements that follow each other are one paragraph.
    func lines(_ parts: [Reply.Part]) -> [String] {
        var lines: [String] = []
        var isStatementLast = false
        for part in parts {
            if case .statement(let phrase) = part {
                let text = sentence(phrase)
                if isStatementLast, let last = lines.popLast() {
                    lines.append(last + " " + text)
                } else {
                    lines.append(text)
                }
                isStatementLast = true
            } else {
                lines += self.lines(part)
                isStatementLast = false
            }
        }
        return lines.filter { !$0.isEmpty }
    }

    private func lines(_ part: Reply.Part) -> [String] {
        switch part {
        case .statement(let phrase): [sentence(phrase)]
        case .list(let title, let items), .steps(let title, let items): [sentence(title)] + numbered(items)
        case .schedule(let title, let rows):
            [sentence(title)] + rows.map { own("row", ["head": .phrase($0.head), "body": .phrase($0.body)]) }
        case .contact(let contact): lines(contact)
        case .link(let link): form == .speech ? [] : address(link)
        // A record's own words wait for "plus de détails".
        case .quotation: []
        }
    }

    /// Items with their numbers; one item alone needs none.
    private func numbered(_ items: [Phrase]) -> [String] {
        guard items.count > 1 else { return items.map { sentence($0) } }
        return items.enumerated().map { index, item in
            let number = "\(index + 1). "
            return book.rules.sentence(
                (form == .speech ? book.rules.spoken(number) : number) + book.write(item, form: form, today: today))
        }
    }

    /// A question; its choices are listed where the prompt does not name them.
    private func ask(_ question: Question) -> [String] {
        let prompt = ([question.prompt, question.reason, question.example].compactMap { $0 }).map(sentence).joined(
            separator: " ")
        let labels = question.choices.map { book.write($0.label, form: .text, today: today) }
        if question.isYesNo || labels.isEmpty || Prompt(prompt).names(labels) { return [prompt] }
        return [prompt, own("choices", ["count": .count(labels.count)])] + numbered(question.choices.map(\.label))
    }

    // MARK: Who and where

    private func lines(_ contact: Contact) -> [String] {
        let name = own("contact", ["name": .noun(Noun(contact.name))])
        let phone = contact.phone.map { own("contact-phone", ["phone": .phone($0)]) }
        let address = contact.address.map { own("contact-address", ["address": .text($0)]) }
        let email = contact.email.map { own("contact-email", ["email": .email($0)]) }
        // An ear keeps one way to reach somebody, not four.
        if form == .speech { return [name] + [phone ?? address ?? email].compactMap { $0 } }
        let site = contact.url.map { [own("contact-url"), $0] } ?? []
        return [name] + [phone, address, email].compactMap { $0 } + site
    }

    /// What a link is for, then its address alone on its line.
    func address(_ link: Link) -> [String] {
        let purpose = own("link", ["purpose": .text(purpose(of: link))])
        return [purpose, form == .speech ? book.rules.sentence(book.rules.spoken(link.url)) : link.url]
    }

    /// What a link is for, without a final point.
    func purpose(of link: Link) -> String {
        let text = book.rules.sentence(book.write(link.purpose, form: form, today: today))
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// Where the facts come from, once for each source.
    private func sources(_ evidence: [Evidence]) -> [String] {
        var seen: Set<String> = []
        return evidence.filter { seen.insert($0.title).inserted }.map { source in
            own("source", ["title": .text(source.title), "publisher": .text(source.publisher)])
        }
    }

    // MARK: Words

    func sentence(_ phrase: Phrase) -> String { book.sentence(phrase, form: form, today: today) }

    /// A sentence of rendering's own.
    func own(_ name: String, _ values: [String: Value] = [:]) -> String {
        sentence(Phrase("core.render-" + name, values))
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
