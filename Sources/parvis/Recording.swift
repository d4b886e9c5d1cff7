import Assistant
import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Synchronization
import TopicTesting

/// A conversation that is written down as a story while it goes on; the file is whole after each turn.
final class Recording: Sendable {
    private let file: String
    private let assistant: Assistant
    private let story: Mutex<StoryRecorder>

    /// Begins a file that only its owner can read, and says on standard error what will be kept.
    ///
    /// - Throws: ``Failure`` when the file exists already or cannot be written.
    init(file: String, of assistant: Assistant, from now: Moment) throws {
        (self.file, self.assistant) = (file, assistant)
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure(status: .badData, message: "\(file) exists already. Give the name of a new file.")
        }
        guard FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw Failure(status: .missingFile, message: "\(file) cannot be written. Give a path in a folder of yours.")
        }
        let title = URL(filePath: file).deletingPathExtension().lastPathComponent
        story = Mutex(StoryRecorder(title: title, start: now))
        Output.note(assistant.message(Diagnostic(.warning, "chat.recording", file: file)))
    }

    /// Writes one more turn.
    func add(_ line: String, _ turn: Turn, at now: Moment) {
        story.withLock { story in
            story.add(line, turn, by: assistant, at: now)
            guard let yaml = try? story.yaml(), let handle = FileHandle(forWritingAtPath: file) else { return }
            try? handle.write(contentsOf: Data(yaml.utf8))
            try? handle.close()
        }
    }
}
