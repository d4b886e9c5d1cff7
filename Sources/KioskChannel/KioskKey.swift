import Dialogue

/// A key of the kiosk.
///
/// Three of them are enough for everything (rule K3); the others save time where a kiosk has them.
public enum KioskKey: String, Sendable, Hashable, CaseIterable {
    /// The first of the three: the next choice, said and shown.
    case next
    /// The second: takes the choice that was said; where none was, speaks: press, then talk.
    case choose
    /// The third: silences the voice; where it is silent, goes back.
    case stop
    /// Says the last answer again.
    case `repeat`
    /// Slower, faster, louder, softer from now on.
    case slower, faster, louder, softer
    /// Says it in the simplest words.
    case simpler
    /// Asks for a person.
    case person
    /// Explains.
    case help
    /// Ends: the next person may come.
    case leave

    /// What the key asks of the conversation; nil for the three, whose meaning depends on what goes on.
    var act: Act? {
        switch self {
        case .next, .choose, .stop: nil
        case .repeat: .repeat
        case .slower: .slower
        case .faster: .faster
        case .louder: .louder
        case .softer: .softer
        case .simpler: .simpler
        case .person: .person
        case .help: .help
        case .leave: .quit
        }
    }
}
