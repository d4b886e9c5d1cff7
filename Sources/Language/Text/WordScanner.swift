/// Cuts a text into runs of letters and digits, noting what stands between them.
struct WordScanner {
    /// A run of letters and digits.
    struct Run {
        var start: Int
        var end: Int
        var text: String
        var folded: String
        var link: Token.Link
    }

    private var runs: [Run] = []
    private var text = ""
    private var folded = ""
    private var start = 0
    private var offset = 0
    private var signs = Signs()

    /// The runs of a text, of which only the first scalars are read (see ``Token/longestText``).
    static func runs(of text: String) -> [Run] {
        var scanner = WordScanner()
        var left = Token.longestText
        for scalar in text.unicodeScalars {
            guard left > 0 else { break }
            left -= 1
            scanner.take(scalar)
        }
        scanner.closeWord()
        scanner.closeGap()
        return scanner.runs
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        let width = scalar.utf8.count
        if Self.isWord(scalar) || (!text.isEmpty && (scalar.properties.isMark || scalar.isInvisible)) {
            if text.isEmpty {
                closeGap()
                start = offset
            }
            text.unicodeScalars.append(scalar)
            Folding.append(scalar, to: &folded)
        } else {
            closeWord()
            if scalar == "€" || scalar == "%" {
                closeGap()
                let sign = String(scalar)
                runs.append(Run(start: offset, end: offset + width, text: sign, folded: sign, link: .space))
            } else {
                signs.add(scalar)
            }
        }
        offset += width
    }

    private mutating func closeWord() {
        guard !text.isEmpty else { return }
        runs.append(Run(start: start, end: offset, text: text, folded: folded, link: .space))
        (text, folded) = ("", "")
    }

    private mutating func closeGap() {
        if let last = runs.indices.last { runs[last].link = signs.link }
        signs = Signs()
    }

    /// Whether a scalar belongs to a word: a letter or a digit.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x00...0x7F, 0x2BC: false
        case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
        default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar may stand within a word without being seen: a soft hyphen, a joiner, a byte order mark.
    fileprivate var isInvisible: Bool { [0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(value) }
}

extension Unicode.Scalar.Properties {
    /// Whether the scalar only changes the letter before it.
    fileprivate var isMark: Bool { generalCategory == .nonspacingMark }
}

/// The signs between two words, of which the one that says most counts.
private struct Signs {
    private var strongest = Token.Link.space
    private var hasSpace = false

    /// The link that the signs make; a hyphen between spaces is a dash.
    var link: Token.Link { strongest == .hyphen && hasSpace ? .dash : strongest }

    mutating func add(_ scalar: Unicode.Scalar) {
        let sign = Self.meaning(of: scalar)
        if sign == .space { hasSpace = true }
        if Self.rank(sign) > Self.rank(strongest) { strongest = sign }
    }

    private static func meaning(of scalar: Unicode.Scalar) -> Token.Link {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}": .space
        case "'", "\u{2018}", "\u{2019}", "\u{2BC}", "\u{2032}", "\u{B4}", "`", "\u{FF07}": .apostrophe
        case "\"", "\u{2033}", "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}": .quote
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": .hyphen
        case "\u{2014}": .dash
        case "/": .slash
        case ":": .colon
        case ",": .comma
        case ".", "\u{2026}": .stop
        case "@": .at
        case "+": .plus
        case "_": .underscore
        case "?", "!", ";", "(", ")", "[", "]", "\n", "\r", "\u{2028}", "\u{2029}": .cut
        default: .sign
        }
    }

    private static func rank(_ link: Token.Link) -> Int {
        switch link {
        case .space, .joined: 0
        case .sign, .at, .plus, .underscore: 1
        case .quote: 2
        case .apostrophe: 3
        case .colon: 4
        case .slash: 5
        case .comma: 6
        case .stop: 7
        case .hyphen, .dash: 8
        case .cut: 9
        }
    }
}
