/// Finds where an utterance begins and ends, for people who speak slowly and stop in the middle (rules K9 and K10).
///
/// Takes sound in frames of 20 ms. Half a second of silence is a provisional end: what was said can be decoded already, and is
/// thrown away when the person goes on. One second and a half is the end.
public struct Endpointer: Sendable {
    /// How long things may last, in seconds.
    public struct Limits: Sendable, Hashable {
        /// How much silence ends an utterance.
        public var silence = 1.5
        /// How much silence lets decoding begin.
        public var provisional = 0.5
        /// How long an utterance may be.
        public var longest = 40.0
        /// How long the first word may take to come; nil for any time.
        public var firstWord: Double? = 10.0

        /// The limits of a conversation.
        public init() {}
    }

    /// What happened, and when: seconds since the endpointer began to listen.
    public enum Event: Sendable, Hashable {
        /// Somebody began to speak; the utterance begins at that time, a little before it was noticed.
        case began(Double)
        /// The person may have ended, the last voiced frame at that time.
        case paused(Double)
        /// The person went on after a pause.
        case wentOn
        /// The person ended, the last voiced frame at that time; or was cut after the longest time.
        case ended(Double, isCut: Bool)
        /// Nobody spoke for as long as was allowed.
        case nothing
    }

    private enum State { case waiting, speaking, pausing, over }

    /// Samples of a frame at 16 000 a second.
    public static let frame = 320
    /// Seconds of a frame.
    static let step = 0.02
    /// How long before the first loud frame an utterance begins, in seconds: soft consonants come first.
    static let lead = 0.3
    /// Of so many frames, so many must be loud for speech to begin: a cough or a chair is shorter than 120 ms.
    private static let (window, needed) = (10, 6)
    /// Frames by which a hall is met, and the most by which their levels may differ, in decibels.
    private static let (meeting, even) = (15, 2.5)
    /// Seconds without a softer moment after which what is heard is no speech, but the hall grown louder.
    private static let steady = 6.0
    /// Soft frames, with no loud stretch between, that make a softer moment: between words there are 100 ms, in the talk of a hall less.
    private static let moment = 5
    /// Loud frames in a row by which a person is still thought to speak: the talk of a hall has peaks of one or two.
    private static let peak = 3

    /// What the hall sounds like.
    public private(set) var floor: NoiseFloor
    private let limits: Limits
    private var state = State.waiting
    private var time = 0.0
    private var recent: [Bool] = []
    private var began = 0.0
    private var lastVoiced = 0.0
    private var lastSoft = 0.0
    private var (soft, loud) = (0, 0)
    private var levels: [Double] = []

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - floor: what the hall sounded like until now.
    ///   - limits: how long things may last.
    public init(floor: NoiseFloor = NoiseFloor(), limits: Limits = Limits()) {
        (self.floor, self.limits) = (floor, limits)
    }

    /// Whether the utterance is over, or nothing was said: what comes is not listened to any more.
    public var isOver: Bool { state == .over }

    /// Takes 20 ms of sound.
    ///
    /// - Parameter samples: 320 samples at 16 000 a second.
    /// - Returns: what happened, mostly nothing.
    public mutating func take(_ samples: [Int16]) -> [Event] {
        guard state != .over else { return [] }
        time += Self.step
        let level = Level.rms(samples)
        switch state {
        case .waiting: return waiting(level)
        case .speaking, .pausing: return speaking(level)
        case .over: return []
        }
    }

    /// The sound ended: so did whoever spoke.
    public mutating func finish() -> [Event] {
        defer { state = .over }
        switch state {
        case .waiting: return [.nothing]
        case .speaking, .pausing: return [.ended(lastVoiced, isCut: false)]
        case .over: return []
        }
    }

    private mutating func waiting(_ level: Double) -> [Event] {
        meetHall(level)
        recent = (recent + [level >= floor.speech]).suffix(Self.window)
        // Until the hall was met, what is loud may be the hall.
        guard levels.count >= Self.meeting else { return [] }
        if recent.count(where: \.self) >= Self.needed {
            state = .speaking
            began = max(0, time - Double(recent.count) * Self.step - Self.lead)
            (lastVoiced, lastSoft, levels) = (time, time, [])
            return [.began(began)]
        }
        // A frame that may be a first word is not the hall.
        if level < floor.speech { floor.take(level) }
        guard let limit = limits.firstWord, time >= limit else { return [] }
        state = .over
        return [.nothing]
    }

    /// The first 300 ms, where they are as even as no speech is, are the hall, however loud.
    private mutating func meetHall(_ level: Double) {
        guard levels.count < Self.meeting else { return }
        levels.append(level)
        guard levels.count == Self.meeting else { return }
        var heard = NoiseFloor()
        // Counted twice: so few frames would not be trusted otherwise.
        heard.begin(with: levels + levels)
        if heard.deviation < Self.even, heard.mean > floor.mean {
            floor = heard
            recent = []
        }
    }

    private mutating func speaking(_ level: Double) -> [Event] {
        levels = (levels + [level]).suffix(200)
        var events: [Event] = []
        loud = level >= floor.stillSpeech ? loud + 1 : 0
        if loud >= Self.peak {
            (lastVoiced, soft) = (time, 0)
            if state == .pausing {
                state = .speaking
                events.append(.wentOn)
            }
        } else if loud == 0 {
            soft += 1
            if soft >= Self.moment { lastSoft = time }
            if state == .pausing { floor.take(level) }
        }
        adapt()
        let silence = time - lastVoiced
        if silence >= limits.silence - 0.001 {
            state = .over
            events.append(.ended(lastVoiced, isCut: false))
        } else if time - began >= limits.longest {
            state = .over
            events.append(.ended(time, isCut: true))
        } else if state == .speaking, silence >= limits.provisional - 0.001 {
            state = .pausing
            events.append(.paused(lastVoiced))
        }
        return events
    }

    /// Nobody speaks for six seconds without a softer moment: the hall has become louder.
    private mutating func adapt() {
        guard time - lastSoft >= Self.steady else { return }
        floor.begin(with: levels)
        (lastSoft, lastVoiced) = (time, time)
    }
}
