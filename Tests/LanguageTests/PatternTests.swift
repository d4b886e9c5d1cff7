import Foundation
import Language
import Testing

@Suite("Patterns")
struct PatternTests {
    @Test(
        "Words that follow a pattern are found",
        arguments: [
            ("[A-Z]{2}-?[0-9]{4}", "mon dossier AB-1234 svp", "AB-1234"), ("[A-Z]{2}-?[0-9]{4}", "ab1234", "ab1234"),
            ("[A-Z]{2}-?[0-9]{4}", "AB 1234", nil), ("[A-Z]{2}[- ]?[0-9]{4}", "AB 1234", "AB 1234"),
            ("[A-Z]{2}-?[0-9]{4}", "ABC-1234", nil), ("[A-Z]{2}-?[0-9]{4}", "AB-12345", nil),
            ("[A-Z]{2}-?[0-9]{4}", "AB-123 puis CD-4567", "CD-4567"), ("\\d{5}", "le 38170", "38170"),
            ("\\d+", "12 puis 345", "12"), ("dossier (n°)?\\d+", "dossier 12", "dossier 12"),
            ("(ab|abc)\\d", "abc1", "abc1"), ("a.c", "abc", "abc"), ("é+", "ÉÉ", "ÉÉ"), ("œuf", "OEUF", "OEUF"),
            ("[^a]\\d", "a1 b2", "b2"), ("\\w+-\\w+", "porte-clé", "porte-clé"), ("a|b|c", "x c", "c"),
            ("a{2,}", "a aa aaaa", "aa"), ("a{2,3}", "aaaa aaa", "aaa"), ("1\\.5", "1.5", "1.5"),
            ("\\d\\d/\\d\\d", "le 14/07", "14/07"), ("x*", "rien", nil), ("x*", "12€", nil), ("\\d+€", "12€", "12€"),
            ("(a(b(c)?)?)?d", "abcd", "abcd"),
            ("permis \\s?\\d+", "permis  12", "permis 12"), ("[0-9]{2}([0-9]{2})?", "1234", "1234"), ("", "a", nil),
            ("lot-[0-9]+", "Lot‑12", "Lot-12"), ("ш+", "ШШ", "ШШ"), ("[-a]+", "a-a", "a-a"), ("[a-]1", "a1", "a1"),
        ])
    func matches(pattern: String, text: String, expected: String?) {
        let tokens = Reading.french.tokens(in: text)
        #expect(TextPattern(pattern).firstMatch(in: tokens).map { tokens.text(of: $0) } == expected)
    }

    @Test(
        "A pattern that cannot be read says where, and matches nothing",
        arguments: [
            ("[A-Z", "[A-Z"), ("(ab", "(ab"), ("ab)", ")"), ("*a", "*a"), ("a**", "*"), ("a{3,2}", "{3,2}"),
            ("a{99}", "{99}"), ("a{x}", "{x}"), ("[]", "[]"), ("[z-a]", "[z-a]"), ("a\\", "\\"), ("\\b", "\\b"),
            ("\\1", "\\1"), ("^a", "^a"), ("a$", "$"), ("a+?", "+?"), ("", ""), ("(?=a)", "?=a)"),
        ])
    func mistakes(pattern: String, rest: String) {
        let read = TextPattern(pattern)
        #expect(read.mistake.map { $0.hasSuffix(rest) || $0.hasPrefix(rest) } ?? false)
        #expect(read.firstMatch(in: Reading.french.tokens(in: "a ab aa [A-Z 1")) == nil)
    }

    @Test("A pattern that would make others go back for ever is read in one pass, or refused")
    func bounded() {
        let text = Reading.french.tokens(in: String(repeating: "a", count: 1999) + "!")
        for pattern in [
            "(a|a)+b", "(a+)+b", "(.+.+)+b", "(a{1,50}){1,9}b", "((a{50}){50}){50}", String(repeating: "(", count: 150),
        ] {
            #expect(TextPattern(pattern).firstMatch(in: text) == nil)
        }
        #expect(TextPattern(String(repeating: "a", count: 201)).mistake != nil)
        #expect(TextPattern("((a{50}){50}){50}").mistake != nil)
        #expect(TextPattern(".+").firstMatch(in: text) == 0..<1)
        let many = Reading.french.tokens(in: String(repeating: "ab ", count: 600))
        #expect(TextPattern("(ab ?)+").firstMatch(in: many) == 0..<many.count)
    }

    @Test("A pattern is kept as its text")
    func codable() throws {
        let pattern: TextPattern = "[A-Z]{2}-?[0-9]{4}"
        let data = try JSONEncoder().encode([pattern])
        #expect(String(decoding: data, as: UTF8.self) == #"["[A-Z]{2}-?[0-9]{4}"]"#)
        #expect(try JSONDecoder().decode([TextPattern].self, from: data) == [pattern])
    }
}
