import CivilTime
import Diagnostics
import FolderReading
import OpenData

/// Compares a procedure with the official sheet that it cites (`source.dila`).
enum OfficialSheet {
    /// Warns when the sheet has another title or another address, or changed after the procedure was last checked.
    static func check(
        _ procedure: ProcedureRecords.Procedure, _ root: YAMLMap, against sheets: [String: DilaPublication],
        _ findings: Findings
    ) {
        guard let source = root.optionalMap("source", keys: nil), let id = source.optionalText("dila"),
            let sheet = sheets[id]
        else { return }
        if sheet.title != procedure.sourceTitle {
            findings.report(
                .warning, "dila.other-title", ["id": id, "title": sheet.title], line: source.line(of: "title"))
        }
        // Service-Public has moved from one domain to another: the last part of the address is what stays.
        if let url = sheet.url, page(of: url) != page(of: procedure.sourceURL) {
            findings.report(.warning, "dila.other-url", ["id": id, "url": url], line: source.line(of: "url"))
        }
        if let date = sheet.date, date > procedure.reviewed ?? procedure.written {
            let key = procedure.reviewed == nil ? "written" : "reviewed"
            findings.report(.warning, "dila.newer", ["id": id, "date": date.iso], line: root.line(of: key))
        }
    }

    private static func page(of url: String) -> Substring? { url.split(separator: "/").last }
}
