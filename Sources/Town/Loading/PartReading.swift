import CivilTime
import Diagnostics
import FolderReading
import OpenData
import TopicKit

/// A mention of a place, checked once every place is read.
struct PlaceReference {
    let place: String
    let file: String
    let line: Int?
}

/// A part of a town's folder as it is being read: its records, their sources, and what other parts must know.
struct PartReading<Record: Sendable & Codable> {
    /// What could be read.
    var record: Record
    /// Where each file's records come from.
    var sources: [String: Evidence] = [:]
    /// What is wrong.
    var diagnostics: [Diagnostic] = []
    /// The places that the part mentions.
    var references: [PlaceReference] = []

    init(_ record: Record) { self.record = record }

    /// The records with their sources.
    var records: Sourced<Record> { Sourced(record, sources: sources) }
    /// The records with what is wrong.
    var checked: Checked<Sourced<Record>> { Checked(records, diagnostics) }
}

extension PartReading {
    /// Reads a file if a source vouches for it; its evidence is then kept and its bytes are given to `body`.
    ///
    /// - Parameters:
    ///   - path: the file within the folder.
    ///   - folder: the town's folder.
    ///   - body: reads the bytes; the findings become diagnostics of the file.
    mutating func read(
        _ path: String, of folder: TownFolder, _ body: (inout PartReading, [UInt8], SourceRule, Findings) -> Void
    ) {
        let findings = Findings(file: path)
        defer { diagnostics += findings.diagnostics }
        guard let rule = folder.town.rule(for: path) else {
            findings.report(.error, "source.missing")
            return
        }
        switch folder.files.bytes(of: path) {
        case .failure(let problem): findings.add([problem.diagnostic])
        case .success(let bytes):
            sources[path] = rule.evidence(for: path)
            body(&self, bytes, rule, findings)
        }
    }

    /// Reads a YAML file if it is there and a source vouches for it.
    mutating func readYAML(
        _ path: String, of folder: TownFolder, keys: [String],
        _ body: (inout PartReading, YAMLMap, Findings) -> Void
    ) {
        guard folder.files.exists(path) else { return }
        read(path, of: folder) { part, bytes, _, findings in
            if let root = YAMLFile.root(bytes, keys: keys, findings) { body(&part, root, findings) }
        }
    }
}
