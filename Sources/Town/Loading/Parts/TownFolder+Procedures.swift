import CivilTime
import Diagnostics
import OpenData
import TopicKit

extension TownFolder {
    /// Reads `procedures/`: one procedure a file, whose name is the procedure's id.
    func proceduresPart() -> PartReading<ProcedureRecords> {
        var part = PartReading(ProcedureRecords())
        for path in files.paths(in: "procedures", "yaml") {
            part.read(path, of: self) { part, bytes, rule, findings in
                guard let root = YAMLFile.root(bytes, keys: ProcedureReader.keys, findings),
                    let procedure = ProcedureReader(root, path: path, findings).procedure()
                else { return }
                part.record.procedures.append(procedure)
                part.sources[path] = rule.evidence(for: procedure)
                if let place = procedure.place {
                    part.references.append(.init(place: place, file: path, line: root.line(of: "place")))
                }
            }
        }
        return part
    }
}

extension SourceRule {
    /// A procedure cites its own official page; the town's rule says who publishes it here and how long it holds.
    fileprivate func evidence(for procedure: ProcedureRecords.Procedure) -> Evidence {
        Evidence(
            source: procedure.source, title: procedure.sourceTitle, publisher: publisher,
            date: procedure.reviewed ?? procedure.written, validUntil: validUntil, url: procedure.sourceURL,
            reviewed: procedure.reviewed)
    }
}
