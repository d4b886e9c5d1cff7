public import CivilTime
public import Dialogue
public import TopicKit

/// A conversation written down as it should go, for people to read and for programs to replay.
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
///     - act: repeat
///       same: true
/// ```
///
/// `Docs/stories.md` has every key.
public struct Story: Sendable {
    /// What the person does.
    public enum Move: Sendable, Hashable {
        /// Says or writes something.
        case words(String)
        /// Presses the key of a dialogue act.
        case act(Act)
        /// Picks a choice of what was asked, by the choice's id.
        case choice(String)
        /// Does nothing until the channel gives up waiting.
        case silence
    }

    /// One thing that the person does, and what the answer must be.
    public struct Turn: Sendable {
        /// What the person does.
        public let move: Move
        /// When, by the town's clocks.
        public let now: Moment
        /// Whether a voice is saying something meanwhile.
        public let isSpeaking: Bool
        /// What the answer must be.
        public let expected: Expectation
        /// The line of the file on which the turn begins.
        public let line: Int
    }

    /// What it is about.
    public let title: String
    /// Where it takes place; nil for anywhere.
    public let channel: Surroundings.Channel?
    /// What happens, in order.
    public let turns: [Turn]
    /// The file in which it stands.
    public let file: String
    /// The line on which it begins.
    public let line: Int
}

/// What an answer must be; what is nil or empty does not matter.
public struct Expectation: Sendable {
    /// A text as it must be, or what must be in it.
    public enum Wording: Sendable, Hashable {
        /// The whole text.
        case whole(String)
        /// Parts of it.
        case parts([String])
    }

    /// The status.
    public var status: TurnStatus?
    /// The intent that is understood.
    public var intent: String?
    /// The topic that answers.
    public var topic: String?
    /// The slot that is asked for.
    public var asks: String?
    /// What may be answered, as it is named to the person.
    public var choices: [String]?
    /// Slots with their values as the answer object writes them; nil for one that must not be filled.
    public var slots: [String: String?] = [:]
    /// The whole answer.
    public var answer: String?
    /// What the answer must contain.
    public var says: [String] = []
    /// What it must not contain.
    public var never: [String] = []
    /// The answer to hear.
    public var speech: Wording?
    /// The answer in the simplest words.
    public var simple: Wording?
    /// Whether emergency numbers were called for.
    public var urgent: Bool?
    /// Whether there is a reference number of something that was filed.
    public var reference: Bool?
    /// Whether the answer is the same text as the one before.
    public var same: Bool?
    /// Files of the town among those that the answer names as its sources.
    public var evidence: [String] = []
    /// What each answer to several questions in one sentence must be.
    public var parts: [Expectation]?

    /// Expects nothing yet.
    public init() {}
}
