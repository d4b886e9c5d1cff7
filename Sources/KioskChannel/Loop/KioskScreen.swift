public import Assistant
public import CivilTime
public import Dialogue

/// Where the kiosk shows what it says and asks.
public protocol KioskScreen: Sendable {
    /// Shows something; a screen of lines shows ``KioskNews/lines`` below those before (rules T1 to T3).
    func show(_ news: KioskNews) async
}

/// One thing that a screen is told.
public enum KioskNews: Sendable {
    /// Something to read, in whole lines.
    case text([String])
    /// What stands below an answer: where its facts come from, addresses.
    case notes([String])
    /// The kiosk listens; the line that says so.
    case listening(String)
    /// The person has finished, and was heard; the line that says so.
    case heard(String)
    /// A sentence that the voice begins to say, as it is read.
    case caption(String)
    /// The answer, before it is said: for a screen that shows more than lines.
    case answer(Turn, by: Assistant, at: Moment)
    /// The voice has said everything.
    case silent
    /// The person who was there is forgotten.
    case forgotten

    /// What of it a screen of lines shows.
    public var lines: [String] {
        switch self {
        case .text(let lines), .notes(let lines): lines
        case .listening(let line), .heard(let line), .caption(let line): [line]
        case .answer, .silent, .forgotten: []
        }
    }
}
