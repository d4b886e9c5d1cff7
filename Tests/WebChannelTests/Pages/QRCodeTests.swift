import Testing

@testable import WebChannel

@Suite("Codes for a telephone")
struct QRCodeTests {
    @Test("have the size that their text needs, and the three squares in their corners")
    func shape() throws {
        let code = try #require(QRCode("https://valclair.example/contact"))
        #expect(code.rows.count == 29 || code.rows.count == 25)
        #expect(code.rows.allSatisfy { $0.count == code.rows.count })
        for (y, x) in [(0, 0), (0, code.rows.count - 7), (code.rows.count - 7, 0)] {
            #expect((0..<7).allSatisfy { code.rows[y][x + $0] && code.rows[y + 6][x + $0] })
            #expect((1..<6).allSatisfy { !code.rows[y + 1][x + $0] })
        }
    }

    @Test("say what they are for, escaped, and hold no style")
    func svg() throws {
        let svg = try #require(QRCode("a")).svg(label: "Code : \"<b>\u{301}")
        #expect(svg.contains("role=\"img\" aria-label=\"Code : &quot;&lt;b&gt;\u{301}\""))
        #expect(!svg.contains("style"))
    }

    @Test(
        "are not made of nothing, of what is too long, or of what C would cut",
        arguments: ["", "a\0b", String(repeating: "a", count: 301)])
    func refused(_ text: String) { #expect(QRCode(text) == nil) }
}
