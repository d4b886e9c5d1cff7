/// The words of a grammar in JSGF, and the grammar without those that nobody knows how to say.
///
/// One unknown word makes pocketsphinx refuse the whole grammar: it is put out of reach instead, as JSGF's own `<VOID>`, which
/// no sound matches, so that the rest can be heard.
public struct GrammarWords: Sendable {
    private enum Piece: Sendable {
        case word(String)
        case other(Substring)
    }

    private let pieces: [Piece]

    /// Reads a grammar.
    ///
    /// - Parameter text: the grammar, with its `#JSGF` line.
    public init(_ text: String) {
        var pieces: [Piece] = []
        var reader = Substring(text)
        while !reader.isEmpty { pieces.append(Self.piece(&reader)) }
        self.pieces = Self.withoutHeads(pieces)
    }

    /// Its words.
    public var words: Set<String> {
        Set(pieces.compactMap { if case .word(let word) = $0 { word } else { nil } })
    }

    /// The grammar with the words that are not known put out of reach.
    public func text(without unknown: Set<String>) -> String {
        pieces.map { piece in
            switch piece {
            case .word(let word): unknown.contains(word) ? "<VOID>" : word
            case .other(let text): String(text)
            }
        }.joined()
    }

    /// Cuts the next piece: a reference, a tag, a weight, a comment, space and operators, or a word.
    private static func piece(_ reader: inout Substring) -> Piece {
        for (open, close) in [("//", "\n"), ("/*", "*/"), ("#JSGF", ";"), ("<", ">"), ("{", "}"), ("/", "/")]
        where reader.hasPrefix(open) {
            let rest = reader.dropFirst(open.count)
            let end = rest.range(of: close)?.upperBound ?? reader.endIndex
            defer { reader = reader[end...] }
            return .other(reader[..<end])
        }
        let separators = reader.prefix(while: isSeparator)
        if !separators.isEmpty {
            reader = reader[separators.endIndex...]
            return .other(separators)
        }
        let word = reader.prefix { !isSeparator($0) && $0 != "<" && $0 != "{" && $0 != "/" }
        reader = reader[word.endIndex...]
        return .word(String(word))
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character.isWhitespace || ";=|*+()[]>}\"".contains(character)
    }

    /// `grammar name;`, `import` and `public` are the grammar's own words, not a person's.
    private static func withoutHeads(_ pieces: [Piece]) -> [Piece] {
        var isHead = true
        return pieces.map { piece in
            switch piece {
            case .other(let text):
                // A rule's words begin after its "=".
                if text.contains("=") { isHead = false } else if text.contains(";") { isHead = true }
                return piece
            case .word(let word): return isHead ? .other(Substring(word)) : piece
            }
        }
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
