import Foundation
import Testing

/// The commands of the tutorials are run as they stand, and print what the tutorials say.
@Suite("Tutorials", .enabled(if: hasPython, "Debian's python3 is not here"))
struct TutorialTests {
    @Test("Every command of a tutorial does what it says", arguments: ["worker-topic.md", "swift-topic.md"])
    func commands(file: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let text = try String(contentsOfFile: Self.root + "/Docs/" + file, encoding: .utf8)
        let steps = Self.steps(of: text)
        try #require(!steps.isEmpty)
        for step in steps {
            let run = try Program.shell("export PARVIS=\(Self.root); (\(step.command)) 2>&1", in: folder.path)
            let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let missing = Self.missing(step.expected, in: lines)
            #expect(missing == nil, "\(step.command)\n\(run.output)")
            if missing != nil { return }
        }
    }

    /// A command after `$`, and the lines that follow it; `…` stands for any lines.
    private struct Step {
        let command: String
        var expected: [String] = []
    }

    /// The commands of the blocks of kind `console`.
    private static func steps(of text: String) -> [Step] {
        var steps: [Step] = []
        var isConsole = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isConsole = line == "```console"
            } else if isConsole, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
            } else if isConsole, !steps.isEmpty, line != "…" {
                steps[steps.count - 1].expected.append(String(line))
            }
        }
        return steps
    }

    /// The first expected line that does not come, in its order; nil when all do.
    private static func missing(_ expected: [String], in lines: [String]) -> String? {
        var rest = lines[...]
        for line in expected {
            guard let index = rest.firstIndex(of: line) else { return line }
            rest = rest[(index + 1)...]
        }
        return nil
    }

    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
}
