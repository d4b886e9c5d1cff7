/// What a person asks of the conversation itself, in words or by a key; `Docs/acts.md` says what each does.
///
/// None is a new question: most say the same reply again, otherwise.
public enum Act: String, Sendable, Hashable, Codable, CaseIterable {
    /// Says the last reply again.
    case `repeat`
    /// Says what was understood of the question.
    case question
    /// Says it again, more slowly from now on.
    case slower
    /// Says it again, faster from now on.
    case faster
    /// Says it again, louder from now on.
    case louder
    /// Says it again, softer from now on.
    case softer
    /// Says it again in the simplest words.
    case simpler
    /// Says what more there is.
    case details
    /// Spells the names of the reply.
    case spell
    /// Gives the web addresses.
    case link
    /// Goes on.
    case more
    /// Goes back to what was said just before.
    case previous
    /// Begins again: the form under way, or else the conversation.
    case restart
    /// Goes one step back.
    case back
    /// Gives up the form under way.
    case cancel
    /// Forgets everything.
    case erase
    /// Explains what may be said here.
    case help
    /// Stops the voice; without a voice, leaves; by SMS, unsubscribes.
    case stop
    /// Thanks.
    case thanks
    /// Greets.
    case greeting
    /// Leaves.
    case quit
    /// Asks for a person of the town hall.
    case person
    /// Goes on in English; from English, in French.
    case english
    /// Passes over the question that was asked.
    case skip
    /// Wants another choice than those said.
    case other
    /// Takes up what was left.
    case resume
    /// Wants to be shown around.
    case tour

    /// The intent of the core that means it.
    public var intent: String { "core." + rawValue }

    /// The act that an intent of the core means, or nil.
    public init?(intent: String) {
        guard intent.hasPrefix("core.") else { return nil }
        self.init(rawValue: String(intent.dropFirst("core.".count)))
    }
}
