import CivilTime
import Language
import TopicKit

/// Writes the parts of a reply in one form.
struct LineWriter {
    let book: PhraseBook
    let form: Form
    let today: Day
    /// Short addresses that the town gave to long ones.
    var shortLinks: [String: String] = [:]
    /// Whether the lines go into a short message of a telephone: no sources, one way to reach somebody.
    var isMessage = false
    /// Whether the lines are read while a voice says them: the same sentences as it says, in writing.
    var isCaption = false

    /// Whether only little can be kept in mind, or sent: what is said, and messages.
    var isBrief: Bool { isSaid || isMessage }
    /// Whether a voice says the lines.
    var isSaid: Bool { form == .speech || isCaption }

    /// The answer, what is asked, and in writing where the facts come from.
    func answer(_ reply: Reply) -> [String] {
        var lines = self.lines(reply.parts)
        let hasLink = reply.parts.contains { if case .link = $0 { true } else { false } }
        if isSaid, hasLink { lines.append(own("link-hint")) }
        if let question = reply.question { lines += ask(question) }
        return lines + (form == .text && !isBrief ? sources(reply.evidence) : [])
    }

    /// The web addresses alone, short where the town gave a short one.
    func links(_ reply: Reply) -> [String] {
        reply.links.flatMap { address($0, url: shortLinks[$0.url] ?? $0.url) }
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
        case .link(let link): isSaid ? [] : address(link, url: link.url)
        // A record's own words wait for "plus de détails".
        case .quotation: []
        }
    }

    /// Items with their numbers; one item alone needs none.
    private func numbered(_ items: [Phrase]) -> [String] {
        items.count > 1 ? items.indices.map { item(items[$0], number: $0 + 1) } : items.map { sentence($0) }
    }

    func item(_ item: Phrase, number: Int) -> String {
        let number = "\(number). "
        return book.rules.sentence(
            (form == .speech ? book.rules.spoken(number) : number) + book.write(item, form: form, today: today))
    }

    // MARK: Who and where

    private func lines(_ contact: Contact) -> [String] {
        let name = own("contact", ["name": .noun(Noun(contact.name))])
        let phone = contact.phone.map { own("contact-phone", ["phone": .phone($0)]) }
        let address = contact.address.map { own("contact-address", ["address": .text($0)]) }
        let email = contact.email.map { own("contact-email", ["email": .email($0)]) }
        // An ear keeps one way to reach somebody, not four.
        if isBrief { return [name] + [phone ?? address ?? email].compactMap { $0 } }
        let site = contact.url.map { [own("contact-url"), $0] } ?? []
        return [name] + [phone, address, email].compactMap { $0 } + site
    }

    /// What a link is for, then its address alone on its line.
    func address(_ link: Link, url: String) -> [String] {
        let purpose = own("link", ["purpose": .text(purpose(of: link))])
        guard form == .speech else { return [purpose, url] }
        return [purpose, book.rules.sentence(book.rules.write(.url(url), style: nil, form: form, today: today))]
    }

    /// What a link is for, without a final point.
    func purpose(of link: Link) -> String {
        let text = book.rules.sentence(book.write(link.purpose, form: form, today: today))
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// Where the facts come from, once for each source.
    func sources(_ evidence: [Evidence]) -> [String] {
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
