/// A time that a text names.
public struct TimeMention: Sendable, Hashable {
    /// Whether both ends of the time were named.
    public enum Reach: Sendable, Hashable {
        /// Both ends are known: "jeudi", "du 3 au 8 mai".
        case closed
        /// Only the start was named: "à partir de jeudi". The span ends a year after its start.
        case from
        /// Only the end was named: "avant jeudi". The span starts now, or a year before its end when that is past.
        case until
    }

    /// When it is.
    public let span: TimeSpan
    /// Whether both ends of the time were named.
    public let reach: Reach
    /// The tokens that name it, as indices in the tokens that were read.
    public let tokens: Range<Int>
    /// The words that name it, as written, joined by single spaces where the text had any separator but an apostrophe.
    public let text: String

    /// Makes a mention.
    public init(span: TimeSpan, reach: Reach = .closed, tokens: Range<Int>, text: String) {
        (self.span, self.reach, self.tokens, self.text) = (span, reach, tokens, text)
    }
}

/// A whole number that a text names.
public struct NumberMention: Sendable, Hashable {
    /// The number.
    public let value: Int
    /// Whether it names a rank: "deuxième", "1er".
    public let isOrdinal: Bool
    /// The tokens that name it, as indices in the tokens that were read.
    public let tokens: Range<Int>
    /// The words that name it.
    public let text: String

    /// Makes a mention.
    public init(value: Int, isOrdinal: Bool = false, tokens: Range<Int>, text: String) {
        (self.value, self.isOrdinal, self.tokens, self.text) = (value, isOrdinal, tokens, text)
    }
}

/// An amount that a text names: a sum, a length of time, a telephone number, an address...
public struct AmountMention: Sendable, Hashable {
    /// The amount.
    public let amount: Amount
    /// The tokens that name it, as indices in the tokens that were read.
    public let tokens: Range<Int>
    /// The words that name it.
    public let text: String

    /// Makes a mention.
    public init(amount: Amount, tokens: Range<Int>, text: String) {
        (self.amount, self.tokens, self.text) = (amount, tokens, text)
    }
}

extension [Token] {
    /// The words of a range as they were written, with one sign or space for what stood between them.
    public func text(of range: Range<Int>) -> String {
        let range = range.clamped(to: indices)
        var result = ""
        for index in range {
            result += self[index].text
            if index + 1 < range.upperBound { result += separator(after: index) }
        }
        return result
    }

    /// What stands for the signs between a word and the next one: nothing where nothing does, "12€", and no space where
    /// there is only a sign, "12,50".
    func separator(after index: Int) -> String {
        let written = self[index].link.written
        switch self[index + 1].start - self[index].end {
        case 0: return ""
        case 1: return written.count > 1 ? String(written.prefix(1)) : written
        default: return written
        }
    }
}

extension Token.Link {
    /// The sign, or a space, that stands for this link in a text made again from its tokens.
    var written: String {
        switch self {
        case .apostrophe: "'"
        case .hyphen: "-"
        case .slash: "/"
        case .colon: ":"
        case .dash: " - "
        case .comma: ", "
        case .stop: ". "
        case .joined: ""
        case .at: "@"
        case .plus: "+"
        case .underscore: "_"
        case .space, .quote, .cut, .sign: " "
        }
    }
}
