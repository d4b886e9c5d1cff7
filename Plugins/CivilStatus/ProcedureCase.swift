import Town

/// One procedure in one person's case: what has been answered, what holds, and what is still worth asking.
struct ProcedureCase {
    let procedure: ProcedureRecords.Procedure
    /// The answers that count, by question; one that the person's other answers rule out is not there.
    let answers: [String: String]
    /// The questions that wait for an answer, now or once earlier ones are answered.
    private let open: Set<String>

    /// Makes a case from what the conversation has learnt.
    ///
    /// An answer kept from an earlier turn counts only while its question would still be asked: "depuis plus de 5 ans"
    /// means nothing any more once the card is lost rather than expired.
    init(_ procedure: ProcedureRecords.Procedure, answer: (_ question: String) -> String?) {
        var answers: [String: String] = [:]
        var open: Set<String> = []
        for question in procedure.questions where Self.mayHold(question.when, answers, open) {
            let choice = answer(question.id)
            if Self.holds(question.when, answers), question.choices.contains(where: { $0.id == choice }) {
                answers[question.id] = choice
            } else {
                open.insert(question.id)
            }
        }
        (self.procedure, self.answers, self.open) = (procedure, answers, open)
    }

    /// The facts of a kind that hold, in the order of the file.
    func facts(_ kind: ProcedureRecords.Fact.Kind) -> [ProcedureRecords.Fact] {
        procedure.facts.filter { $0.kind == kind && Self.holds($0.when, answers) }
    }

    /// The links of a kind that hold, in the order of the file.
    func links(_ kind: ProcedureRecords.Link.Kind) -> [ProcedureRecords.Link] {
        procedure.links.filter { $0.kind == kind && Self.holds($0.when, answers) }
    }

    /// The next question whose answer changes which of the facts of a kind hold; nil when none does.
    func question(for kind: ProcedureRecords.Fact.Kind) -> ProcedureRecords.Question? {
        question(deciding: procedure.facts.filter { $0.kind == kind }.map(\.when))
    }

    /// The next question that decides whether there is any link of some kinds; nil when one holds already.
    func question(for kinds: [ProcedureRecords.Link.Kind]) -> ProcedureRecords.Question? {
        guard kinds.allSatisfy({ links($0).isEmpty }) else { return nil }
        return question(deciding: procedure.links.filter { kinds.contains($0.kind) }.map(\.when))
    }

    /// The first question to ask among those that some conditions depend on, directly or through another question.
    private func question(deciding conditions: [ProcedureRecords.Condition]) -> ProcedureRecords.Question? {
        var relevant = Set(conditions.filter { Self.mayHold($0, answers, open) }.flatMap(\.keys))
        for question in procedure.questions.reversed()
        where relevant.contains(question.id) && open.contains(question.id) {
            relevant.formUnion(question.when.keys)
        }
        return procedure.questions.first { question in
            relevant.contains(question.id) && answers[question.id] == nil && Self.holds(question.when, answers)
        }
    }

    /// Whether a condition holds, given what has been answered.
    private static func holds(_ condition: ProcedureRecords.Condition, _ answers: [String: String]) -> Bool {
        mayHold(condition, answers, [])
    }

    /// Whether a condition holds or could still hold, given the questions that may yet be answered.
    private static func mayHold(
        _ condition: ProcedureRecords.Condition, _ answers: [String: String], _ open: Set<String>
    ) -> Bool {
        condition.allSatisfy { question, choices in
            answers[question].map { choices.contains($0) } ?? open.contains(question)
        }
    }
}
