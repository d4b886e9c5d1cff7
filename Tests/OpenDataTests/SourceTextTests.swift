import Diagnostics
import OpenData
import Testing

@Suite("The bytes of a text file")
struct SourceTextTests {
    @Test(
        "are made readable, and what was mended is said with its line",
        arguments: [
            ("été".bytes, "été", nil, nil),
            ([0xEF, 0xBB, 0xBF] + "été".bytes, "été", nil, nil),
            ("a\n".bytes + [0xE9, 0x74, 0xE9], "a\nété", "text.not-utf8", 2),
            ("œuf\n".bytes + [0x9C], "œuf\nœ", "text.not-utf8", 2),
            ([0xFF, 0xFE, 0xE9, 0x00, 0x0A, 0x00], "é\n", "text.utf16", 1),
            ([0xFE, 0xFF, 0x00, 0xE9], "é", "text.utf16", 1),
            ("a\nb\0c".bytes, "a\nbc", "text.nul", 2),
            ([], "", nil, nil),
            ([0xFF], "ÿ", "text.not-utf8", 1),
            ([0xFF, 0xFE, 0x41], "", "text.utf16", 1),
        ] as [([UInt8], String, String?, Int?)])
    func mended(_ bytes: [UInt8], _ text: String, _ code: String?, _ line: Int?) {
        let source = SourceText(bytes)
        #expect(source.text == text)
        #expect(source.diagnostics.first?.code == code)
        #expect(source.diagnostics.first?.line == line)
    }
}
