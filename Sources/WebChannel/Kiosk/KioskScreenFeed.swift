public import Dialogue
internal import Synchronization

/// What the screen of a kiosk shows while somebody talks with its voice.
///
/// Whoever holds the voice conversation is the source: ``KioskBroadcast`` where it runs in this process. The page `/kiosk` gets each
/// event whole, as a server-sent event; it never gets half a line.
public protocol KioskScreenFeed: Sendable {
    /// The events from now on, for one screen; they end when the source does.
    func events() -> AsyncStream<KioskScreenEvent>
    /// Takes what somebody chose on the screen; what comes of it comes as an event.
    func choose(_ input: Input)
}

/// One thing that a screen is told.
public enum KioskScreenEvent: Sendable, Hashable {
    /// The kiosk listens: the person may speak.
    case listening
    /// The person has finished, and was heard.
    case heard
    /// Whole lines, below those before.
    case lines([String])
    /// The answer, to show and to choose from.
    case answer(KioskAnswer)
    /// A sentence that the voice begins to say.
    case caption(String)
    /// The voice has fallen silent.
    case silent
    /// The conversation is over and forgotten.
    case reset
}

/// The feed of a voice that runs in this process: what it shows reaches every screen that looks.
///
/// A screen that does not keep up loses the oldest events, not the newest: a late caption is worth nothing.
public final class KioskBroadcast: KioskScreenFeed {
    private struct Screens {
        var next = 0
        var open: [Int: AsyncStream<KioskScreenEvent>.Continuation] = [:]
    }

    /// What people choose on the screens.
    public let choices: AsyncStream<Input>

    private let chosen: AsyncStream<Input>.Continuation
    private let screens = Mutex(Screens())
    /// How many events wait for a screen that does not keep up.
    private static let waiting = 64

    /// A feed that no screen looks at yet.
    public init() { (choices, chosen) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.waiting)) }

    /// Hands on what somebody chose.
    public func choose(_ input: Input) { chosen.yield(input) }

    /// How many screens look.
    public var count: Int { screens.withLock { $0.open.count } }

    /// Shows something on every screen.
    public func show(_ event: KioskScreenEvent) {
        for screen in screens.withLock({ Array($0.open.values) }) { screen.yield(event) }
    }

    /// Ends the feed: the screens are told nothing more.
    public func finish() {
        chosen.finish()
        for screen in screens.withLock({ Array($0.open.values) }) { screen.finish() }
    }

    /// The events from now on, for one screen.
    public func events() -> AsyncStream<KioskScreenEvent> {
        AsyncStream(bufferingPolicy: .bufferingNewest(KioskBroadcast.waiting)) { continuation in
            let id = screens.withLock { screens in
                screens.next += 1
                screens.open[screens.next] = continuation
                return screens.next
            }
            continuation.onTermination = { [weak self] _ in self?.close(id) }
        }
    }

    private func close(_ id: Int) { screens.withLock { $0.open[id] = nil } }
}

extension KioskScreenEvent: Encodable {
    private enum CodingKeys: String, CodingKey { case event, lines, answer, line }

    /// Writes `event` and what goes with it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .event)
        switch self {
        case .lines(let lines): try container.encode(lines, forKey: .lines)
        case .answer(let answer): try container.encode(answer, forKey: .answer)
        case .caption(let line): try container.encode(line, forKey: .line)
        case .listening, .heard, .silent, .reset: break
        }
    }

    private var name: String {
        switch self {
        case .listening: "listening"
        case .heard: "heard"
        case .lines: "lines"
        case .answer: "answer"
        case .caption: "caption"
        case .silent: "silent"
        case .reset: "reset"
        }
    }
}
