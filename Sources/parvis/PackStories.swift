import Assistant
import Diagnostics
import Foundation
import TopicTesting
import TownStore

/// The stories of packs and workers, replayed in a town that has them, and the contract that every topic keeps.
struct PackStories {
    /// The folders of the packs.
    let packs: [String]
    /// The town and its language.
    let options: TownOptions

    /// A line for each turn that is not what its story says, for each mistake in a file of stories, and for each breach of
    /// the contract.
    func failures() async throws -> [String] {
        let files = packs.map { $0 + "/stories.yaml" }.filter { FileManager.default.fileExists(atPath: $0) }
        guard !files.isEmpty else { return [] }
        let assistant = try options.open(place: .memory, with: packs)
        let report = await StoryRunner(assistant).report(on: files)
        let failures = report.failures.map { failure in
            let differences = failure.differences.flatMap(\.diff).joined(separator: " ")
            let arguments = ["story": failure.story, "user": failure.move, "difference": differences]
            return Diagnostic(.error, "pack.story-failed", arguments, file: failure.file, line: failure.line)
        }
        var breaches: [Diagnostic] = []
        for pack in packs { breaches += await self.breaches(of: pack, in: assistant) }
        return (report.diagnostics + failures + breaches).map(assistant.message)
    }

    /// What breaks the contract, but for what is told of the stories and of a topic that is refused.
    private func breaches(of pack: String, in assistant: Assistant) async -> [Diagnostic] {
        let id = URL(filePath: pack).lastPathComponent
        let report = await TopicConformance(id, in: assistant, stories: pack + "/stories.yaml").run()
        return report.findings.filter {
            $0.severity == .error && !["conformance.story", "conformance.not-installed"].contains($0.code)
        }
    }
}
