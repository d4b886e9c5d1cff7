internal import FoundationEssentials
internal import Yams

/// A conversation written down as it should go, for people to read and for tests to replay.
///
/// ```yaml
/// - story: the yellow bin, then another day
///   now: 2026-11-20T10:00
///   turns:
///     - user: c kan les poubel jone rue des tilleul
///       status: answered
///       intent: waste.next
///       says: [mardi 24 novembre]
///       never: [mercredi]
/// ```
public struct Story: Sendable, Decodable {
    /// What it is about.
    public let story: String
    /// When it takes place: ISO 8601, local time.
    public let now: String
    /// What is said, in order.
    public let turns: [Turn]

    /// One utterance and what the answer must be.
    public struct Turn: Sendable, Decodable {
        /// What the person says.
        public let user: String
        /// The status of the answer, where it matters.
        public let status: String?
        /// The intent that must be understood, where it matters.
        public let intent: String?
        /// The slot that must be asked for, where it matters.
        public let asks: String?
        /// The whole answer, where it matters to the word.
        public let answer: String?
        /// What the answer must contain.
        public let says: [String]?
        /// What it must not contain.
        public let never: [String]?
    }

    /// Reads a file of stories.
    ///
    /// - Throws: an error that names the file when it cannot be read or is not a list of stories.
    public static func load(_ path: String) throws -> [Story] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StoryError(file: path, reason: "the file cannot be read")
        }
        do {
            return try YAMLDecoder().decode([Story].self, from: data)
        } catch {
            throw StoryError(file: path, reason: "\(error)")
        }
    }
}

/// Why a file of stories cannot be used.
public struct StoryError: Error, CustomStringConvertible {
    /// The file.
    public let file: String
    /// What is wrong.
    public let reason: String

    /// The file and what is wrong.
    public var description: String { "\(file): \(reason)" }
}
