internal import Language
internal import TopicKit
internal import Town

/// What goes in which bin, by the town's own lists and nothing else.
extension WasteTopic {
    func sorting(_ request: TopicRequest) -> Reply {
        guard let evidence = listEvidence(request) else { return request.unknown("waste.sort-unknown") }
        let object =
            request.said.contains("object") || !request.said.contains("stream") ? request.entity("object") : nil
        let asked = bin(request, besides: object)
        if let object { return verdict(object, asked, evidence, request) }
        guard let asked, !asked.accepted.isEmpty else { return request.unknown("waste.sort-unknown") }
        return contents(asked, evidence)
    }

    /// The bin that was asked about; a word that only names the thing ("le verre") is not a bin.
    private func bin(_ request: TopicRequest, besides object: String?) -> WasteRecords.Stream? {
        guard let id = request.entity("stream"), let slot = request.slots["stream"] else { return nil }
        if object != nil, !request.said.contains("stream") { return nil }
        if object != nil, let thing = request.slots["object"], thing.text.contains(slot.text) { return nil }
        return stream(id)
    }

    private func verdict(
        _ object: String, _ asked: WasteRecords.Stream?, _ evidence: Evidence, _ request: TopicRequest
    ) -> Reply {
        let accepting = records.streams.filter { $0.accepted.contains(object) }
        let refusing = records.streams.filter { $0.refused.contains(object) && !$0.accepted.contains(object) }
        let thing = Value.noun(Noun(object))
        let outlet = accepting.isEmpty ? centreStatement(for: object) : [yes("waste.sort-in", thing, accepting)]
        if let asked, accepting.contains(asked) {
            return Reply(.answered, [yes("waste.sort-yes", thing, [asked])], evidence: [evidence])
        }
        if let asked, refusing.contains(asked) || !outlet.isEmpty {
            return Reply(.answered, [no("waste.sort-no", thing, [asked])] + outlet, evidence: [evidence])
        }
        if !outlet.isEmpty {
            let details = refusing.isEmpty ? [] : [no("waste.sort-not-in", thing, refusing)]
            return Reply(.answered, outlet, details: details, evidence: [evidence])
        }
        guard !refusing.isEmpty else { return request.unknown("waste.sort-unknown") }
        let elsewhere = Reply.Part.statement(Phrase("waste.sort-elsewhere", ["object": thing]))
        return Reply(
            .unknown, [no("waste.sort-not-in", thing, refusing), elsewhere, .contact(request.profile.contact)],
            evidence: [evidence])
    }

    /// That the recycling centre takes a thing, where the town says so.
    private func centreStatement(for object: String) -> [Reply.Part] {
        guard records.recyclingCentreAccepted.contains(object),
            let place = places.places.first(where: { $0.id == records.recyclingCentre })
        else { return [] }
        let values: [String: Value] = ["object": .noun(Noun(object)), "place": .noun(Noun(place.name))]
        return [.statement(Phrase("waste.sort-centre", values))]
    }

    private func yes(_ key: String, _ object: Value, _ streams: [WasteRecords.Stream]) -> Reply.Part {
        .statement(Phrase(key, ["object": object, "streams": .list(streams.map(\.noun))]))
    }

    private func no(_ key: String, _ object: Value, _ streams: [WasteRecords.Stream]) -> Reply.Part {
        .statement(Phrase(key, ["object": object, "streams": neither(streams.map(\.noun), "waste.nor-in")]))
    }

    /// Several things that are all denied: "A, ni B, ni C".
    private func neither(_ values: [Value], _ key: String) -> Value {
        guard let first = values.first else { return .list([]) }
        return values.dropFirst().reduce(first) { .phrase(Phrase(key, ["first": $0, "second": $1])) }
    }

    /// What a bin takes: six things at first, the rest on request.
    private func contents(_ stream: WasteRecords.Stream, _ evidence: Evidence) -> Reply {
        func list(_ key: String, _ things: some Collection<String>) -> [Reply.Part] {
            guard !things.isEmpty else { return [] }
            let title = Phrase(key, ["stream": stream.noun, "count": .count(things.count)])
            return [.list(title: title, items: things.map { Phrase("waste.thing", ["object": .noun(Noun($0))]) })]
        }
        var parts = list("waste.accepted", stream.accepted.prefix(6))
        if !stream.refused.isEmpty {
            let refused = neither(stream.refused.prefix(3).map { .noun(Noun($0)) }, "waste.nor")
            parts.append(.statement(Phrase("waste.never", ["objects": refused])))
        }
        let details = list("waste.accepted-more", stream.accepted.dropFirst(6)) + list("waste.refused", stream.refused)
        return Reply(.answered, parts, details: details, evidence: [evidence])
    }
}
