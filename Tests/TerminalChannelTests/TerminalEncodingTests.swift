import Foundation
import Testing

@testable import TerminalChannel

@Suite("The characters of a terminal")
struct TerminalEncodingTests {
    @Test(
        "The locale names the set",
        arguments: [
            ([:], "UTF-8"), (["LANG": "fr_FR.UTF-8"], "UTF-8"), (["LANG": "C"], "UTF-8"),
            (["LANG": "fr_FR"], "ISO-8859-1"),
            (["LANG": "fr_FR@euro"], "ISO-8859-15"),
            (["LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.ISO-8859-15"], "ISO-8859-15"),
            (["LANG": "fr_FR.ISO-8859-15@euro", "LC_ALL": ""], "ISO-8859-15"), (["LC_CTYPE": "fr_FR.CP1252"], "CP1252"),
        ])
    func names(environment: [String: String], name: String) {
        #expect(TerminalEncoding(environment: environment).name == name)
    }

    @Test(
        "Text goes to the set and back, with the nearest character where one is missing",
        arguments: [
            (
                "ISO-8859-15", "où, œuvre, 4 €",
                [0x6F, 0xF9, 0x2C, 0x20, 0xBD, 0x75, 0x76, 0x72, 0x65, 0x2C, 0x20, 0x34, 0x20, 0xA4]
            ),
            ("ISO-8859-1", "l’été", [0x6C, 0x27, 0xE9, 0x74, 0xE9]), ("UTF-8", "é", [0xC3, 0xA9]),
            ("ISO-8859-15", "", []),
            ("no-such-set", "é", [0xC3, 0xA9]),
        ] as [(String, String, [UInt8])])
    func encode(set: String, text: String, bytes: [UInt8]) {
        let encoding = TerminalEncoding(environment: ["LC_ALL": "fr_FR." + set])
        #expect(Array(encoding.encode(text)) == bytes)
        if !text.contains("’") { #expect(encoding.decode(Data(bytes)) == text) }
    }

    @Test("Bytes that are no text are replaced, never refused", arguments: ["UTF-8", "ISO-8859-15", "EUC-JP"])
    func broken(set: String) {
        let encoding = TerminalEncoding(environment: ["LC_ALL": "x." + set])
        let text = encoding.decode(Data([0x61, 0xFF, 0xFE, 0x00, 0xC3, 0x62]))
        #expect(text.hasPrefix("a") && text.contains("b"))
        #expect(!encoding.encode("☃ é 漢字").isEmpty)
    }
}
