import CivilTime
import Language
import TopicKit
import Town

/// The answer to one question about one procedure, in one person's case.
struct CivilStatusAnswer {
    /// After how many days a check by the town no longer counts.
    private static let daysReviewed = 365

    let topic: CivilStatusTopic
    let `case`: ProcedureCase
    let request: TopicRequest

    private var procedure: ProcedureRecords.Procedure { `case`.procedure }
    private var intent: CivilStatusTopic.Intent { CivilStatusTopic.Intent(id: request.intent) ?? .documents }

    /// What must still be asked; only what changes this very answer.
    var question: ProcedureRecords.Question? {
        switch intent {
        case .documents: `case`.question(for: .document)
        case .fee: `case`.question(for: .fee)
        case .delay: `case`.question(for: .delay)
        case .where: `case`.question(for: .place)
        case .online: `case`.question(for: [.online, .appointment])
        case .eligibility: nil
        }
    }

    /// The whole answer; its first sentence says so when the town has not checked the record.
    ///
    /// - Parameters:
    ///   - evidence: where the record comes from.
    ///   - memory: what the topic wants to remember.
    ///   - fromEarlier: the questions that were answered before, and are said back.
    /// - Returns: the answer, with its evidence.
    func reply(evidence: Evidence, memory: [String: String], fromEarlier: Set<String>) -> Reply {
        var (parts, details) = content()
        let isReviewed = procedure.reviewed.map { request.now.day.number - $0.number <= Self.daysReviewed } ?? false
        let recalled = fromEarlier.intersection(deciding)
        if !recalled.isEmpty { parts.insert(.statement(recall(recalled)), at: 0) }
        if !isReviewed {
            parts.insert(.statement(phrase("unreviewed")), at: 0)
            if !parts.contains(where: isOfficialPage) { parts.append(.link(officialPage)) }
        } else if !details.contains(where: isOfficialPage) {
            details.append(.link(officialPage))
        }
        var sources = [evidence]
        if intent == .where, elsewhere.isEmpty, let place, let source = topic.sources[place.source] {
            sources.append(source)
        }
        let counter = elsewhere.isEmpty ? place : nil
        return Reply(
            .answered, parts, details: details, evidence: sources, memory: memory,
            referents: counter.map { [Referent(intent: "hours.open", slot: "place", entry: $0.id)] } ?? [])
    }

    /// The questions that the answer depends on.
    private var deciding: Set<String> {
        let kinds: [ProcedureRecords.Fact.Kind] =
            switch intent {
            case .documents: [.document, .fee, .appointment, .note]
            case .fee: [.fee]
            case .delay: [.delay]
            case .where: [.place, .appointment]
            case .online: [.appointment]
            case .eligibility: [.eligibility]
            }
        return Set(kinds.flatMap { `case`.facts($0) }.flatMap(\.when.keys))
    }

    private func content() -> (parts: [Reply.Part], details: [Reply.Part]) {
        switch intent {
        case .documents: documents()
        case .fee: facts(.fee, missing: "no-fee", also: [.note])
        case .delay: facts(.delay, missing: "no-delay", also: [.step])
        case .eligibility: facts(.eligibility, missing: "no-eligibility", also: [.note])
        case .where: whereToGo()
        case .online: online()
        }
    }

    // MARK: What to bring, what it costs, how long, for whom

    private func documents() -> (parts: [Reply.Part], details: [Reply.Part]) {
        let items = `case`.facts(.document).map(text)
        var parts: [Reply.Part] =
            items.isEmpty
            ? [.statement(phrase("no-document"))]
            : [.list(title: phrase("documents", ["count": .count(items.count)]), items: items)]
        let notes = `case`.facts(.note)
        // A note for this very case changes what the person does; the others can wait.
        let own = notes.first { !$0.when.isEmpty }
        parts +=
            statements(`case`.facts(.fee)) + statements(`case`.facts(.appointment)) + statements(own.map { [$0] } ?? [])
        let rest =
            statements(`case`.facts(.step)) + statements(notes.filter { $0 != own }) + statements(`case`.facts(.delay))
        return (parts, rest + links([.appointment, .online]))
    }

    private func facts(
        _ kind: ProcedureRecords.Fact.Kind, missing: String, also: [ProcedureRecords.Fact.Kind]
    ) -> (parts: [Reply.Part], details: [Reply.Part]) {
        let found = statements(`case`.facts(kind))
        guard !found.isEmpty else {
            return ([.statement(phrase(missing)), .contact(request.profile.contact)], [])
        }
        return (about + found, also.flatMap { statements(`case`.facts($0)) } + links([.appointment, .online]))
    }

    // MARK: Where, and online

    private var place: PlaceRecords.Place? { topic.places.places.first { $0.id == procedure.place } }

    /// "À la mairie de la ville de naissance": a place for this very case, in place of our own counter.
    private var elsewhere: [ProcedureRecords.Fact] { `case`.facts(.place).filter { !$0.when.isEmpty } }

    private func whereToGo() -> (parts: [Reply.Part], details: [Reply.Part]) {
        let facts = `case`.facts(.place)
        if !elsewhere.isEmpty || place == nil {
            let found = statements(elsewhere.isEmpty ? facts : elsewhere)
            guard !found.isEmpty else {
                return ([.statement(phrase("no-place")), .contact(request.profile.contact)], [])
            }
            return (about + found, links([.online, .information]))
        }
        guard let place else { return ([], []) }
        let go = phrase("where", ["place": .noun(Noun(place.name)), "address": place.address.map { .text($0) }])
        let counter = Counter(place, at: request.now, calendar: request.calendar)
        let state = counter.state.map { [Reply.Part.statement($0)] } ?? []
        let parts = about + [.statement(go)] + state + statements(`case`.facts(.appointment))
        let access = place.access.map { Reply.Part.statement(.text([request.locale: $0])) }
        let contact = Contact(name: place.name, phone: place.phone, email: place.email, url: place.url)
        let details = (counter.week.map { [$0] } ?? []) + access + [.contact(contact)] + statements(facts)
        return (parts, details + links([.appointment]))
    }

    private func online() -> (parts: [Reply.Part], details: [Reply.Part]) {
        let links = links([.appointment, .online])
        guard !links.isEmpty else { return ([.statement(phrase("no-online")), .link(officialPage)], []) }
        let parts =
            statements(`case`.facts(.appointment)) + [.statement(phrase("online", ["count": .count(links.count)]))]
        return (parts + links, statements(`case`.facts(.step)))
    }

    // MARK: Pieces

    /// Which procedure the answer is about, when the person did not just say it; the price always says it.
    private var about: [Reply.Part] {
        let isSaid = intent == .fee || request.said.contains(CivilStatusTopic.procedureSlot)
        return isSaid ? [] : [.statement(phrase("about-" + intent.rawValue))]
    }

    private func phrase(_ name: String, _ values: [String: Value?] = [:]) -> Phrase {
        let values = values.compactMapValues { $0 }
        return Phrase(
            "civil-status." + name, values.merging(["procedure": .noun(Noun(procedure.name))]) { own, _ in own })
    }

    /// A fact in the town's words, and in its simplest words where it wrote some.
    private func text(_ fact: ProcedureRecords.Fact) -> Phrase {
        Phrase("civil-status.fact", ["text": .text(fact.text), "simple": .text(fact.simple ?? fact.text)])
    }

    private func statements(_ facts: [ProcedureRecords.Fact]) -> [Reply.Part] { facts.map { .statement(text($0)) } }

    /// The answers given earlier, said back in the words of the choices.
    private func recall(_ questions: Set<String>) -> Phrase {
        let labels = procedure.questions.filter { questions.contains($0.id) }.compactMap { question in
            question.choices.first { $0.id == `case`.answers[question.id] }.map { Value.text($0.label) }
        }
        return phrase("recall", ["count": .count(labels.count), "answers": .list(labels)])
    }

    private var officialPage: Link {
        Link(purpose: phrase("official-page"), url: procedure.sourceURL)
    }

    private func isOfficialPage(_ part: Reply.Part) -> Bool {
        if case .link(let link) = part { link.url == procedure.sourceURL } else { false }
    }

    private func links(_ kinds: [ProcedureRecords.Link.Kind]) -> [Reply.Part] {
        kinds.flatMap { `case`.links($0) }.compactMap { link in
            LinkTemplate.fill(link.url, with: `case`.answers).map {
                .link(Link(purpose: .text([request.locale: link.purpose]), url: $0))
            }
        }
    }
}
