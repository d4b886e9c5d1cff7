/// One subject that citizens ask about: the contract that every topic keeps, whatever it is written in.
///
/// A topic is made for one town: it is given, when it is made, the records that it reads. It is a value without state;
/// what a conversation remembers comes with each request. It looks facts up and never makes one.
///
/// What a topic gets from the core and never writes itself: asking for a missing slot, choices, yes and no, following
/// up ("et vendredi ?"), repeating, cancelling, clarification, hand-over to a person.
public protocol Topic: Sendable {
    /// What the topic is, which questions it answers and what it needs to know for each.
    var manifest: Manifest { get }

    /// Answers one question.
    ///
    /// - Parameter request: the intent that was understood, its slots and the circumstances.
    /// - Returns: the answer as meaning; an honest ``Reply/Status/unknown`` where the records do not say.
    func reply(to request: TopicRequest) async -> Reply
}
