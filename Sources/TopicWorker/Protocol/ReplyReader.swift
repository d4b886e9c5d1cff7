internal import CivilTime
internal import Language
internal import TopicKit

/// Makes a `Reply` of what a worker wrote, or tells what it may not say.
///
/// A worker is foreign code: what it writes is said to a person as it is, on a terminal, a page or a loudspeaker. So a
/// text holds no control character, nothing is longer than a person could take in, and no answer is without a source.
struct ReplyReader {
    let settings: WorkerSettings
    let request: TopicRequest
    /// What the town allows.
    let allowed: Set<Permission>

    private static let longestText = 2_000
    private static let mostItems = 200
    private static let mostMemory = 16_384

    /// The reply; throws what is wrong with it, in words for its developer.
    func read(_ wire: WireReply) throws(ReplyProblem) -> Reply {
        var reply = Reply(
            wire.status ?? .answered, try parts(wire.parts ?? []), details: try parts(wire.details ?? []),
            question: try wire.question.map { wire throws(ReplyProblem) in try question(wire) },
            evidence: try evidence(wire.evidence ?? []),
            memory: try memory(wire.memory),
            reference: try wire.reference.map { text throws(ReplyProblem) in try clean(text, "reference") })
        if reply.question == nil, reply.parts.isEmpty { throw ReplyProblem("parts: nothing is said") }
        if reply.status == .answered, reply.question == nil, reply.evidence.isEmpty {
            throw ReplyProblem("evidence: an answer needs a source")
        }
        if reply.status == .done || reply.reference != nil, !allowed.contains(.filing) {
            throw ReplyProblem("status: the permission 'filing' is not declared or not allowed")
        }
        // An expired record is never an answer, whoever keeps it.
        if reply.status == .answered, reply.evidence.contains(where: { !$0.isValid(on: request.now.day) }) {
            let memory = reply.memory
            reply = request.unknown("worker.expired")
            reply.memory = memory
        }
        return reply
    }

    private func parts(_ wire: [WirePart]) throws(ReplyProblem) -> [Reply.Part] {
        try few(wire, "parts").map { part throws(ReplyProblem) in try self.part(part) }
    }

    private func part(_ part: WirePart) throws(ReplyProblem) -> Reply.Part {
        switch part {
        case .statement(let text): .statement(try phrase(text))
        case .list(let list): .list(title: try phrase(list.title, count: list.items.count), items: try phrases(list))
        case .steps(let list): .steps(title: try phrase(list.title, count: list.items.count), items: try phrases(list))
        case .schedule(let schedule):
            .schedule(
                title: try phrase(schedule.title),
                rows: try few(schedule.rows, "rows").map { row throws(ReplyProblem) in
                    Reply.Row(head: try phrase(row.head), body: try phrase(row.body))
                })
        case .contact(let contact): .contact(try self.contact(contact))
        case .link(let link): .link(Link(purpose: try phrase(link.purpose), url: try url(link.url)))
        case .quotation(let quotation):
            .quotation(text: try clean(quotation.text, "quotation"), source: try clean(quotation.source, "source"))
        }
    }

    private func phrases(_ list: WirePart.Items) throws(ReplyProblem) -> [Phrase] {
        try few(list.items, "items").map { item throws(ReplyProblem) in try phrase(item) }
    }

    private func question(_ wire: WireQuestion) throws(ReplyProblem) -> Question {
        let choices = try few(wire.choices ?? [], "choices").map { choice throws(ReplyProblem) in
            Question.Choice(
                id: try clean(choice.id, "id"), label: try phrase(choice.label),
                names: try few(choice.names ?? [], "names").map { name throws(ReplyProblem) in try clean(name, "names")
                })
        }
        let isYesNo = wire.yesNo ?? false
        if choices.isEmpty, !isYesNo, settings.manifest.slot(wire.slot) == nil {
            throw ReplyProblem("question: its slot is not in the manifest and it has no choices")
        }
        return Question(
            slot: try clean(wire.slot, "slot"), prompt: try phrase(wire.prompt), choices: choices, isYesNo: isYesNo,
            reason: try wire.reason.map { phrase throws(ReplyProblem) in try self.phrase(phrase) },
            example: try wire.example.map { phrase throws(ReplyProblem) in try self.phrase(phrase) },
            canSkip: wire.canSkip ?? false, isConfirmation: wire.confirmation ?? false)
    }

    private func evidence(_ wire: [WireEvidence]) throws(ReplyProblem) -> [Evidence] {
        try few(wire, "evidence").map { item throws(ReplyProblem) in
            guard let date = Day(iso: item.date) else { throw ReplyProblem("evidence: date is not YYYY-MM-DD") }
            return Evidence(
                source: try clean(item.source, "source"), title: try clean(item.title, "title"),
                publisher: try clean(item.publisher, "publisher"), date: date,
                validUntil: try day(item.validUntil, "valid_until"),
                url: try item.url.map { text throws(ReplyProblem) in try url(text) },
                reviewed: try day(item.reviewed, "reviewed"))
        }
    }

    private func day(_ text: String?, _ name: String) throws(ReplyProblem) -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else { throw ReplyProblem("evidence: \(name) is not YYYY-MM-DD") }
        return day
    }

    private func contact(_ contact: Contact) throws(ReplyProblem) -> Contact {
        for text in [contact.name, contact.phone, contact.email, contact.address].compactMap(\.self) {
            _ = try clean(text, "contact")
        }
        if let link = contact.url { _ = try url(link) }
        return contact
    }

    private func phrase(_ wire: WirePhrase, count: Int? = nil) throws(ReplyProblem) -> Phrase {
        switch wire {
        case .plain(let text): return .text([request.locale: try clean(text, "text")])
        case .texts(let texts):
            guard let text = texts[request.locale] else { throw ReplyProblem("text: none in '\(request.locale)'") }
            return .text([request.locale: try clean(text, "text")])
        case .phrase(let name, let given):
            var values = given.mapValues(\.value)
            for value in values.values { try check(value) }
            if let count, values["count"] == nil { values["count"] = .count(count) }
            guard let words = settings.words[request.locale], let wording = words.phrases[name] else {
                throw ReplyProblem("phrase: none of that name in \(request.locale).yaml")
            }
            if let missing = wording.neededNames.first(where: { values[$0] == nil && words.terms[$0] == nil }) {
                throw ReplyProblem("phrase: '\(name)' needs the value '\(missing)'")
            }
            return Phrase(settings.manifest.id + "." + name, values)
        }
    }

    private func check(_ value: Value) throws(ReplyProblem) {
        switch value {
        case .text(let text), .term(let text), .phone(let text), .email(let text): _ = try clean(text, "values")
        case .noun(let noun): _ = try clean(noun.text, "values")
        case .url(let text): _ = try url(text)
        case .list(let items): for item in try few(items, "values") { try check(item) }
        default: break
        }
    }

    private func url(_ text: String) throws(ReplyProblem) -> String {
        guard ["https://", "http://", "tel:", "mailto:"].contains(where: text.lowercased().hasPrefix) else {
            throw ReplyProblem("url: only https, http, tel and mailto")
        }
        return try clean(text, "url")
    }

    private func memory(_ memory: [String: String]?) throws(ReplyProblem) -> [String: String]? {
        let size = (memory ?? [:]).reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        guard size <= Self.mostMemory else { throw ReplyProblem("memory: more than \(Self.mostMemory) bytes") }
        return memory
    }

    /// A text that is safe to show and to say: not empty, not endless, on one line, without control or direction signs.
    private func clean(_ text: String, _ name: String) throws(ReplyProblem) -> String {
        guard !text.isEmpty else { throw ReplyProblem("\(name): empty") }
        guard text.utf8.count <= Self.longestText else {
            throw ReplyProblem("\(name): more than \(Self.longestText) bytes")
        }
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            case .format: ["\u{AD}", "\u{200D}"].contains(scalar)
            default: true
            }
        }
        guard isPlain else { throw ReplyProblem("\(name): control characters or line ends") }
        return text
    }

    private func few<Item>(_ items: [Item], _ name: String) throws(ReplyProblem) -> [Item] {
        guard items.count <= Self.mostItems else { throw ReplyProblem("\(name): more than \(Self.mostItems)") }
        return items
    }
}

/// What is wrong with a reply, in English, for the worker's developer.
///
/// It goes to a log, so it holds nothing that the worker wrote: a worker may repeat what a citizen said.
struct ReplyProblem: Error {
    let text: String

    init(_ text: String) { self.text = text }
}
