import CivilTime
import Diagnostics
import FolderReading
import OpenData
import TopicKit

extension TownFolder {
    /// Reads `procedures/`: one procedure a file, whose name is the procedure's id.
    func proceduresPart() -> PartReading<ProcedureRecords> {
        var part = PartReading(ProcedureRecords())
        let sheets = officialSheets(&part)
        for path in files.paths(in: "procedures", "yaml") {
            part.read(path, of: self) { part, bytes, rule, findings in
                guard let root = YAMLFile.root(bytes, keys: ProcedureReader.keys, findings),
                    let procedure = ProcedureReader(root, path: path, findings).procedure()
                else { return }
                part.record.procedures.append(procedure)
                part.sources[path] = rule.evidence(for: procedure)
                OfficialSheet.check(procedure, root, against: sheets, findings)
                if let place = procedure.place {
                    part.references.append(.init(place: place, file: path, line: root.line(of: "place")))
                }
            }
        }
        return part
    }

    /// The official sheets that the town keeps beside its procedures, by id.
    ///
    /// They answer nothing, so that no source needs to vouch for them.
    private func officialSheets(_ part: inout PartReading<ProcedureRecords>) -> [String: DilaPublication] {
        var sheets: [String: DilaPublication] = [:]
        for path in files.paths(in: "procedures/dila", "xml") {
            switch files.bytes(of: path) {
            case .failure(let problem): part.diagnostics.append(problem.diagnostic)
            case .success(let bytes):
                let sheet = DilaPublication.read(bytes, file: path)
                part.diagnostics += sheet.diagnostics
                if let value = sheet.value { sheets[value.id] = value }
            }
        }
        return sheets
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
