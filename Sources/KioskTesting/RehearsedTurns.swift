/// Turns of stories that were said aloud, and how many of them came out as in the story.
public struct RehearsedTurns: Sendable, Encodable {
    /// Turns that answered a closed question of the conversation, and those that came out as in the story at the first try.
    public private(set) var closed = 0, closed_right = 0
    /// Turns that asked something of one's own, and those that came out as in the story at the first try.
    public private(set) var open = 0, open_right = 0
    /// What went otherwise: which kind of turn, its file and line, and what came.
    public private(set) var otherwise: [String] = []

    /// No turn yet.
    public init() {}

    /// Adds a turn.
    ///
    /// - Parameters:
    ///   - isClosed: whether it answered a closed question.
    ///   - isRight: whether it came out as in the story.
    ///   - line: where it is in which file, and what came of it.
    mutating func add(isClosed: Bool, isRight: Bool, _ line: String) {
        if isClosed { closed += 1 } else { open += 1 }
        if isRight {
            if isClosed { closed_right += 1 } else { open_right += 1 }
        } else {
            otherwise.append((isClosed ? "closed " : "open ") + line)
        }
    }

    /// Adds the turns of another story.
    static func += (all: inout RehearsedTurns, some: RehearsedTurns) {
        all.closed += some.closed
        all.closed_right += some.closed_right
        all.open += some.open
        all.open_right += some.open_right
        all.otherwise += some.otherwise
    }
}
