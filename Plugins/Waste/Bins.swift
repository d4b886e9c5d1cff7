internal import Language
internal import TopicKit
internal import Town

/// How to get or replace a bin.
extension WasteTopic {
    func gettingBin(_ request: TopicRequest) -> Reply {
        guard let evidence = listEvidence(request) else { return request.unknown("waste.bin-unknown") }
        let given = records.streams.filter { !$0.howToGet.isEmpty }
        if let id = request.entity("stream") {
            guard let stream = given.first(where: { $0.id == id }) else {
                return request.unknown("waste.bin-unknown")
            }
            return answer(stream.howToGet, evidence, request)
        }
        guard let first = given.first else { return request.unknown("waste.bin-unknown") }
        if given.allSatisfy({ $0.howToGet == first.howToGet }) { return answer(first.howToGet, evidence, request) }
        let choices = given.map {
            Question.Choice(id: $0.id, label: .text([request.locale: $0.name]), names: $0.aliases)
        }
        return .asking(Question(slot: "stream", prompt: Phrase("waste.ask-bin"), choices: choices))
    }

    private func answer(_ sentences: [String], _ evidence: Evidence, _ request: TopicRequest) -> Reply {
        Reply(.answered, sentences.map { .statement(.text([request.locale: $0])) }, evidence: [evidence])
    }
}
