import Diagnostics
import Foundation
import OpenData
import Testing
import Town

@testable import CivilStatusTopic

/// Prints what an official sheet asks for beside what a procedure of the example commune asks for, for a person to read.
///
/// The samples are years old: differences are expected, and are no failure.
@Suite("Procedures beside official sheets")
struct DilaComparisonTests {
    /// A sheet and a procedure that speak of the same case.
    struct Pair: Sendable, CustomTestStringConvertible {
        let sheet: String
        let titles: Set<String>
        let procedure: String
        let answers: [String: String]

        var testDescription: String { "\(sheet) and \(procedure)" }
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    private static let sheets = root.appending(path: "../shared/data/opendata/dila/xml")
    static let isThere = FileManager.default.fileExists(atPath: sheets.path)

    /// F2883 (a resignation) and F33754 (an employer's duty) are no matter of a town hall.
    static let pairs = [
        Pair(
            sheet: "F1341.xml", titles: ["Demande en France", "Vous n'avez pas de passeport"],
            procedure: "carte-identite", answers: ["motif": "premiere", "personne": "adulte", "logement": "chez-vous"]),
        Pair(
            sheet: "F14807.xml", titles: ["Autre situation", "Vous habitez chez un proche (parent, ami...)"],
            procedure: "carte-identite", answers: ["motif": "premiere", "personne": "adulte", "logement": "heberge"]),
        Pair(
            sheet: "F909-ancien-format.xml", titles: ["Décès à domicile", "Cas général"],
            procedure: "declaration-deces",
            answers: ["lieu": "domicile"]),
    ]

    @Test(
        "Both lists of documents can be read side by side",
        .enabled(if: isThere, "the samples are not beside the package"), arguments: pairs)
    func comparison(pair: Pair) throws {
        let bytes = try [UInt8](Data(contentsOf: Self.sheets.appending(path: pair.sheet)))
        let checked = DilaPublication.read(bytes, file: pair.sheet)
        #expect(checked.diagnostics.filter { $0.severity == .error }.isEmpty)
        let sheet = try #require(checked.value)
        let official = sheet.text(given: DilaAnswers(titles: pair.titles)).documents.flatMap(\.items)

        let procedures = TownFolder(Self.root.appending(path: "Towns/valclair").path).procedures().value.records
        let procedure = try #require(procedures.procedures.first { $0.id == pair.procedure })
        let ours = ProcedureCase(procedure) { pair.answers[$0] }.facts(.document).map(\.text)

        #expect(!official.isEmpty)
        #expect(!ours.isEmpty)
        let lines =
            ["\(sheet.title) (\(sheet.id))"] + official.map { "  sheet: \($0)" } + ours.map { "  ours:  \($0)" }
        print(lines.joined(separator: "\n"))
    }

    @Test("Every procedure of the example commune answers every case with documents, a price, a delay and conditions")
    func everyCase() throws {
        let checked = TownFolder(Self.root.appending(path: "Towns/valclair").path).procedures()
        #expect(checked.diagnostics.isEmpty, "\(checked.diagnostics)")
        let procedures = checked.value.records.procedures
        #expect(procedures.count >= 12)
        for procedure in procedures {
            for answers in Self.cases(of: procedure) {
                let known = ProcedureCase(procedure) { answers[$0] }
                for kind in [ProcedureRecords.Fact.Kind.document, .fee, .delay, .eligibility] {
                    #expect(!known.facts(kind).isEmpty, "\(procedure.id) \(answers) \(kind)")
                }
                #expect(answers.count <= 3, "\(procedure.id) asks \(answers.count) questions")
            }
        }
    }

    /// Every way through the questions of a procedure that its documents depend on.
    private static func cases(of procedure: ProcedureRecords.Procedure) -> [[String: String]] {
        var (open, closed): ([[String: String]], [[String: String]]) = ([[:]], [])
        while let answers = open.popLast() {
            if let question = ProcedureCase(procedure, answer: { answers[$0] }).question(for: .document) {
                open += question.choices.map { choice in answers.merging([question.id: choice.id]) { $1 } }
            } else {
                closed.append(answers)
            }
        }
        return closed
    }
}
