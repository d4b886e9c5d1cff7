import Diagnostics
import Foundation
import Language
import Testing
import Town

@Suite("The words of diagnostics")
struct DiagnosticWordsTests {
    private let files = LocaleFiles.load(directory: Package.root + "/Locales/fr").value

    /// Every code that the sources can report: a text `family.name` whose family has words, or follows a severity.
    private func codes() throws -> Set<String> {
        let families = Set(files.diagnostics.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
        let literal = try Regex("\"([a-z]+)\\.([a-z0-9-]+)\"")
        let severity = try Regex("\\.(error|warning),\\s*$")
        let fileNames = ["yaml", "csv", "ics", "json", "xml", "bin"]
        let sources = URL(filePath: Package.root + "/Sources").resolvingSymlinksInPath().path
        var result: Set<String> = []
        for case let path as String in try #require(FileManager.default.enumerator(atPath: sources))
        where path.hasSuffix(".swift") {
            let text = try String(contentsOfFile: sources + "/" + path, encoding: .utf8)
            for match in text.matches(of: literal) {
                let (family, name) = (String(match[1].substring ?? ""), String(match[2].substring ?? ""))
                let isReported = text[..<match.range.lowerBound].suffix(20).contains(severity)
                if families.contains(family) || isReported, !fileNames.contains(name) {
                    result.insert(family + "." + name)
                }
            }
        }
        return result
    }

    /// Whether a text is what citizens are told, such as "worker.failed", rather than the code of a diagnostic.
    private func isPhrase(_ key: String) -> Bool {
        let parts = key.split(separator: ".").map(String.init)
        return parts.count == 2 && files.topics[parts[0]]?.phrases[parts[1]] != nil
    }

    @Test("are there for every code, and no code has words for nothing")
    func complete() throws {
        let codes = try codes()
        #expect(codes.count > 80)
        #expect(codes.filter { files.diagnostics[$0] == nil && !isPhrase($0) }.sorted() == [])
        #expect(files.diagnostics.keys.filter { !codes.contains($0) }.sorted() == [])
    }

    @Test("make one line: file, line, severity, what, how to mend")
    func line() {
        let printer = DiagnosticPrinter(files)
        let missing = Diagnostic(
            .error, "csv.missing-column", ["column": "menuDate"], file: "canteen/menus.csv", line: 1)
        #expect(
            printer.line(missing)
                == "canteen/menus.csv:1: erreur: La colonne menuDate manque: Ajoutez la colonne menuDate à la première ligne."
        )
        #expect(printer.line(Diagnostic(.warning, "no.words", ["b": "2", "a": "1"])) == "attention: no.words a=1 b=2")
        let hostile = Diagnostic(
            .error, "yaml.bad-date", ["value": "{key}\n\u{1B}[31m" + String(repeating: "x", count: 500)], file: "a")
        #expect(printer.line(hostile).hasPrefix("a: erreur: « {key}  [31mxxx"))
        #expect(printer.line(hostile).count < 250)
    }

    @Test("leave no value out, whatever is wrong")
    func filled() throws {
        let printer = DiagnosticPrinter(files)
        let broken = Samples.all.mapValues { $0.replacing("i", with: "e").replacing("2026", with: "20x6") }
        for diagnostic in try TemporaryTown(broken).check() {
            let line = printer.line(diagnostic)
            #expect(!line.contains("{") || diagnostic.arguments.values.contains { $0.contains("{") }, "\(line)")
        }
    }
}
