import Language
import TopicKit
import Town

extension CivilStatusTopic {
    static let procedureSlot = "procedure"

    /// The questions that the topic answers, `civil-status.` left out.
    enum Intent: String, CaseIterable {
        case documents, fee, delay, `where`, online, eligibility

        var id: String { "civil-status." + rawValue }
        init?(id: String) { self.init(rawValue: String(id.dropFirst("civil-status.".count))) }
    }

    /// The slot that holds the answer to a question of a procedure.
    static func slot(_ procedure: ProcedureRecords.Procedure, _ question: String) -> String {
        procedure.id + "." + question
    }

    /// A procedure's question as the conversation asks it.
    static func asking(
        _ question: ProcedureRecords.Question, of procedure: ProcedureRecords.Procedure, locale: String
    ) -> Question {
        Question(
            slot: slot(procedure, question.id), prompt: .text([locale: question.prompt]),
            choices: question.choices.map { choice in
                Question.Choice(id: choice.id, label: .text([locale: choice.label]), names: choice.names)
            })
    }

    static func manifest(of procedures: [ProcedureRecords.Procedure]) -> Manifest {
        let chosen = Slot(
            procedureSlot, .entity,
            entries: procedures.map { Entry(id: $0.id, names: [$0.name] + $0.aliases) }, isKept: true)
        let questions = procedures.flatMap(slots)
        let intents = Intent.allCases.map {
            TopicKit.Intent($0.id, required: [procedureSlot], optional: questions.map(\.name))
        }
        return Manifest(id: "civil-status", intents: intents, slots: [chosen] + questions)
    }

    /// A slot a question, so that "j'ai perdu ma carte d'identité" answers "pourquoi ?" before it is asked.
    ///
    /// The answers are not kept by the core, so that the topic can tell those of this stretch of conversation from
    /// earlier ones, which it remembers itself and says back.
    private static func slots(of procedure: ProcedureRecords.Procedure) -> [Slot] {
        var earlier: Set<Substring> = []
        return procedure.questions.map { question in
            let names = Set(question.choices.flatMap(\.names).compactMap(lastWord))
            defer { earlier.formUnion(names) }
            let entries = question.choices.map { choice in
                Entry(id: choice.id, names: choice.names.filter { isTelling($0, earlier) })
            }
            return Slot(
                slot(procedure, question.id), .entity, entries: entries, when: [procedureSlot: procedure.id])
        }
    }

    /// Whether a name means its answer wherever it is said; the others count only as the answer to the question.
    ///
    /// "Moi" is in "aidez-moi", and "chez moi" would be heard in "pour moi", which answers an earlier question.
    private static func isTelling(_ name: String, _ earlier: Set<Substring>) -> Bool {
        name.count { $0.isLetter || $0.isNumber } > 3 && lastWord(name).map { !earlier.contains($0) } ?? false
    }

    private static func lastWord(_ name: String) -> Substring? {
        name.split { !$0.isLetter && !$0.isNumber }.last
    }
}
