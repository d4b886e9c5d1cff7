internal import CivilTime
internal import Diagnostics
internal import Dialogue
internal import Foundation
internal import TownStore

/// A conversation as it lies on the disk between an orderly end and the next start.
struct SavedConversation: Codable {
    /// The id that its callers give.
    let id: String
    /// When it was last used.
    let last: Moment
    /// What it remembers; nothing in a person's words.
    let state: ConversationState
    /// The language that it goes on in; nil in files of before it was kept.
    var language: String?

    /// Writes conversations to a file that only its owner may read.
    static func write(_ conversations: [SavedConversation], _ path: String) throws {
        try PrivateFile.write(JSONEncoder().encode(conversations), to: path)
    }

    /// Reads a file and deletes it; one that is damaged, or that cannot be deleted, counts as holding nothing.
    static func take(_ path: String) -> Checked<[SavedConversation]> {
        guard let data = FileManager.default.contents(atPath: path) else { return Checked([]) }
        do {
            try FileManager.default.removeItem(atPath: path)
            return Checked(try JSONDecoder().decode([SavedConversation].self, from: data))
        } catch {
            return Checked([], [Diagnostic(.warning, "store.no-conversations", file: path)])
        }
    }
}
