import Foundation
import Testing

/// Workers in a town, through the program: the examples answer, and nothing of them is left behind.
@Suite("Workers in a town", .enabled(if: hasPython, "Debian's python3 is not here"))
struct WorkerTests {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    @Test("The examples are installed by copying their folder, and their stories go as written")
    func examples() throws {
        let town = try town(with: ["water", "air"])
        defer { town.remove() }
        let listed = try Program.run(["topics", "list", "--town", town.path])
        for topic in ["water", "air"] {
            let fields = listed.lines.first { $0.hasPrefix(topic + "\t") }?.split(separator: "\t") ?? []
            #expect(fields.contains("worker"), "\(listed.output)\(listed.comments)")
            let stories = town.path + "/topics/" + topic + "/stories.yaml"
            let told = try Program.run(["evaluate", "stories", stories, "--town", town.path])
            #expect(told.status == 0, "\(told.output)\(told.comments)")
        }
        #expect(!FileManager.default.fileExists(atPath: town.path + "/topics/water/__pycache__"))
    }

    @Test("A worker that will not end ends with Parvis, and the other topics answer")
    func ends() throws {
        let town = try town(with: ["water"])
        defer { town.remove() }
        let mark = UUID().uuidString
        let file = town.path + "/topics/water/worker.yaml"
        let yaml = try String(contentsOfFile: file, encoding: .utf8)
        try Data(yaml.replacingOccurrences(of: "water.py]", with: "water.py, \(mark)]").utf8).write(
            to: URL(filePath: file))
        let program = town.path + "/topics/water/water.py"
        let text = try String(contentsOfFile: program, encoding: .utf8)
        let deaf = text.replacingOccurrences(
            of: "    worker.run()", with: "    worker.run()\n    import time; time.sleep(600)")
        try Data(deaf.utf8).write(to: URL(filePath: program))
        let chat = try Program.run(
            ["chat", "--no-marks", "--town", town.path, "--now", "2026-11-20T10:00"],
            lines: ["combien coûte l'eau du robinet", "quand passe la poubelle jaune rue des Tilleuls"])
        #expect(chat.output.contains("4 euros 12"), "\(chat.output)\(chat.comments)")
        #expect(chat.output.contains("mardi 24 novembre"))
        #expect(noProcess(with: mark))
    }

    /// A copy of the example commune with some of the examples of workers.
    private func town(with examples: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.removeItem(atPath: folder.path)
        try manager.copyItem(atPath: Self.root + "/Towns/valclair", toPath: folder.path)
        try manager.createDirectory(atPath: folder.path + "/topics", withIntermediateDirectories: true)
        for example in examples {
            try manager.copyItem(
                atPath: Self.root + "/Docs/examples/" + example, toPath: folder.path + "/topics/" + example)
        }
        return folder
    }

    /// Whether, in a moment, no process is left whose command line has a mark.
    private func noProcess(with mark: String) -> Bool {
        for _ in 0..<100 {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            let isThere = names.contains { name in
                FileManager.default.contents(atPath: "/proc/" + name + "/cmdline")
                    .map { String(decoding: $0, as: UTF8.self).contains(mark) } ?? false
            }
            if !isThere { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }
}
