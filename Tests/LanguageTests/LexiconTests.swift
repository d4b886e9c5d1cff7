import Foundation
import Language
import Testing

@Suite("Lexicon")
struct LexiconTests {
    @Test("A word is found by its folded form, with its accents, lemma and classes")
    func folded() throws {
        let lexicon = try #require(Spelling.lexicon)
        let words = lexicon.words(folded: "marche")
        #expect(words.map(\.form) == ["marche", "marché"])
        #expect(words.map(\.lemma) == ["marcher", "marché"] || words.map(\.lemma) == ["marche", "marché"])
        #expect(words.allSatisfy { $0.frequency > 40 && $0.classes.contains(.noun) })
        #expect(lexicon.words(folded: "oeil").map(\.form) == ["œil"])
        #expect(lexicon.words(folded: "mangeons").map(\.lemma) == ["manger"])
        #expect(lexicon.words(folded: "zqxj").isEmpty && lexicon.words(folded: "").isEmpty)
    }

    @Test("Words are found by their sound")
    func sound() throws {
        let lexicon = try #require(Spelling.lexicon)
        let words = lexicon.words(sounding: Reading.french.soundKey(of: "poubel")).map(\.form)
        #expect(words.contains("poubelle") && words.contains("poubelles"))
    }

    @Test("Every word of the list is found again")
    func complete() throws {
        let lexicon = try #require(Spelling.lexicon)
        let lines = Spelling.list.split(separator: UInt8(ascii: "\n"))
        #expect(lexicon.count == lines.count && lines.count > 120_000)
        for line in lines.enumerated().filter({ $0.offset.isMultiple(of: 97) }).map(\.element) {
            let form = String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
            #expect(lexicon.words(folded: Reading.french.folded(form)).contains { $0.form == form }, "\(form)")
        }
    }

    @Test("Damaged bytes give nil or wrong words, never a crash")
    func damage() {
        let small = Lexicon.compile(
            Data("eau\t50\t\tN\nmarché\t51\t\tN\nmarche\t52\t0r\tV\n".utf8), rules: Reading.french)
        #expect(Lexicon(data: small)?.count == 3)
        #expect(Lexicon(data: Data()) == nil && Lexicon(data: small.prefix(50)) == nil)
        #expect(Lexicon(data: small.dropLast()) == nil && Lexicon(data: small + [0]) == nil)
        for position in small.indices {
            for byte: UInt8 in [0, 0x7F, 0xFF] {
                var damaged = small
                damaged[position] = byte
                guard let lexicon = Lexicon(data: damaged) else { continue }
                let speller = Speller(rules: Reading.french, lexicon: lexicon, words: TestFrench.files.words)
                _ = (lexicon.words(folded: "marche"), speller.suggestions(for: "marhce"))
            }
        }
    }

    @Test("Lines that are no words are left out")
    func lines() {
        let list = Data("eau\t50\t\tN\n\nbruit\nx\ty\n\u{FF}\t1\t\tN\nmer\t9999\t99zut\tNf\n".utf8)
        let lexicon = Lexicon(data: Lexicon.compile(list, rules: Reading.french))
        #expect(lexicon?.words(folded: "eau").count == 1)
        #expect(lexicon?.words(folded: "mer").map(\.frequency) == [255])
        #expect(lexicon?.words(folded: "bruit").isEmpty == true)
    }
}
