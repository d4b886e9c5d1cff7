import Diagnostics
import Foundation
import Language
import Testing

@Suite("The files of a language")
struct LocaleFilesTests {
    /// Writes files into a new folder `xx` and loads it.
    private func load(_ files: [String: String]) throws -> Checked<LocaleFiles> {
        try load(files.mapValues { Data($0.utf8) })
    }

    private func load(_ files: [String: Data]) throws -> Checked<LocaleFiles> {
        let parent = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let folder = parent.appending(path: "xx")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "words"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: parent) }
        for (name, data) in files { try data.write(to: folder.appending(path: name)) }
        return LocaleFiles.load(directory: folder.path)
    }

    @Test("A topic's file is read in all its parts")
    func topic() throws {
        let loaded = try load([
            "waste.yaml": """
            title: les déchets
            examples:
              waste.next: ["quand passe {stream}", on sort quoi]
            slots:
              stream:
                prompt: Quelle poubelle ?
                values: {recyclables: [la poubelle jaune, le tri]}
            phrases:
              next: "{stream} passe {day}."
              tip: {text: "Sortez-la.", simple: "Mettez-la dehors."}
            terms:
              desk: l'accueil
              bin: {text: bac, gender: masculine}
            lists:
              yes: oui
            """
        ])
        #expect(loaded.diagnostics.isEmpty)
        let words = try #require(loaded.value.topics["waste"])
        #expect(loaded.value.language == "xx")
        #expect(words.title == "les déchets")
        #expect(words.slots["stream"]?.values["recyclables"] == ["la poubelle jaune", "le tri"])
        #expect(words.phrases["next"] == Wording(text: "{stream} passe {day}."))
        #expect(words.phrases["tip"] == Wording(text: "Sortez-la.", simple: "Mettez-la dehors."))
        #expect(words.terms == ["desk": Noun("l'accueil"), "bin": Noun("bac", gender: .masculine)])
        #expect(words.lists == ["yes": ["oui"]])
    }

    @Test("Word lists may be nested or flat")
    func words() throws {
        let loaded = try load(["words/time.yaml": "month.11: [novembre, nov]\nweekday:\n  1: lundi\n"])
        #expect(loaded.diagnostics.isEmpty)
        #expect(loaded.value.words["time"] == ["month.11": ["novembre", "nov"], "weekday.1": ["lundi"]])
    }

    @Test(
        "What is wrong is said with its line, and the rest is still there",
        arguments: [
            ("title: a\nphrasse: {}\n", "locale.unknown-key", 2),
            ("title: a\nphrases:\n  b:\n    txt: c\n", "locale.unknown-key", 4),
            ("title: a\nphrases:\n  b: [c]\n", "locale.not-a-text", 3),
            ("title: a\nphrases: c\n", "locale.not-a-map", 2),
            ("title: a\nterms:\n  b: {text: c, gender: f}\n", "locale.unknown-value", 3),
            ("title: a\nslots:\n  b:\n    prompt:\n", "locale.not-a-text", 4),
        ])
    func mistakes(yaml: String, code: String, line: Int) throws {
        let loaded = try load(["a.yaml": yaml])
        #expect(loaded.value.topics["a"]?.title == "a")
        let found = try #require(loaded.diagnostics.first)
        #expect((found.code, found.line, found.file) == (code, line, "a.yaml"))
    }

    @Test(
        "A file that is no YAML or no UTF-8 loses itself only",
        arguments: [
            (Data("a: b\nc: [d\n".utf8), "locale.syntax"), (Data("a: b\na: c\n".utf8), "locale.syntax"),
            (Data([0x61, 0x3A, 0x20, 0x61, 0x0A, 0xE9]), "locale.not-utf8"), (Data([0x61, 0x00]), "locale.syntax"),
        ])
    func broken(data: Data, code: String) throws {
        let loaded = try load(["bad.yaml": data, "good.yaml": Data("title: b".utf8)])
        #expect(loaded.diagnostics.map(\.code) == [code])
        #expect(loaded.value.topics["good"]?.title == "b")
    }

    @Test("A folder that is not there and a file of another kind are said")
    func folders() throws {
        #expect(LocaleFiles.load(directory: "/nowhere/xx").diagnostics.map(\.code) == ["locale.missing-folder"])
        #expect(try load(["notes.txt": "a"]).diagnostics.map(\.code) == ["locale.unknown-file"])
    }
}
