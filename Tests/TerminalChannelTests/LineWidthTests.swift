import Braille
import Testing

@testable import TerminalChannel

@Suite("The width of a terminal's lines")
struct LineWidthTests {
    @Test(
        "Up to forty columns are cells, wider ones characters",
        arguments: [
            (41, "abcd efgh", ["abcd efgh"]), (10, "« un deux » trois", ["« un", "deux »", "trois"]),
            (8, "01 99 00 12 00", ["01 99", "00 12", "00"]), (10, "LUNDI MIDI", ["LUNDI", "MIDI"]),
            (nil, "un deux", ["un deux"]),
        ] as [(Int?, String, [String])])
    func wrap(limit: Int?, text: String, expected: [String]) { #expect(LineWidth(limit: limit).wrap(text) == expected) }

    @Test(
        "With a table, no line is wider than the display, and every character can be read",
        arguments: [12, 20, 32, 40, 80])
    func braille(limit: Int) throws {
        let table = try BrailleTable.open("fr-bfu-comp6")
        let width = LineWidth(limit: limit, table: table)
        let text =
            "Le 26 novembre 2026, LA MAIRIE ouvre de 8 h 30 à 12 h ☃ : appelez le 01 99 00 12 00, ou écrivez-lui."
        let lines = width.wrap(text)
        for line in lines where line.contains(" ") { #expect(table.cells(line) <= limit, "\(line)") }
        #expect(lines.joined(separator: " ") == text.replacing(" ☃", with: ""))
        #expect(width.isNarrow)
    }

    /// The cells that liblouis 3.24 gives with `fr-bfu-comp6`; the estimate may be more, never fewer.
    @Test(
        "Without a table, braille cells are never underestimated",
        arguments: [
            ("abc", 3), ("Abc", 4), ("ABC", 5), ("8 h 30", 8), ("01 99 00 12 34", 19), ("a1b", 4), ("l'école", 7),
            ("« Ulysse »", 11), ("4,50 €", 8), ("2026-2028", 10), ("É", 2), ("a_b@c.fr", 9), ("x=y & z % {", 18),
        ])
    func cells(text: String, liblouis: Int) {
        #expect(LineWidth.cells(text) >= liblouis)
        #expect(LineWidth.cells(text) <= liblouis * 2)
    }

    private func pages(_ count: Int, isPaged: Bool = true) -> Pages {
        Pages((0..<count).map { String($0 + 1) }, isPaged: isPaged) { ["\($0)/\($1)"] }
    }

    @Test("Pages hold six lines with the hint, and go both ways")
    func paging() {
        var pages = pages(13)
        #expect(pages.previous() == nil)
        #expect(pages.next() == ["1", "2", "3", "4", "5", "1/3"])
        #expect(pages.previous() == nil)
        #expect(pages.next() == ["6", "7", "8", "9", "10", "2/3"])
        #expect(pages.next() == ["11", "12", "13"])
        #expect(pages.next() == nil)
        #expect(pages.previous() == ["6", "7", "8", "9", "10", "2/3"])
    }

    @Test("One page needs no hint", arguments: [(6, true), (13, false)])
    func onePage(count: Int, isPaged: Bool) {
        var pages = pages(count, isPaged: isPaged)
        #expect(pages.next()?.count == count)
        #expect(pages.next() == nil)
    }
}
