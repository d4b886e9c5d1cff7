public import CivilTime
internal import Language
internal import TopicKit
public import TownStore

extension ClerkDesk {
    /// The requests that wait for a person, the oldest first; those whose days are over are erased first.
    public func filed() async throws(Failure) -> [FiledObject] {
        try await attempt { try await store.requests.entries() }.map(FiledObject.init)
    }

    /// Requests as a clerk reads them, a fact a line.
    public func lines(_ filed: [FiledObject], today: Day) -> [String] {
        let count = sentence(filed.isEmpty ? "filed-none" : "filed-count", ["count": .count(filed.count)], today: today)
        return [count] + filed.enumerated().flatMap { lines($0.element.entry, number: $0.offset + 1, today: today) }
    }

    /// What is said to whoever reads requests: they hold personal data.
    public func privacyNotice(today: Day) -> String { sentence("filed-private", today: today) }

    /// Erases a request that is closed, or that its author takes back.
    ///
    /// - Parameters:
    ///   - reference: its number, however the figures are set apart.
    ///   - today: the day on which it is erased.
    /// - Returns: what became of it, and the line that says so.
    /// - Throws: ``Failure`` when the store cannot be changed.
    public func erase(_ reference: String, today: Day) async throws(Failure) -> (
        erasure: FiledRequests.Erasure, line: String
    ) {
        let erasure = try await attempt { try await store.requests.erase(reference) }
        let phrase =
            switch erasure {
            case .erased: "filed-erased"
            case .unknown: "filed-unknown"
            case .malformed: "filed-malformed"
            }
        let values: [String: Value] = ["reference": .text(reference.onOneLine), "command": .text("parvis filed list")]
        return (erasure, sentence(phrase, values, today: today))
    }

    private func lines(_ entry: FiledRequests.Entry, number: Int, today: Day) -> [String] {
        let head = sentence(
            "filed-head",
            [
                "number": .count(number), "reference": .phone(entry.reference),
                "kind": name("kind", entry.request.kind),
            ], today: today)
        let when = sentence("filed-when", ["moment": .moment(entry.filed)], today: today)
        let end = sentence("filed-end", ["day": .day(entry.end)], today: today)
        return [head, when] + lines(entry.request.fields, today) + lines(entry.request.context, today) + [end]
    }

    /// A line a field, those that we name first and in the order of their names in the language.
    private func lines(_ fields: [String: String], _ today: Day) -> [String] {
        fields.map { key, value in
            let values: [String: Value] = ["label": name("field", key), "value": shown(value, of: key)]
            return book.write(Phrase("clerk.field", values), form: .text, today: today)
        }.sorted()
    }

    /// A value as a clerk reads it: a telephone number in pairs, a topic by its title.
    private func shown(_ value: String, of key: String) -> Value {
        switch key {
        case "phone": .phone(value.onOneLine)
        case "topic": .text(book.files.topics[value]?.title ?? value.onOneLine)
        default: .text(value.onOneLine)
        }
    }
}

extension String {
    /// The text without control characters: what a citizen typed must not steer a clerk's terminal.
    fileprivate var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

/// A request that waits for a person, as other programs read it.
public struct FiledObject: Sendable, Encodable {
    let entry: FiledRequests.Entry

    /// Writes the promised keys; times are local.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry.reference, forKey: .reference)
        try container.encode(entry.request.kind, forKey: .kind)
        try container.encode(entry.filed.iso, forKey: .filed)
        try container.encode(entry.end.iso, forKey: .until)
        try container.encode(entry.request.fields, forKey: .fields)
        try container.encode(entry.request.context, forKey: .context)
    }

    private enum CodingKeys: String, CodingKey { case reference, kind, filed, until, fields, context }
}
