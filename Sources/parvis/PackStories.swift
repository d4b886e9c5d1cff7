import Assistant
import Diagnostics
import TopicTesting

/// The stories of packs, replayed in a town that has them.
struct PackStories {
    /// The folders of the packs.
    let packs: [String]
    /// The town and its language.
    let options: TownOptions

    /// A line for each answer that is not what its story says.
    func failures() async throws -> [String] {
        guard !packs.isEmpty else { return [] }
        let assistant = try options.open(with: packs)
        var failures: [String] = []
        for pack in packs {
            do {
                for story in try Story.ofPack(pack) {
                    failures += await StoryRunner(assistant).run(story).map { failure in
                        let arguments = [
                            "story": failure.story, "user": failure.user, "difference": failure.difference,
                        ]
                        return assistant.message(Diagnostic(.error, "pack.story-failed", arguments, file: pack))
                    }
                }
            } catch let error as StoryError {
                failures.append(error.description)
            }
        }
        return failures
    }
}
