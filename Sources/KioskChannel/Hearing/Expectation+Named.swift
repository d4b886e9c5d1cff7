public import Assistant
import Foundation
public import Language
import Speech

extension Expectation {
    /// The expectations that need nothing more than their name.
    private static let simple: [String: Expectation] = [
        "question": Expectation(.question), "open": Expectation(.question), "words": Expectation(.words),
        "yes-no": Expectation(.yesNo), "time": Expectation(.time), "date": Expectation(.time),
        "number": Expectation(.number),
    ]

    /// The names that ``init(named:in:)`` takes, for a message.
    public static func names(in assistant: Assistant) -> [String] {
        simple.keys.sorted() + Amount.Kind.allCases.map(\.rawValue).sorted()
            + Set(assistant.listeningMaterial.questions.flatMap(\.names.keys)).sorted()
    }

    /// What a dialogue waits for, by its name; nil when nothing has that name.
    ///
    /// - Parameters:
    ///   - name: `yes-no`, `time`, `number`, a kind of amount, a slot of a topic (`street`), choices (`a|b|c`), or a file with one
    ///     choice a line.
    ///   - assistant: the town, which knows its names.
    public init?(named name: String, in assistant: Assistant) {
        if let known = Self.simple[name] {
            self = known
        } else if let kind = Amount.Kind(rawValue: name) {
            self.init(.amount, amount: kind)
        } else if name.contains("|") {
            self.init(.choice, phrases: name.split(separator: "|").map(String.init))
        } else if let text = try? String(contentsOfFile: name, encoding: .utf8) {
            self.init(.choice, phrases: text.split(whereSeparator: \.isNewline).map(String.init))
        } else {
            let names = assistant.listeningMaterial.questions.flatMap { $0.names[name] ?? [] }
            guard !names.isEmpty else { return nil }
            self.init(.name, phrases: Set(names).sorted())
        }
    }
}
