/// A wording taken apart: literal text, places for values, and parts that are optional.
///
/// Reading one takes microseconds, so that nothing needs to be kept between two turns.
struct Template: Equatable {
    /// A stretch of a wording.
    indirect enum Piece: Equatable {
        case literal(String)
        /// `{de place:style}`.
        case value(name: String, preposition: String?, style: String?)
        /// `{count?jour|jours}`.
        case agreement(name: String, words: [String])
        /// `[…]`: there only when every value in it is.
        case optional([Piece])
    }

    let pieces: [Piece]
    /// What is wrong with the wording, as the offending stretch of it.
    let mistakes: [String]

    init(_ text: String) {
        var parser = Parser(rest: text[...])
        pieces = parser.pieces(inBracket: false)
        mistakes = parser.mistakes
    }

    /// Every name in the pieces, with whether a bracket makes it optional.
    static func names(in pieces: [Piece], optional: Bool = false) -> [(name: String, isOptional: Bool)] {
        pieces.flatMap { piece -> [(name: String, isOptional: Bool)] in
            switch piece {
            case .literal: []
            case .value(let name, _, _), .agreement(let name, _): [(name, optional)]
            case .optional(let inner): names(in: inner, optional: true)
            }
        }
    }

    private struct Parser {
        var rest: Substring
        var mistakes: [String] = []

        mutating func pieces(inBracket: Bool) -> [Piece] {
            var result: [Piece] = []
            while let character = rest.first {
                switch character {
                case "{": result.append(field())
                case "[" where !inBracket:
                    let start = rest
                    rest.removeFirst()
                    result.append(.optional(pieces(inBracket: true)))
                    if rest.first == "]" { rest.removeFirst() } else { mistakes.append(String(start)) }
                case "]" where inBracket: return result
                default:
                    let end = rest.dropFirst().firstIndex { "{[]".contains($0) } ?? rest.endIndex
                    if character == "[" || character == "]" { mistakes.append(String(rest[..<end])) }
                    result.append(.literal(String(rest[..<end])))
                    rest = rest[end...]
                }
            }
            return result
        }

        private mutating func field() -> Piece {
            guard let end = rest.firstIndex(of: "}") else {
                mistakes.append(String(rest))
                defer { rest = "" }
                return .literal(String(rest))
            }
            let body = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if let mark = body.firstIndex(of: "?") {
                let words = body[body.index(after: mark)...].split(separator: "|", omittingEmptySubsequences: false)
                if words.count != 2 && words.count != 4 { mistakes.append("{" + body + "}") }
                return .agreement(name: checked(body[..<mark]), words: words.map(String.init))
            }
            let halves = body.split(separator: ":", maxSplits: 1)
            let words = (halves.first ?? "").split(separator: " ")
            if words.count > 2 { mistakes.append("{" + body + "}") }
            return .value(
                name: checked(words.last ?? ""), preposition: words.count == 2 ? String(words[0]) : nil,
                style: halves.count > 1 ? String(halves[1]) : nil)
        }

        private mutating func checked(_ name: Substring) -> String {
            let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
            if !isName { mistakes.append("{" + name + "}") }
            return String(name)
        }
    }
}
