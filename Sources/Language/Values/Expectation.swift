/// What the conversation waits for, so that understanding and recognition can lean towards it.
public enum Expectation: Sendable, Hashable {
    /// An open question: anything may come.
    case anything
    /// A yes or a no.
    case yesNo
    /// One of a few choices, by their ids.
    case choice([String])
    /// A day or a time.
    case time
    /// A number.
    case number
    /// One of the names of a slot: a street, a school, a place.
    case entity(slot: String)
}
