import CivilTime
import Language
public import TopicKit
public import Town

/// The papers and declarations of the town hall: what to bring, what it costs, how long, where, online, for whom.
///
/// Every answer walks the decision tree of one procedure's record, and asks only what changes the answer.
public struct CivilStatusTopic: Topic {
    /// What the topic declares: the procedure, and one slot a question of each procedure.
    public let manifest: Manifest
    let procedures: [String: ProcedureRecords.Procedure]
    let places: PlaceRecords
    let sources: [String: Evidence]

    /// Makes the topic of a town.
    ///
    /// - Parameters:
    ///   - procedures: the procedures that the town explains.
    ///   - places: its places, one of which handles each procedure.
    ///   - sources: where each file comes from, by its path.
    public init(procedures: ProcedureRecords, places: PlaceRecords, sources: [String: Evidence]) {
        self.procedures = Dictionary(procedures.procedures.map { ($0.id, $0) }) { first, _ in first }
        (self.places, self.sources) = (places, sources)
        manifest = Self.manifest(of: procedures.procedures)
    }

    /// Answers one question about one procedure.
    public func reply(to request: TopicRequest) async -> Reply {
        guard let id = request.entity(Self.procedureSlot), let procedure = procedures[id] else {
            return request.unknown("civil-status.unknown")
        }
        guard let evidence = sources[procedure.source], evidence.isValid(on: request.now.day) else {
            return request.unknown("civil-status.expired", ["procedure": .noun(Noun(procedure.name))])
        }
        let remembered = answers(remembered: request.memory, to: procedure)
        let said = answers(said: request, to: procedure)
        let known = ProcedureCase(procedure) { said[$0] ?? remembered[$0] }
        // The answers about other procedures stay.
        let memory = request.memory.merging(
            known.answers.map { (Self.slot(procedure, $0.key), $0.value) }, uniquingKeysWith: { _, new in new })

        let answer = CivilStatusAnswer(topic: self, case: known, request: request)
        if let question = answer.question {
            return .asking(Self.asking(question, of: procedure, locale: request.locale), memory: memory)
        }
        let fromEarlier = known.answers.filter { said[$0.key] == nil }.keys
        return answer.reply(evidence: evidence, memory: memory, fromEarlier: Set(fromEarlier))
    }

    /// What the person answered in this stretch of conversation, by question.
    private func answers(said request: TopicRequest, to procedure: ProcedureRecords.Procedure) -> [String: String] {
        procedure.questions.reduce(into: [:]) { answers, question in
            answers[question.id] = request.entity(Self.slot(procedure, question.id))
        }
    }

    /// What the person answered about this procedure before another question came in between.
    private func answers(
        remembered memory: [String: String], to procedure: ProcedureRecords.Procedure
    ) -> [String: String] {
        procedure.questions.reduce(into: [:]) { answers, question in
            answers[question.id] = memory[Self.slot(procedure, question.id)]
        }
    }
}
