import Foundation
import Testing

/// `parvis topics new`: what it makes works as it is.
@Suite("New topics")
struct TopicsNewTests {
    @Test("A worker's skeleton passes its own tests", .enabled(if: hasPython, "Debian's python3 is not here"))
    func worker() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let made = try Program.run(["topics", "new", "book-bus", "--kind", "worker", "--in", folder.path])
        #expect(made.status == 0, "\(made.comments)")
        #expect(made.lines.first == folder.path + "/book-bus is there.")
        let topic = folder.path + "/book-bus"
        #expect(FileManager.default.isExecutableFile(atPath: topic + "/worker.py"))
        #expect(!FileManager.default.fileExists(atPath: topic + "/NEXT"))
        #expect(placeholders(in: topic).isEmpty)
        let tests = try Program.shell("/usr/bin/python3 -m unittest", in: topic)
        #expect(tests.status == 0, "\(tests.comments)")
    }

    @Test("A Swift topic's skeleton is a package that depends on Parvis by path or by URL")
    func swift() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(try Program.run(["topics", "new", "book-bus", "--kind", "swift", "--in", folder.path]).status == 0)
        let topic = folder.path + "/book-bus"
        #expect(placeholders(in: topic).isEmpty)
        #expect(FileManager.default.fileExists(atPath: topic + "/Sources/BookBusTopic/BookBusTopic.swift"))
        let manifest = try Program.shell("swift package dump-package", in: topic)
        #expect(manifest.status == 0, "\(manifest.comments)")
        let package = try #require(
            try JSONSerialization.jsonObject(with: Data(manifest.output.utf8)) as? [String: Any])
        #expect(package["name"] as? String == "book-bus")
        let sources = try Program.shell("swiftc -frontend -parse $(find . -name '*.swift')", in: topic)
        #expect(sources.status == 0, "\(sources.comments)")

        let url = "https://code.example/parvis"
        let arguments = ["topics", "new", "book-car", "--kind", "swift", "--in", folder.path, "--parvis", url]
        #expect(try Program.run(arguments).status == 0)
        let text = try String(contentsOfFile: folder.path + "/book-car/Package.swift", encoding: .utf8)
        #expect(text.contains(".package(url: \"\(url)\", branch: \"main\")"))
    }

    @Test(
        "What cannot be made is told, with the status that other programs rely on",
        arguments: [
            (["Room Hire", "--kind", "worker"], 64), (["../up", "--kind", "worker"], 64),
            (["a", "--kind", "nothing"], 64),
            (["a", "--kind", "../Locales"], 64), (["a", "--kind", ".."], 64), (["a"], 64),
            (["a", "--kind", "worker", "--in", "/proc"], 66), (["a", "--kind", "swift", "--parvis", "/nowhere"], 66),
        ] as [([String], Int32)])
    func refused(arguments: [String], status: Int32) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let place = arguments.contains("--in") ? [] : ["--in", folder.path]
        #expect(try Program.run(["topics", "new"] + arguments + place).status == status)
        #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) == [])
    }

    @Test("A folder that is there is left as it is")
    func existing() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let arguments = ["topics", "new", "book-bus", "--kind", "worker", "--in", folder.path]
        #expect(try Program.run(arguments).status == 0)
        try Data("mine".utf8).write(to: URL(filePath: folder.path + "/book-bus/fr.yaml"))
        #expect(try Program.run(arguments).status == 64)
        #expect(try String(contentsOfFile: folder.path + "/book-bus/fr.yaml", encoding: .utf8) == "mine")
    }

    /// The files that still have a placeholder in their name or their text.
    private func placeholders(in folder: String) -> [String] {
        (FileManager.default.subpaths(atPath: folder) ?? []).filter { file in
            let text =
                FileManager.default.contents(atPath: folder + "/" + file)
                .map { String(decoding: $0, as: UTF8.self) } ?? ""
            return file.contains("{{") || text.contains("{{")
        }
    }
}
