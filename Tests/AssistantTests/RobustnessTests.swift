import CivilTime
import Dialogue
import Foundation
import Language
import Testing
import TownStore
import Understanding

@testable import Assistant

@Suite("Sentences that measure understanding")
struct RobustnessTests {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private static func sentences() throws -> [JudgedSentence] {
        let file = URL(filePath: root + "/Benchmarks/understanding/sentences.jsonl")
        return try Data(contentsOf: file).split(separator: 0x0a).map {
            try JSONDecoder().decode(JudgedSentence.self, from: Data($0))
        }
    }

    @Test("There are enough of them, in two halves, each of an intent that there is")
    func set() throws {
        let sentences = try Self.sentences()
        let assistant = try Assistant.open(place: .memory)
        let known = Set(assistant.setting.registry.definitions.flatMap(\.examples.keys))
        #expect(sentences.count(where: \.isOutOfScope) >= 120)
        #expect(sentences.count { !$0.isOutOfScope } >= 400)
        #expect(Set(sentences.map { $0.text.lowercased() }).count == sentences.count)
        let held = sentences.count { $0.part == "held" }
        #expect(abs(2 * held - sentences.count) < 20)
        for sentence in sentences {
            #expect(sentence.part == "dev" || sentence.part == "held")
            #expect(sentence.isOutOfScope || known.contains(sentence.intent ?? ""), "\(sentence.intent ?? "")")
        }
    }

    @Test("None of them is an example that understanding is trained on")
    func unseen() throws {
        let assistant = try Assistant.open(place: .memory)
        let rules = assistant.timeReading.rules
        func words(_ text: String) -> [String] { rules.tokens(in: text).map(\.folded) }
        let examples = Set(assistant.files.topics.values.flatMap(\.examples.values).joined().map(words))
        for sentence in try Self.sentences() where !words(sentence.text).isEmpty {
            #expect(!examples.contains(words(sentence.text)), "\(sentence.text)")
        }
    }

    @Test("A row for each kind of error at each rate, the same each time")
    func rows() throws {
        let assistant = try Assistant.open(place: .memory)
        let sentences = Array(try Self.sentences().filter { $0.part == "dev" }.prefix(12))
        let now = Moment(Day(number: 20_777), hour: 10)
        let result = assistant.robustness(of: sentences, at: now, seed: 1)
        let again = assistant.robustness(of: sentences, at: now, seed: 1)
        #expect(result.rows.map(\.kind) == Noise.Kind.allCases.flatMap { [$0.rawValue, $0.rawValue] })
        #expect(result.rows.map(\.score.accuracy) == again.rows.map(\.score.accuracy))
        #expect(result.sentences + result.outOfScope == sentences.count)
        #expect(result.clean.accuracy > 0.3)
        let wrong = result.mistakes.count { $0.kind == nil }
        #expect(wrong == Int((Double(result.sentences) * (1 - result.clean.accuracy)).rounded()))
        let empty = assistant.robustness(of: [], at: now, seed: 1)
        #expect(empty.clean.accuracy == 0 && empty.p99 == 0)
    }
}
