import Testing

@testable import TerminalChannel

@Suite("Lines that fit")
struct LineWidthTests {
    @Test(
        "Words are never cut, addresses break after a slash",
        arguments: [
            (nil, "un deux  trois", ["un deux trois"]), (nil, "", []), (60, "", []), (1, "un deux", ["un", "deux"]),
            (41, "abcd efgh", ["abcd efgh"]),
            (
                60, "Pour prendre rendez-vous, il faut venir à l'accueil de la mairie le matin.",
                ["Pour prendre rendez-vous, il faut venir à l'accueil de la", "mairie le matin."]
            ),
            (20, "https://valclair.example/contact/rdv", ["https://", "valclair.example/", "contact/rdv"]),
            (20, "anticonstitutionnellement oui", ["anticonstitutionnellement", "oui"]),
            (8, "a/b/c/d/e/f/g/h/", ["a/b/c/d/", "e/f/g/h/"]), (41, "a\u{1B}[2Jb\u{7}\u{D}c\u{0}d", ["a [2Jb c d"]),
            (
                44, "Pour partir, écrivez maintenant le mot bref : quitter.",
                ["Pour partir, écrivez maintenant le mot", "bref : quitter."]
            ),
            (
                44, "Ouvert toute la semaine et le samedi de 8 h 30 à 12 h.",
                ["Ouvert toute la semaine et le samedi de", "8 h 30 à 12 h."]
            ),
            (
                44, "Appelez la mairie, vite, au 01 99 00 12 00 ou 112 !",
                ["Appelez la mairie, vite, au 01 99 00 12 00", "ou 112 !"]
            ),
            (10, "« un deux » trois", ["« un", "deux »", "trois"]),
            (8, "01 99 00 12 00", ["01 99", "00 12", "00"]), (10, "LUNDI MIDI", ["LUNDI", "MIDI"]),
        ] as [(Int?, String, [String])])
    func wrap(limit: Int?, text: String, expected: [String]) { #expect(LineWidth(limit: limit).wrap(text) == expected) }

    /// The cells that liblouis 3.24 gives with `fr-bfu-comp6`; ours may be more, never fewer.
    @Test(
        "Braille cells are never underestimated",
        arguments: [
            ("abc", 3), ("Abc", 4), ("ABC", 5), ("8 h 30", 8), ("01 99 00 12 34", 19), ("a1b", 4), ("l'école", 7),
            ("« Ulysse »", 11), ("4,50 €", 8), ("2026-2028", 10), ("É", 2), ("a_b@c.fr", 9), ("x=y & z % {", 18),
        ])
    func cells(text: String, liblouis: Int) {
        #expect(LineWidth.cells(text) >= liblouis)
        #expect(LineWidth.cells(text) <= liblouis * 2)
    }

    @Test("Pages hold six lines with the hint, and only where a hand reads")
    func pages() {
        let lines = (1...13).map(String.init)
        var pages = Pages(lines, width: LineWidth(limit: 40), hint: "suite")
        #expect(pages.next() == ["1", "2", "3", "4", "5", "suite"])
        #expect(pages.next() == ["6", "7", "8", "9", "10", "suite"])
        #expect(!pages.isEmpty)
        #expect(pages.next() == ["11", "12", "13"])
        #expect(pages.isEmpty)
        #expect(pages.next() == [])
        var whole = Pages(lines, width: LineWidth(limit: 41), hint: "suite")
        #expect(whole.next() == lines)
        var six = Pages(Array(lines.prefix(6)), width: LineWidth(limit: 40), hint: "suite")
        #expect(six.next().count == 6 && six.isEmpty)
    }
}
