import Foundation
import Language
import Testing

private let developmentSet = "data/nlu/spell_words_fr.jsonl"

@Suite("Speller: single words")
struct SpellerWordTests {
    @Test("Of our own misspellings, at least 88 in 100 are corrected first")
    func own() {
        let words = SpellingWordTable.words
        let wrong = words.filter { Spelling.speller.suggestions(for: $0.wrong).first != $0.right }
        print("Own words: \(words.count - wrong.count) of \(words.count) first")
        #expect(words.count >= 150)
        #expect(Double(wrong.count) <= 0.12 * Double(words.count), "\(wrong)")
    }

    @Test(
        "Of the development set, each half has at least 85 in 100 corrected first",
        .enabled(if: Reading.shared(developmentSet) != nil, "the set is not beside the project"))
    func development() throws {
        struct Row: Decodable {
            let wrong: String
            let right: String
        }
        let rows = try #require(Reading.shared(developmentSet)).split(separator: "\n").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
        func plain(_ text: String) -> String { text.lowercased().replacing("’", with: "'") }
        // Weights were chosen on the rows of even number; the others are there to see that they do not fit these alone.
        for parity in 0..<2 {
            let half = rows.enumerated().filter { $0.offset % 2 == parity }.map(\.element)
            let first = half.count { row in
                Spelling.speller.misspellings(in: row.wrong).first?.suggestions.first.map(plain) == plain(row.right)
            }
            print("Development words, half \(parity): \(first) of \(half.count) first")
            #expect(Double(first) >= 0.85 * Double(half.count))
        }
    }

    @Test("A word that is right is not listed; one that is doubtful alone is")
    func listed() {
        #expect(Spelling.speller.misspellings(in: "poubelle").isEmpty)
        #expect(Spelling.speller.misspellings(in: "poubel").first?.suggestions.first == "poubelle")
        let listed = Spelling.speller.misspellings(in: "g perdu mon passepor")
        #expect(listed.map(\.text) == ["g", "passepor"])
        #expect(listed.map { $0.suggestions.first } == ["j'ai", "passeport"])
    }
}
