public import Language

/// What a channel gives to a conversation.
public enum Input: Sendable, Hashable {
    /// Words.
    case utterance(Utterance)
    /// A key or a button that stands for an act.
    case act(Act)
    /// A choice of the question that was asked, by its id: a button, or a key.
    case choice(String)
    /// A question that was chosen from a list of all that may be asked, by its intent's id.
    case intent(String)
    /// Nothing was said for as long as the channel waits.
    case silence
}

/// Through what a person talks, as far as the conversation must know.
public struct Surroundings: Sendable, Hashable {
    /// A kind of channel.
    public enum Channel: String, Sendable, Hashable, Codable, CaseIterable {
        case text, terminal, kiosk, web, sms
    }

    /// The kind of channel.
    public var channel: Channel
    /// Whether a voice is saying something right now.
    public var isSpeaking: Bool

    /// Makes surroundings; by default text, and no voice.
    public init(_ channel: Channel = .text, isSpeaking: Bool = false) {
        (self.channel, self.isSpeaking) = (channel, isSpeaking)
    }
}
