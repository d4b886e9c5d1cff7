import Foundation
import Testing

@testable import Language

@Suite("What words mean")
struct WordVectorsTests {
    @Test(
        "Words of like use lie closer than others",
        arguments: [
            ("canape", "fauteuil", "mairie"), ("poubelle", "dechets", "piscine"), ("repas", "dejeuner", "passeport"),
        ])
    func likeness(_ word: String, _ like: String, _ other: String) throws {
        let vectors = try #require(WordVectors(data: try file()))
        func meaning(_ word: String) throws -> [Float] { try #require(vectors.meaning(of: [word])) }
        let (a, b, c) = (try meaning(word), try meaning(like), try meaning(other))
        func product(_ x: [Float], _ y: [Float]) -> Float { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
        #expect(product(a, b) > product(a, c))
        #expect(abs(product(a, a) - 1) < 0.001)
    }

    @Test("An unknown word means nothing, and damaged bytes are no vectors")
    func damaged() throws {
        let data = try file()
        #expect(WordVectors(data: data)?.meaning(of: ["zzqx", ""]) == nil)
        #expect(WordVectors(data: data.dropLast(1)) == nil)
        #expect(WordVectors(data: Data()) == nil)
        #expect(WordVectors(data: Data("PARVISV1".utf8) + Data(repeating: 0xFF, count: 16)) == nil)
        // Ends and rows that lead nowhere are not followed.
        var wild = data
        for index in 24..<min(4_000, wild.count) { wild[index] = 0xFF }
        _ = WordVectors(data: wild)?.meaning(of: ["mairie", "a", "zebre"])
    }

    private func file() throws -> Data {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try Data(contentsOf: URL(filePath: root + "/Locales/fr/lexicon/vectors.bin"))
    }
}
