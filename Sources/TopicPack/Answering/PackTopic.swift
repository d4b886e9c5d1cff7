import CivilTime
public import Language
public import TopicKit

/// A pack seen as a topic, in one language.
public struct PackTopic: Topic {
    /// The pack's manifest, joined with the names of its choices.
    public let manifest: Manifest
    /// What the pack asks and says in the language, as a file of `Locales/<language>/` would.
    public let words: TopicWords

    /// The sentences that the pack must not answer.
    public var out: [OutSentence] { pack.out }
    /// The line of each wording of the pack, for what is found wrong in it later.
    public var phraseLines: [String: Int] { pack.phraseLines }

    private let pack: TopicPack

    /// The topic of a pack in one of its languages; nil when the pack is not written in it.
    public init?(_ pack: TopicPack, language: String) {
        guard pack.languages.contains(language) else { return nil }
        self.pack = pack
        manifest = pack.manifest(in: language)
        words = pack.words(in: language)
    }

    /// Answers one question: asks for what is missing, else says the first answer whose condition holds.
    public func reply(to request: TopicRequest) async -> Reply {
        guard let intent = pack.intents.first(where: { $0.id == request.intent }) else {
            return request.unknown("packs.no-answer")
        }
        if let question = question(intent, request) { return .asking(question) }
        let facts = PackFacts(pack, intent, request)
        for answer in intent.answers where facts.holds(answer.when) {
            if let reply = reply(answer, facts, request) { return reply }
        }
        return unknown("packs.no-answer", [:], request)
    }

    // MARK: Asking

    /// The first thing that must be known and was neither said nor passed over, with its choices.
    private func question(_ intent: PackIntent, _ request: TopicRequest) -> Question? {
        let missing = intent.required.first { name in
            request.slots[name] == nil && !request.skipped.contains(name) && isMeant(name, request)
        }
        guard let slot = missing.flatMap(pack.slot), let prompt = slot.prompt else { return nil }
        return Question(
            slot: slot.name, prompt: phrase(prompt), choices: choices(slot, request.locale),
            isYesNo: slot.kind == .yesNo, reason: slot.reason.map(phrase),
            example: slot.example.map { .key("core.form-example", ["example": .phrase(phrase($0))]) },
            canSkip: slot.canSkip)
    }

    private func isMeant(_ slot: String, _ request: TopicRequest) -> Bool {
        pack.slot(slot)?.when.allSatisfy { request.entity($0.key) == $0.value } ?? true
    }

    /// A list to choose from, unless it is too long to be read out.
    private func choices(_ slot: PackSlot, _ language: String) -> [Question.Choice] {
        guard slot.choices.count <= PackLimits.spokenChoices else { return [] }
        return slot.choices.compactMap { choice in
            guard let names = choice.names[language], let first = names.first else { return nil }
            return Question.Choice(id: choice.id, label: .text([language: first]), names: names)
        }
    }

    private func phrase(_ phrase: PackPhrase) -> Phrase { Phrase(pack.id + "." + phrase.name) }

    // MARK: Answering

    /// The reply of an answer; nil when a value that it needs is missing, so that the next one is tried.
    private func reply(_ answer: PackAnswer, _ facts: PackFacts, _ request: TopicRequest) -> Reply? {
        guard facts.canSay(answer.text) else { return nil }
        let evidence = answer.sources.compactMap { pack.sources[$0] }
        // What no longer holds is not said; nor is what will not hold on the day that is asked about.
        if answer.status == .answered, let old = evidence.first(where: { !$0.isValid(on: facts.lastDay) }) {
            return expired(old, request)
        }
        let parts = [.statement(facts.say(answer.text))] + answer.parts.compactMap { part($0, facts) }
        return Reply(answer.status, parts, details: answer.details.compactMap { part($0, facts) }, evidence: evidence)
    }

    private func expired(_ evidence: Evidence, _ request: TopicRequest) -> Reply {
        let isOver = !evidence.isValid(on: request.now.day)
        var values: [String: Value] = ["title": .noun(Noun(evidence.title))]
        values["day"] = evidence.validUntil.map { .day($0) }
        return unknown(isOver ? "packs.expired" : "packs.not-yet", values, request)
    }

    private func unknown(_ key: String, _ values: [String: Value], _ request: TopicRequest) -> Reply {
        let contact = pack.contact.flatMap { pack.contacts[$0] } ?? request.profile.contact
        return Reply(.unknown, [.statement(Phrase(key, values)), .contact(contact)])
    }

    /// A part with its values; nil when it lacks one, or has no row.
    private func part(_ part: PackPart, _ facts: PackFacts) -> Reply.Part? {
        guard part.phrases.allSatisfy(facts.canSay) else { return nil }
        switch part {
        case .statement(let phrase): return .statement(facts.say(phrase))
        case .list(let title, let items):
            return items.phrases(facts).map { .list(title: facts.say(title, count: $0.count), items: $0) }
        case .steps(let title, let items):
            return items.phrases(facts).map { .steps(title: facts.say(title, count: $0.count), items: $0) }
        case .schedule(let title, let rows):
            return rows.rows(facts).map { .schedule(title: facts.say(title, count: $0.count), rows: $0) }
        case .contact(let name): return pack.contacts[name].map { .contact($0) }
        case .link(let purpose, let url): return .link(Link(purpose: facts.say(purpose), url: url))
        }
    }
}

extension PackItems {
    /// The items with their values; nil when there is none.
    fileprivate func phrases(_ facts: PackFacts) -> [Phrase]? {
        let phrases: [Phrase] =
            switch self {
            case .written(let items): items.map { facts.say($0) }
            case .each(let lookUp, let item): facts.each(lookUp, [item]).compactMap(\.first)
            }
        return phrases.isEmpty ? nil : phrases
    }
}

extension PackRows {
    /// The rows with their values; nil when there is none.
    fileprivate func rows(_ facts: PackFacts) -> [Reply.Row]? {
        let rows: [Reply.Row] =
            switch self {
            case .written(let rows): rows.map { .init(head: facts.say($0.head), body: facts.say($0.body)) }
            case .each(let lookUp, let head, let body):
                facts.each(lookUp, [head, body]).map { .init(head: $0[0], body: $0[1]) }
            }
        return rows.isEmpty ? nil : rows
    }
}
