internal import Dialogue
internal import Foundation
internal import Rendering
internal import TopicKit

/// What came of one turn of a story.
struct Heard: Sendable {
    /// The turn.
    let turn: Turn
    /// The turn as programs read it.
    let answer: AnswerObject
    /// The text as it reached the person.
    var text: String
    /// What went wrong on the way to the person, whatever the story expects.
    var faults: [Difference] = []
    /// Whether lines were cut, so that white space in ``text`` tells nothing.
    var isWrapped = false
}

extension Expectation {
    /// Which expectations are judged.
    enum Scope { case all, meaning }

    /// Finds what is otherwise than expected.
    ///
    /// - Parameters:
    ///   - heard: what came.
    ///   - previous: the text of the answer before.
    ///   - scope: with ``Scope/meaning``, only the status, the intent and the slots count.
    /// - Returns: the differences, in the order of the keys.
    func differences(_ heard: Heard, previous: String?, _ scope: Scope) -> [Difference] {
        var judge = Judge(isWrapped: heard.isWrapped)
        judge.meaning(self, heard.answer)
        guard scope == .all else { return judge.found }
        judge.rest(self, heard.answer)
        judge.text(self, heard.text)
        if let same {
            let isSame = previous.map { judge.isSame($0, heard.text) } ?? false
            if isSame != same {
                judge.report("same: \(same)", expected: previous ?? "", got: heard.text)
            }
        }
        return judge.found + heard.faults
    }

    /// Whether anything is expected that noise leaves to be judged.
    var hasMeaning: Bool { status != nil || intent != nil || !slots.isEmpty }
}

/// Compares an answer with what was expected of it.
struct Judge {
    let isWrapped: Bool
    private(set) var found: [Difference] = []

    init(isWrapped: Bool) { self.isWrapped = isWrapped }

    mutating func meaning(_ expected: Expectation, _ answer: AnswerObject) {
        compare("status", expected.status?.rawValue, answer.status)
        compare("intent", expected.intent, answer.intent)
        for (name, value) in expected.slots.sorted(by: { $0.key < $1.key }) {
            let got = answer.slots[name].map(Self.machineText)
            if got != value { report("slots: \(name)", expected: value ?? "~", got: got) }
        }
    }

    mutating func rest(_ expected: Expectation, _ answer: AnswerObject) {
        compare("topic", expected.topic, answer.topic)
        compare("asks", expected.asks, answer.ask?.slot)
        if let choices = expected.choices, choices != answer.ask?.choices ?? [] {
            report(
                "choices", expected: choices.joined(separator: "\n"), got: answer.ask?.choices.joined(separator: "\n"))
        }
        compare("speech", expected.speech, answer.speech)
        compare("simple", expected.simple, answer.simple)
        compare("urgent", expected.urgent.map(String.init), String(answer.isUrgent))
        compare("reference", expected.reference.map(String.init), String(answer.reference != nil))
        let sources = answer.evidence.map(\.source)
        for file in expected.evidence where !sources.contains(file) {
            report("evidence", expected: file, got: sources.joined(separator: "\n"))
        }
        if let parts = expected.parts { compare(parts, answer.parts) }
    }

    mutating func text(_ expected: Expectation, _ text: String) {
        if let whole = expected.answer, !isSame(whole, text) { report("answer", expected: whole, got: text) }
        for part in expected.says where !contains(text, part) { report("says", expected: part, got: text) }
        for part in expected.never where contains(text, part) {
            report("never", expected: "nothing with: " + part, got: text)
        }
    }

    func isSame(_ one: String, _ other: String) -> Bool { comparable(one) == comparable(other) }

    mutating func report(_ key: String, expected: String, got: String?) {
        found.append(Difference(key, expected: expected, got: got))
    }

    // MARK: Parts

    private mutating func compare(_ expected: [Expectation], _ parts: [AnswerObject]) {
        guard expected.count == parts.count else {
            report(
                "parts", expected: "\(expected.count) answers",
                got: (["\(parts.count) answers"] + parts.map(\.text)).joined(separator: "\n"))
            return
        }
        for (index, (expected, part)) in zip(expected, parts).enumerated() {
            var judge = Judge(isWrapped: false)
            judge.meaning(expected, part)
            judge.rest(expected, part)
            judge.text(expected, part.text)
            found += judge.found.map { $0.ofPart(index + 1) }
        }
    }

    // MARK: Texts

    private mutating func compare(_ key: String, _ expected: String?, _ got: String?) {
        if let expected, expected != got { report(key, expected: expected, got: got) }
    }

    private mutating func compare(_ key: String, _ expected: Expectation.Wording?, _ got: String) {
        switch expected {
        case nil: return
        case .whole(let text): compare(key, text, got)
        case .parts(let parts):
            for part in parts where !got.contains(part) { report(key, expected: part, got: got) }
        }
    }

    private func contains(_ text: String, _ part: String) -> Bool { comparable(text).contains(comparable(part)) }

    private func comparable(_ text: String) -> String { isWrapped ? text.filter { !$0.isWhitespace } : text }

    /// A slot's value as the answer object writes it; the words of one that is an object there.
    static func machineText(_ slot: FilledSlot) -> String {
        let json = try? JSONEncoder().encode(SlotObject(slot))
        return json.flatMap { try? JSONDecoder().decode(SlotValue.self, from: $0) }?.value ?? slot.text
    }
}

extension Difference {
    fileprivate func ofPart(_ number: Int) -> Difference {
        Difference(
            "parts: \(number): \(key)", expected: expected.joined(separator: "\n"), got: got.joined(separator: "\n"))
    }
}

/// The value of a slot's object as one text.
private struct SlotValue: Decodable {
    let value: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let text = try? container.decode(String.self, forKey: .value) {
            value = text
        } else if let flag = try? container.decode(Bool.self, forKey: .value) {
            value = String(flag)
        } else {
            value = String(try container.decode(Int.self, forKey: .value))
        }
    }

    private enum CodingKeys: String, CodingKey { case value }
}
