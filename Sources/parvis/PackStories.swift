import Assistant
import Diagnostics
import Foundation
import TopicTesting

/// The stories of packs, replayed in a town that has them.
struct PackStories {
    /// The folders of the packs.
    let packs: [String]
    /// The town and its language.
    let options: TownOptions

    /// A line for each turn that is not what its story says, and for each mistake in a file of stories.
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
        return (report.diagnostics + failures).map(assistant.message)
    }
}
