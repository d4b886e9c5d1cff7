internal import Dialogue

/// One thing that is otherwise than it was expected.
public struct Difference: Sendable, Hashable {
    /// What it is about: the key of the story, such as `status`.
    public let key: String
    /// What was expected, a line each.
    public let expected: [String]
    /// What there was, a line each; empty for nothing.
    public let got: [String]

    init(_ key: String, expected: String, got: String?) {
        self.key = key
        self.expected = Self.lines(expected)
        self.got = got.map(Self.lines) ?? []
    }

    /// The lines that differ, `- ` before what was expected and `+ ` before what came; what both have stands once.
    public var diff: [String] {
        let changes = got.difference(from: expected)
        let removed = Set(changes.removals.map(\.offset))
        let inserted = changes.insertions.reduce(into: [Int: String]()) { $0[$1.offset] = $1.element }
        var lines: [String] = []
        var next = 0
        func insert() {
            while let text = inserted[next] {
                lines.append("+ " + text)
                next += 1
            }
        }
        for (index, text) in expected.enumerated() {
            if removed.contains(index) {
                lines.append("- " + text)
            } else {
                insert()
                lines.append("  " + text)
                next += 1
            }
        }
        insert()
        return lines
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    fileprivate var element: ChangeElement {
        switch self {
        case .insert(_, let element, _), .remove(_, let element, _): element
        }
    }
}

/// A turn of a story that went otherwise than it says.
public struct StoryFailure: Sendable, CustomStringConvertible {
    /// The file of the story.
    public let file: String
    /// The line of the turn.
    public let line: Int
    /// What the story is about.
    public let story: String
    /// Which turn it is, from 1.
    public let turn: Int
    /// What the person did, as the story writes it.
    public let move: String
    /// What was otherwise.
    public let differences: [Difference]

    /// For a person: the place, the turn, and a diff for each difference.
    public var description: String {
        let place = file.isEmpty ? story : "\(file):\(line): \(story)"
        return
            (["\(place): turn \(turn): \(move)"]
            + differences.flatMap { ["  \($0.key):"] + $0.diff.map { "    " + $0 } }).joined(separator: "\n")
    }
}

extension Story.Move {
    /// The move as a story writes it.
    var written: String {
        switch self {
        case .words(let text): "user: " + text
        case .act(let act): "act: " + act.rawValue
        case .choice(let id): "choice: " + id
        case .silence: "silence: true"
        }
    }
}
