import Foundation
import Testing

@Suite("Topics of one's own") struct NewTopicTests {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// A folder of this test, removed by it.
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "topics-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test("A new pack works as it is, whatever its name")
    func new() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = try Program.run(["topics", "new", "potagers", "--kind", "pack", "--in", folder])
        #expect(made.status == 0)
        #expect(made.lines.first == "Le thème est prêt dans \(folder)/potagers.")
        let checked = try Program.run(["topics", "check", folder + "/potagers"])
        #expect(checked.status == 0, "\(checked.output)")
        #expect(checked.lines.count == 1)
    }

    @Test(
        "A folder that is there, a bad name and an unknown kind are refused",
        arguments: [
            ["topics", "new", "deja", "--kind", "pack", "--in", "FOLDER"],
            ["topics", "new", "Jardins", "--kind", "pack", "--in", "FOLDER"],
            ["topics", "new", "été", "--kind", "pack", "--in", "FOLDER"],
            ["topics", "new", "../x", "--kind", "pack", "--in", "FOLDER"],
            ["topics", "new", "core", "--kind", "pack", "--in", "FOLDER"],
            ["topics", "new", "jardins", "--kind", "autre", "--in", "FOLDER"],
            ["topics", "new", "jardins"],
        ])
    func refused(arguments: [String]) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/deja", withIntermediateDirectories: true)
        let result = try Program.run(arguments.map { $0 == "FOLDER" ? folder : $0 })
        #expect(result.status == 64)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["deja"])
    }

    @Test("Stories that go otherwise, and sentences that must not be answered, fail the check")
    func failures() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try Program.run(["topics", "new", "potagers", "--kind", "pack", "--in", folder])
        let pack = folder + "/potagers"
        let topic = try String(contentsOfFile: pack + "/topic.yaml", encoding: .utf8)
        try topic.replacing("  - où est le jardin public", with: "  - je voudrais un jardin partagé")
            .write(toFile: pack + "/topic.yaml", atomically: true, encoding: .utf8)
        let taken = try Program.run(["topics", "check", pack])
        #expect(taken.status == 65)
        #expect(taken.output.contains("Le thème répond à « je voudrais un jardin partagé »"), "\(taken.output)")
        try topic.write(toFile: pack + "/topic.yaml", atomically: true, encoding: .utf8)
        try "taille,prix\npetit,35\ngrand,61\n".write(toFile: pack + "/prix.csv", atomically: true, encoding: .utf8)
        let story = try Program.run(["topics", "check", pack])
        #expect(story.status == 65)
        #expect(story.output.contains("L'histoire « le prix, la taille est demandée » ne va pas"), "\(story.output)")
    }

    @Test("The commands of the tutorial say what it says that they say")
    func tutorial() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: Self.root + "/Towns/valclair", toPath: folder + "/commune")
        let text = try String(contentsOfFile: Self.root + "/Docs/topic-pack.md", encoding: .utf8)
        let blocks = text.components(separatedBy: "```console\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count >= 6)
        var output = ""
        for line in blocks.joined().split(separator: "\n").map(String.init) {
            guard line.hasPrefix("$ ") else {
                #expect(output.contains(line), "\(line) is not in: \(output)")
                continue
            }
            output = try Program.shell("{ \(line.dropFirst(2)); } 2>&1", in: folder).output
        }
    }

    @Test("Every pack of the example commune and the example of a new one follow the published schema")
    func schema() throws {
        let towns = Self.root + "/Towns/valclair/topics"
        let packs = try FileManager.default.contentsOfDirectory(atPath: towns).map { towns + "/" + $0 + "/topic.yaml" }
        let result = try Program.script(
            "check-topic-packs", packs.sorted() + [Self.root + "/Templates/pack/fr/topic.yaml"])
        guard result.status != 69 else {
            print("skipped: no Python library for JSON schemas")
            return
        }
        #expect(result.status == 0, "\(result.output)")
    }

    @Test(
        "The schema refuses what the loader refuses",
        arguments: [
            ("title:", "titre:"), ("kind: entity", "kind: entite"), ("date: 2026-09-01", "date: septembre"),
            ("id: petit", "id: Petit"), ("file: prix.csv", "file: ../prix.csv"), ("{prix: money}", "{prix: argent}"),
            ("{at-least: 1}", "{au-moins: 1}"), ("{at-least: 1}", "{at-least: peu}"), ("then:", "puis:"),
            ("- contact: jardins", "- {contact: jardins, text: Bonjour.}"), ("examples:", "exemples:"),
        ])
    func schemaRefuses(old: String, new: String) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try Program.run(["topics", "new", "potagers", "--kind", "pack", "--in", folder])
        let file = folder + "/potagers/topic.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacing(old, with: new, maxReplacements: 1).write(toFile: file, atomically: true, encoding: .utf8)
        let schema = try Program.script("check-topic-packs", [file])
        if schema.status != 69 { #expect(schema.status == 65) }
        #expect(try Program.run(["topics", "check", folder + "/potagers"]).status == 65)
    }
}

extension Program {
    /// Runs a script of the package.
    static func script(_ name: String, _ arguments: [String]) throws -> Program {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let words = ([root + "/Scripts/" + name] + arguments).map { "'" + $0 + "'" }
        return try shell("{ \(words.joined(separator: " ")); } 2>&1", in: root)
    }
}
