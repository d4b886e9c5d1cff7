import Diagnostics
import Foundation
import Language
import Testing
import TopicKit
import TopicWorker

@Suite("A worker's folder")
struct FolderTests {
    private static let words = """
        title: l'eau
        examples:
          water.cut: [a, b, c, d, e]
        """

    @Test("worker.yaml and the words beside it say what the worker is")
    func whole() throws {
        let folder = try Folder([
            "worker.yaml": """
            protocol: 1
            id: water
            version: "2.1"
            command: sh
            arguments: [-c, "cat"]
            permissions: [network]
            deadline: 0.5
            memory: 64
            intents:
              water.cut: {required: [street], optional: [day]}
              water.price:
            slots:
              street: {kind: entity, kept: true, proper-names: false, entries: {lilas: [rue des Lilas, les Lilas]}}
              day: {kind: time}
              meter: {kind: pattern, pattern: "[A-Z]{2}"}
            """, "fr.yaml": Self.words, "br.yaml": "title: an dour", "stories.yaml": "[]",
        ])
        defer { folder.remove() }
        #expect(WorkerFolder.isWorker(folder.path))
        let read = WorkerFolder(folder.path).settings()
        #expect(read.diagnostics.isEmpty)
        let settings = try #require(read.value)
        #expect(settings.version == "2.1")
        #expect(settings.command.hasSuffix("/bin/sh"))
        #expect(settings.arguments == ["-c", "cat"])
        #expect(settings.deadline == .milliseconds(500))
        #expect(settings.megabytes == 64)
        #expect(settings.languages == ["br", "fr"])
        #expect(settings.words["fr"]?.title == "l'eau")
        #expect(
            settings.manifest
                == Manifest(
                    id: "water",
                    intents: [Intent("water.cut", required: ["street"], optional: ["day"]), Intent("water.price")],
                    slots: [
                        Slot("day", .time), Slot("meter", .pattern(TextPattern("[A-Z]{2}"))),
                        Slot(
                            "street", .entity, entries: [Entry(id: "lilas", names: ["rue des Lilas", "les Lilas"])],
                            isKept: true, hasProperNames: false),
                    ], permissions: [.network]))
    }

    @Test(
        "What is wrong is told with its line, and the worker is left out",
        arguments: [
            ("protocol: 2", "yaml.unknown-value", 1), ("command: ./absent", "worker.no-command", 4),
            ("command: ./fr.yaml", "worker.not-executable", 4), ("permissions: [camera]", "yaml.unknown-value", 5),
            ("deadline: 60", "yaml.unknown-value", 5), ("memory: lots", "yaml.unknown-value", 5),
            ("colour: red", "yaml.unknown-key", 5), ("slots: {a: {kind: place}}", "yaml.unknown-value", 5),
            ("intents: [a]", "yaml.not-a-map", 5),
        ])
    func wrong(line: String, code: String, number: Int) throws {
        var lines = ["protocol: 1", "id: water", "version: 1", "command: sh"]
        let key = line.prefix { $0 != ":" }
        if let index = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
            lines[index] = line
        } else {
            lines.append(line)
        }
        if !line.hasPrefix("intents") { lines.append("intents: {water.cut: }") }
        let folder = try Folder(["worker.yaml": lines.joined(separator: "\n"), "fr.yaml": Self.words])
        defer { folder.remove() }
        let read = WorkerFolder(folder.path).settings()
        let found = try #require(read.diagnostics.first { $0.code == code }, "\(read.diagnostics)")
        #expect(found.line == number)
        #expect(found.file.hasSuffix("/worker.yaml"))
        #expect(read.value == nil)
    }

    @Test("Without words, or with words that are wrong, the clerk is told")
    func words() throws {
        let yaml = "protocol: 1\nid: water\nversion: 1\ncommand: sh\nintents: {water.cut: }"
        let mute = try Folder(["worker.yaml": yaml])
        defer { mute.remove() }
        #expect(WorkerFolder(mute.path).settings().diagnostics.map(\.code) == ["worker.no-words"])
        let wrong = try Folder(["worker.yaml": yaml, "fr.yaml": Self.words + "\ncolour: red"])
        defer { wrong.remove() }
        let found = WorkerFolder(wrong.path).settings().diagnostics
        #expect(found.map(\.code) == ["locale.unknown-key"])
        #expect(found.first?.file.hasSuffix("/fr.yaml") == true)
    }
}

/// A folder of the test's own.
struct Folder {
    let path: String

    init(_ files: [String: String]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "worker-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: path + "/" + name)) }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
