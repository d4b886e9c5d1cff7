import Diagnostics
import Foundation

/// The records of a JSON export, each with its line, in any of the shapes that open-data portals use.
struct JSONRecords {
    /// A record: the fields of an object, and the line on which it begins.
    struct Record {
        let fields: JSONValue
        let line: Int?
    }

    /// The records.
    let records: [Record]
    /// What is wrong with the file.
    let diagnostics: [Diagnostic]

    /// Reads the list under the first of `keys` that the document has, or the document itself when it is a list.
    ///
    /// Opendatasoft wraps a record's fields in `fields`; they are unwrapped.
    init(_ raw: [UInt8], under keys: [String]) {
        let source = SourceText(raw)
        var diagnostics = source.diagnostics
        var records: [Record] = []
        do {
            let document = try JSONDecoder().decode(JSONValue.self, from: Data(source.bytes))
            let key = keys.first { if case .null = document[$0] { false } else { true } }
            let list = key.map { document[$0] } ?? document
            if case .array(let items) = list {
                let lines = JSONLines(source.bytes).lines(ofItemsUnder: key)
                for (index, item) in items.enumerated() {
                    let fields = if case .object = item["fields"] { item["fields"] } else { item }
                    records.append(Record(fields: fields, line: index < lines.count ? lines[index] : nil))
                }
            } else {
                let expected = keys.joined(separator: ", ")
                diagnostics.append(Diagnostic(.error, "json.no-list", ["keys": expected], line: 1))
            }
        } catch {
            diagnostics.append(JSONRecords.damage(in: source.bytes))
        }
        (self.records, self.diagnostics) = (records, diagnostics)
    }

    /// A field that is JSON inside a text: portals encode structured fields twice.
    static func unwrapped(_ value: JSONValue) -> JSONValue {
        guard case .string(let text) = value, let first = text.first(where: { !$0.isWhitespace }), "[{".contains(first),
            let inner = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        else { return value }
        return inner
    }

    private static func damage(in bytes: [UInt8]) -> Diagnostic {
        guard bytes.contains(where: { !" \t\r\n".utf8.contains($0) }) else { return Diagnostic(.error, "json.empty") }
        return Diagnostic(.error, "json.damaged", line: lineOfError(in: bytes))
    }

    /// The line of the first error, which JSONDecoder keeps to itself and JSONSerialization says as a count of bytes.
    private static func lineOfError(in bytes: [UInt8]) -> Int? {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            return nil
        } catch {
            let reason = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
            let words = reason.split { !$0.isLetter && !$0.isNumber }
            let offset = words.last.flatMap { wholeNumber($0) } ?? bytes.count
            return bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
        }
    }
}
