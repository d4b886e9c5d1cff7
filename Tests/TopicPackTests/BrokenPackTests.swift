import Diagnostics
import Foundation
import Language
import Testing

@testable import TopicPack

/// A pack that is broken by one edit, and what must be said of it.
struct BrokenPack: Sendable, CustomStringConvertible {
    let old: String
    let new: String
    let code: String
    /// The line of the finding; that of the edit when nil.
    let line: Int?

    init(_ old: String, _ new: String, _ code: String, line: Int? = nil) {
        (self.old, self.new, self.code, self.line) = (old, new, code, line)
    }

    var description: String { code + ": " + new }

    /// Every way to break a pack that a clerk may find.
    static let table = [
        BrokenPack("title: la piscine", "titre: la piscine", "yaml.misspelt-key"),
        BrokenPack("title: la piscine", "title: la piscine\nlanguage: français", "pack.bad-language", line: 2),
        BrokenPack("contact: accueil", "contact: acceuil", "yaml.misspelt-value"),
        BrokenPack("date: 2026-01-01, valid-until", "date: 01/01/2026, valid-until", "yaml.bad-date"),
        BrokenPack("valid-until: 2027-12-31", "valid-until: 2025-12-31", "pack.ends-early"),
        BrokenPack("publisher: Mairie, date: 2026-01-01}", "date: 2026-01-01}", "yaml.missing-key"),
        BrokenPack("file: prix.csv", "file: ../prix.csv", "pack.bad-path"),
        BrokenPack("file: prix.csv", "file: tarif.csv", "file.missing"),
        BrokenPack("columns: {prix: money}", "columns: {cout: money}", "yaml.unknown-value"),
        BrokenPack("columns: {prix: money}", "columns: {prix: argent}", "yaml.unknown-value"),
        BrokenPack("kind: entity", "kind: entite", "yaml.misspelt-value"),
        BrokenPack("id: grand, names", "id: Le Grand, names", "pack.bad-id"),
        BrokenPack("id: petit", "id: grand", "yaml.duplicate-id"),
        BrokenPack("    prompt: Quel bassin ?", "    example: le grand bassin", "pack.no-prompt", line: 23),
        BrokenPack("age: {kind: age}", "age: {kind: pattern, pattern: \"[\"}", "topic.bad-pattern"),
        BrokenPack("age: {kind: age}", "age: {kind: entity}", "pack.no-choice"),
        BrokenPack("age: {kind: age}", "today: {kind: age}", "pack.taken-name"),
        BrokenPack("required: [bassin]", "required: [bassins]", "yaml.misspelt-value"),
        BrokenPack("prix: {bassin: \"{bassin}\"", "prix: {bassine: \"{bassin}\"", "yaml.misspelt-value"),
        BrokenPack("prix: {bassin: \"{bassin}\"", "prix: {bassin: \"{couleur}\"", "yaml.unknown-value"),
        BrokenPack("- le prix de {bassin}", "- le prix de {groupe}", "pack.example-slot"),
        BrokenPack("- le prix de {bassin}", "- \"le prix de {bassin\"", "pack.bad-template"),
        BrokenPack("- le prix de {bassin}", "- combien coûte {bassin}", "pack.repeated-example"),
        BrokenPack("      - le prix de {bassin}\n", "", "pack.few-examples", line: 27),
        BrokenPack(
            "text: \"{bassin} coûte {prix.prix}.\"", "text: \"{bassin} coûte {prix.pri}.\"", "pack.misspelt-name"),
        BrokenPack("text: \"{bassin} coûte {prix.prix}.\"", "text: \"{bassin} coûte {zzzzz}.\"", "pack.unknown-name"),
        BrokenPack(
            "text: \"{bassin} coûte {prix.prix}.\"", "text: \"{bassin} coûte {prix.prix.\"", "pack.bad-template"),
        BrokenPack("{prix.prix: {at-least: 1}}", "{prix.prix: {at-least: peu}}", "yaml.bad-number"),
        BrokenPack("{prix.prix: {at-least: 1}}", "{prix.cout: {at-least: 1}}", "yaml.misspelt-value"),
        BrokenPack("{prix.prix: {at-least: 1}}", "{bassin: moyen}", "yaml.unknown-value"),
        BrokenPack("{prix.prix: {at-least: 1}}", "{date: samedi}", "pack.time-as-word"),
        BrokenPack("{date: {weekday: Sa-Su}}", "{date: {weekday: samedi}}", "yaml.unknown-value"),
        BrokenPack("{date: {from: 07-01, to: 08-31}}", "{date: {from: juillet}}", "pack.bad-bound"),
        BrokenPack("{date: {holiday: school}}", "{date: {holiday: skool}}", "yaml.misspelt-value"),
        BrokenPack("{date: {holiday: school}}", "{date: {}}", "pack.no-check"),
        BrokenPack(
            "      - text: \"Je ne connais pas le prix {de bassin}.\"\n        source: tarifs\n", "", "pack.no-default",
            line: 33),
        BrokenPack("      - when: {date: {weekday: Sa-Su}}\n        text:", "      - text:", "pack.after-default"),
        BrokenPack("Je ne connais pas le prix {de bassin}.", "Le prix est {prix.prix}.", "pack.default-needs"),
        BrokenPack("    source: reglement\n", "", "pack.no-source", line: 44),
        BrokenPack("source: reglement", "source: regle", "yaml.unknown-value"),
        BrokenPack("- contact: accueil", "- {contact: accueil, text: Appelez.}", "pack.one-kind"),
        BrokenPack("- contact: accueil", "- link: {purpose: Voir, url: valclair.example}", "procedure.bad-url"),
        BrokenPack("of: prix", "of: prices", "yaml.unknown-value"),
        BrokenPack("text: \"Pas de cours en été.\"", "text: {fr: Pas de cours., de: Nein.}", "yaml.unknown-key"),
        BrokenPack(
            "text: \"Pas de cours en été.\"", "text: \"\(String(repeating: "a", count: 1001))\"", "pack.too-long"),
    ]
}

@Suite("A broken pack") struct BrokenPackTests {
    private let printer = DiagnosticPrinter(LocaleFiles.load(directory: BrokenPackTests.root + "/Locales/fr").value)

    static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    @Test("is refused with the line of what is wrong, in the clerk's words", arguments: BrokenPack.table)
    func broken(_ broken: BrokenPack) throws {
        let whole = TemporaryPack.topic
        let place = try #require(whole.range(of: broken.old))
        let edited = whole.replacingCharacters(in: place, with: broken.new)
        let pack = try TemporaryPack(["topic.yaml": edited])
        let read = pack.load()
        #expect(read.value == nil)
        let start = broken.new.prefix { $0 == " " || $0 == "-" }.count
        let before = whole[..<place.lowerBound] + broken.new.prefix(start)
        let line = broken.line ?? before.count { $0 == "\n" } + 1
        let found = read.diagnostics.filter { $0.severity == .error }
        #expect(
            found.contains { $0.code == broken.code && $0.line == line && $0.file == "topics/piscine/topic.yaml" },
            "line \(line): \(found.map { "\($0.code):\($0.line ?? 0)" })")
        for problem in found {
            let text = printer.line(problem)
            #expect(!text.contains(problem.code), "\(text)")
            // What is written in the file may hold places; the words around it have none left to fill.
            #expect(!text.contains("{") || problem.arguments.values.contains { $0.contains("{") }, "\(text)")
        }
    }

    @Test("is refused for a cell that is not what its column holds")
    func cell() throws {
        let pack = try TemporaryPack(["prix.csv": TemporaryPack.prices.replacing("2.50", with: "cher")])
        let read = pack.load()
        #expect(read.value == nil)
        #expect(
            read.diagnostics.map { "\($0.code) \($0.file):\($0.line ?? 0)" } == [
                "pack.bad-cell topics/piscine/prix.csv:2"
            ])
    }

    @Test("is bounded in size, and what is no pack is said to be none")
    func bounds() throws {
        let rows = "bassin,age,jour,prix\n" + String(repeating: "grand,,,5\n", count: PackLimits.rows + 1)
        let long = try TemporaryPack(["prix.csv": rows])
        #expect(long.load().diagnostics.contains { $0.code == "pack.too-many" })
        let big = try TemporaryPack(["topic.yaml": "# " + String(repeating: "a", count: PackLimits.fileSize)])
        #expect(big.load().diagnostics.map(\.code) == ["file.too-big"])
        let empty = try TemporaryPack(["topic.yaml": ""])
        #expect(empty.load().diagnostics.map(\.code) == ["yaml.empty"])
        let named = try TemporaryPack(id: "Été 2026")
        #expect(named.load().diagnostics.contains { $0.code == "pack.bad-id" })
        #expect(TopicPack.load("/nowhere/x", place: "topics/x").diagnostics.map(\.code) == ["file.missing"])
    }

    @Test("says which language lacks what")
    func language() throws {
        let text = TemporaryPack.topic.replacing("title: la piscine", with: "title: {fr: la piscine, en: the pool}")
        let pack = try TemporaryPack(["topic.yaml": text])
        let found = pack.load().diagnostics
        #expect(found.contains { $0.code == "pack.missing-language" && $0.arguments["language"] == "en" })
    }

    @Test("a damaged file of any kind is read to its end", arguments: 0..<60)
    func damaged(seed: Int) throws {
        var bytes = Array(TemporaryPack.topic.utf8)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        for _ in 0..<8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
        }
        let pack = try TemporaryPack()
        try Data(bytes).write(to: URL(filePath: pack.path + "/topic.yaml"))
        _ = pack.load()
    }
}
