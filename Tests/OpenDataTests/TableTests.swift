import Diagnostics
import OpenData
import Testing

@Suite("A CSV table")
struct TableTests {
    @Test(
        "is read as RFC 4180 says, with either separator",
        arguments: [
            ("a,b\n1,2\n", ["1", "2"], 2),
            ("a;b\n1;2", ["1", "2"], 2),
            ("a;b;c,d\n1;2", ["1", "2"], 2),
            ("\u{FEFF}a,b\r\n1,2\r\n", ["1", "2"], 2),
            ("a,b\r1,2\r", ["1", "2"], 2),
            ("a,b\n\"1,5\",\"say \"\"yes\"\"\"\n", ["1,5", "say \"yes\""], 2),
            ("a,b\n\n\n\"x\ny\",2\n", ["x\ny", "2"], 4),
            ("a,b\n 1 ,\u{A0}2\n", ["1", "2"], 2),
            ("a,b\n1\n", ["1", nil], 2),
            ("a,b\n,2", [nil, "2"], 2),
            ("a,b\n1,", ["1", nil], 2),
            ("A,B\n1,2", ["1", "2"], 2),
            ("\"a\",\"b\"\n\"1\"x,2", ["1x", "2"], 2),
        ] as [(String, [String?], Int)])
    func read(_ text: String, _ fields: [String?], _ line: Int) throws {
        let table = Table.read(text.bytes)
        #expect(table.diagnostics == [])
        let row = try #require(table.value.rows.first)
        #expect([row["a"], row["b"]] == fields)
        #expect(row.line == line)
        #expect(table.value.rows.count == 1)
    }

    @Test("loses one row, not the file, to a quote that is never closed")
    func unclosedQuote() {
        let table = Table.read("a,b\n1,2\n\"3,4\n5,6\n7,\"8\n9,10\n".bytes)
        // The two stray quotes close each other; the row that they swallow is one row.
        #expect(table.value.rows.map { $0["a"] } == ["1", "3,4\n5,6\n7,8", "9"])
        let lone = Table.read("a,b\n1,2\n\"3,4\n5,6\n".bytes)
        #expect(lone.value.rows.map { $0["a"] } == ["1", "5"])
        #expect(lone.diagnostics == [Diagnostic(.error, "csv.unclosed-quote", line: 3)])
    }

    @Test("says when a row has more fields than the header")
    func tooManyFields() {
        let table = Table.read("a,b\n1,2,3\n".bytes)
        let arguments = ["expected": "2", "found": "3"]
        #expect(table.diagnostics == [Diagnostic(.warning, "csv.too-many-fields", arguments, line: 2)])
        #expect(table.value.rows.count == 1)
    }

    @Test("is empty when the file is", arguments: ["", "\n\n", "\u{FEFF}", ",,,\n"])
    func empty(_ text: String) {
        let table = Table.read(text.bytes)
        #expect(table.value.rows.isEmpty)
        #expect(table.diagnostics.map(\.code) == ["csv.empty"])
    }

    @Test("takes a line of ten million bytes, and one of ten million quotes")
    func longLines() {
        let long = Table.read("a,b\n".bytes + [UInt8](repeating: 120, count: 10_000_000) + ",2\n3,4\n".bytes)
        #expect(long.value.rows.count == 2)
        #expect(long.value.rows.last?.line == 3)
        let quotes = Table.read("a,b\n".bytes + [UInt8](repeating: 34, count: 10_000_001) + "\n3,4\n".bytes)
        #expect(quotes.value.rows.last?["a"] == "3")
        #expect(quotes.diagnostics.map(\.code) == ["csv.unclosed-quote"])
    }
}
