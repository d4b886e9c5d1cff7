internal import Language
internal import TopicKit
internal import Town

/// What goes in which bin, by the town's own lists and nothing else.
extension WasteTopic {
    func sorting(_ request: TopicRequest) -> Reply {
        guard let evidence = listEvidence(request) else { return unknown("waste.sort-unknown", [:], request) }
        let object = request.said.contains("object") || !request.said.contains("stream") ? request.entity("object") : nil
        let asked = bin(request, besides: object)
        if let object { return verdict(object, asked, evidence, request) }
        guard let asked, !asked.accepted.isEmpty else { return unknown("waste.sort-unknown", [:], request) }
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
        func phrase(_ key: String, _ streams: [WasteRecords.Stream]) -> Reply.Part {
            .statement(Phrase(key, ["object": thing, "streams": .list(streams.map(\.noun))]))
        }
        if let asked, accepting.contains(asked) {
            return Reply(.answered, [phrase("waste.sort-yes", [asked])], evidence: [evidence])
        }
        if let asked, refusing.contains(asked) || !accepting.isEmpty {
            let better = accepting.isEmpty ? [] : [phrase("waste.sort-in", accepting)]
            return Reply(.answered, [phrase("waste.sort-no", [asked])] + better, evidence: [evidence])
        }
        if !accepting.isEmpty {
            let details = refusing.isEmpty ? [] : [phrase("waste.sort-not-in", refusing)]
            return Reply(.answered, [phrase("waste.sort-in", accepting)], details: details, evidence: [evidence])
        }
        guard !refusing.isEmpty else { return unknown("waste.sort-unknown", [:], request) }
        return Reply(
            .unknown,
            [phrase("waste.sort-not-in", refusing), phrase("waste.sort-elsewhere", []), .contact(request.profile.contact)],
            evidence: [evidence])
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
            let refused = Value.list(stream.refused.prefix(3).map { .noun(Noun($0)) })
            parts.append(.statement(Phrase("waste.never", ["objects": refused])))
        }
        let details = list("waste.accepted-more", stream.accepted.dropFirst(6)) + list("waste.refused", stream.refused)
        return Reply(.answered, parts, details: details, evidence: [evidence])
    }
}
