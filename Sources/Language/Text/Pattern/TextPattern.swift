/// A pattern that words may follow, such as a file's number: `[A-Z]{2}-?[0-9]{4}`.
///
/// A small part of the usual regular expressions, read without surprises and matched in a time that grows with the
/// pattern times the text, never more: there is no going back.
///
/// - `a`, `7`, `-`: itself; letters match whatever their case and accents. `\` before any other sign takes it literally.
/// - `.`: any sign; `\d` a figure, `\w` a letter or a figure, `\s` a space.
/// - `[a-z0-9]`, `[^0-9]`: one of these, or none of these.
/// - `(...)` groups, `|` parts choices.
/// - `?`, `*`, `+`, `{4}`, `{2,}`, `{2,4}`: how often what stands before comes; at most 50 times where a number says so.
///
/// A match starts where a word starts and ends where one ends. Between words stands what the text had: a hyphen, a slash,
/// or a space for anything longer.
public struct TextPattern: Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// The longest pattern that is read, in Unicode scalars.
    public static let longest = 200

    /// The pattern as it was written.
    public let source: String
    /// Where a pattern that cannot be read goes wrong: the rest of it from there on; nil for a good one.
    ///
    /// A pattern that cannot be read matches nothing.
    public let mistake: String?
    private let machine: PatternMachine

    /// Reads a pattern.
    public init(_ source: String) {
        self.source = source
        var parser = PatternParser(source)
        switch parser.parse() {
        case .success(let machine): (self.machine, mistake) = (machine, nil)
        case .failure(let problem): (machine, mistake) = (PatternMachine(steps: []), problem.rest)
        }
    }

    /// Reads a pattern that the code holds.
    public init(stringLiteral source: String) { self.init(source) }

    /// Reads a pattern from its text.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the pattern as its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(source)
    }

    /// Patterns are the same when they are written the same.
    public static func == (a: TextPattern, b: TextPattern) -> Bool { a.source == b.source }

    /// Mixes in the pattern's text.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }

    /// The first words that follow the pattern, of those that start there the most.
    ///
    /// - Parameter tokens: the words of a text.
    /// - Returns: the tokens that match, or nil.
    public func firstMatch(in tokens: [Token]) -> Range<Int>? {
        guard mistake == nil else { return nil }
        return machine.firstMatch(in: PatternText(tokens))
    }
}

/// A text as a pattern sees it: the person's own words, folded, with what stands between them.
struct PatternText {
    /// The scalars of the text.
    var scalars: [UInt32] = []
    /// The token that starts at each scalar, or -1.
    var starts: [Int] = []
    /// The token that ends right before each scalar, or -1; one entry more than there are scalars.
    var ends: [Int] = [-1]

    init(_ tokens: [Token]) {
        for (index, token) in tokens.enumerated() {
            let first = scalars.count
            // A word that was respelt still has the person's own letters in its text.
            for scalar in Folding.fold(token.text).unicodeScalars { append(scalar) }
            if scalars.count > first { starts[first] = index }
            guard !scalars.isEmpty else { continue }
            ends[scalars.count] = index
            if index + 1 < tokens.count {
                for scalar in tokens.separator(after: index).unicodeScalars { append(scalar) }
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        scalars.append(scalar.value)
        starts.append(-1)
        ends.append(-1)
    }
}
