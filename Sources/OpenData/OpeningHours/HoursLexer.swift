/// Cuts an opening-hours text into tokens, reading common deviations as what they mean.
struct HoursLexer {
    private let characters: [Character]
    private var index = 0
    private var tokens: [HoursToken] = []

    init(_ text: String) { characters = Array(text) }

    /// The tokens in order.
    static func tokens(of text: String) throws(OpeningHoursError) -> [HoursToken] {
        var lexer = HoursLexer(text)
        return try lexer.run()
    }

    private mutating func run() throws(OpeningHoursError) -> [HoursToken] {
        while let character = peek() {
            if character.isNewline {
                // A list of lines is a list of rules.
                add(.semicolon, length: 1)
            } else if character.isWhitespace {
                index += 1
            } else if let length = alwaysLength() {
                add(.always, length: length)
            } else if character.isASCIIDigit {
                try readNumber()
            } else if character.isLetter {
                try readWord()
            } else if let closing = Self.quotes[character] {
                try readComment(until: closing)
            } else {
                try readSign(character)
            }
        }
        return tokens
    }

    // MARK: Numbers and times

    private mutating func readNumber() throws(OpeningHoursError) {
        let start = index
        let digits = digitRun(at: start, atMost: 9)
        let value = number(start, digits)
        if digits <= 2, !isDayBeforeTime(start + digits),
            let (minutes, length) = clock(hour: value, from: start + digits)
        {
            let written = digits + length
            guard let time = halfDay(minutes, at: start + written) else {
                throw error(.outOfRange, start, written)
            }
            return add(.time(time.minutes), length: written + time.length)
        }
        if digits <= 2, let time = halfDay(value * 60, at: start + digits), time.length > 0 {
            return add(.time(time.minutes), length: digits + time.length)
        }
        add(.number(value, digits: digits), length: digits)
    }

    /// Reads what makes a number an hour: `:30`, `.30`, `h30`, `h`; gives the minutes of the day and the length read.
    private func clock(hour: Int, from start: Int) -> (minutes: Int, length: Int)? {
        guard let separator = peek(at: start) else { return nil }
        let isLetter = separator == "h" || separator == "H"
        var cursor = start
        if separator == " ", let next = peek(at: start + 1), next == "h" || next == "H" { cursor += 1 }
        guard isLetter || cursor > start || separator == ":" || separator == "." || separator == "：" else { return nil }
        let spaced = isLetter || cursor > start
        var digitsStart = cursor + 1
        if spaced, peek(at: digitsStart) == " ", digitRun(at: digitsStart + 1, atMost: 3) == 2,
            !isClockSign(peek(at: digitsStart + 3))
        {
            digitsStart += 1
        }
        let digits = digitRun(at: digitsStart, atMost: 3)
        if digits == 2 {
            let minutes = number(digitsStart, 2)
            guard minutes <= 59 else { return nil }
            var end = digitsStart + 2
            // Seconds say nothing about opening hours.
            if separator == ":", peek(at: end) == ":", digitRun(at: end + 1, atMost: 3) == 2,
                !isClockSign(peek(at: end + 3))
            {
                end += 3
            }
            if let letter = peek(at: end), letter == "h" || letter == "H", !(peek(at: end + 1)?.isLetter ?? false) {
                end += 1
            }
            return (hour * 60 + minutes, end - start)
        }
        guard spaced, digits == 0, !(peek(at: cursor + 1)?.isLetter ?? false) else { return nil }
        return (hour * 60, cursor + 1 - start)
    }

    /// Whether the number ends a date that a colon parts from a time: `Dec 24:10:00`.
    private func isDayBeforeTime(_ end: Int) -> Bool {
        guard case .month? = tokens.last?.kind else { return false }
        return peek(at: end) == ":" && digitRun(at: end + 1, atMost: 3) == 2 && peek(at: end + 3) == ":"
    }

    private func isClockSign(_ character: Character?) -> Bool {
        character == ":" || character == "h" || character == "H"
    }

    /// Reads `am`, `p.m.` after a time; length 0 when there is none, nil when the hour cannot carry it.
    private func halfDay(_ minutes: Int, at start: Int) -> (minutes: Int, length: Int)? {
        var cursor = start
        if peek(at: cursor) == " " { cursor += 1 }
        guard let letter = peek(at: cursor)?.lowercased(), letter == "a" || letter == "p" else { return (minutes, 0) }
        cursor += 1
        if peek(at: cursor) == "." { cursor += 1 }
        guard peek(at: cursor)?.lowercased() == "m" else { return (minutes, 0) }
        cursor += 1
        if peek(at: cursor) == "." { cursor += 1 }
        guard !(peek(at: cursor)?.isLetter ?? false) else { return (minutes, 0) }
        guard minutes < 13 * 60 else { return nil }
        return (minutes % 720 + (letter == "p" ? 720 : 0), cursor - start)
    }

    // MARK: Words

    private mutating func readWord() throws(OpeningHoursError) {
        let start = index
        var end = start
        while let character = peek(at: end), character.isLetter { end += 1 }
        let word = String(characters[start..<end]).lowercased()
        guard let meaning = HoursWords.meaning(of: word) else { throw error(.unknownWord, start, end - start) }
        // The point of an abbreviation: "Mo.", "Jan."
        let length = end - start + (peek(at: end) == "." ? 1 : 0)
        switch meaning {
        case .token(let kind): add(kind, length: length)
        case .ignored: index += length
        }
    }

    /// The length of `24/7` or one of its variants here, or nil.
    private func alwaysLength() -> Int? {
        guard index == 0 || !(peek(at: index - 1)?.isASCIIDigit ?? false) else { return nil }
        for spelling in HoursWords.always where matches(spelling, at: index) {
            let end = index + spelling.count
            if peek(at: end)?.isASCIIDigit ?? false { continue }
            if spelling.last?.isLetter ?? false, peek(at: end)?.isLetter ?? false { continue }
            return spelling.count
        }
        return nil
    }

    private func matches(_ spelling: [Character], at start: Int) -> Bool {
        guard start + spelling.count <= characters.count else { return false }
        for offset in spelling.indices where characters[start + offset].lowercased() != String(spelling[offset]) {
            return false
        }
        return true
    }

    // MARK: Comments and signs

    private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»", "”": "”"]

    private mutating func readComment(until closing: Character) throws(OpeningHoursError) {
        guard let end = characters[(index + 1)...].firstIndex(of: closing) else {
            throw error(.openComment, index, characters.count - index)
        }
        let comment = String(characters[(index + 1)..<end])
        add(.comment(HoursWords.trimmed(comment)), length: end - index + 1)
    }

    private mutating func readSign(_ character: Character) throws(OpeningHoursError) {
        if character == "|", peek(at: index + 1) == "|" { return add(.fallback, length: 2) }
        guard let kind = Self.signs[character] else { throw error(.unknownCharacter, index, 1) }
        add(kind, length: 1)
    }

    private static let signs: [Character: HoursToken.Kind] = [
        "-": .minus, "–": .minus, "—": .minus, "‒": .minus, "−": .minus, "‑": .minus, "‐": .minus, "~": .minus,
        "+": .plus, "/": .slash, ",": .comma, "，": .comma, "、": .comma, "&": .comma, ":": .colon, "：": .colon,
        ";": .semicolon, "；": .semicolon, "[": .openBracket, "]": .closeBracket,
        "(": .openParenthesis, ")": .closeParenthesis,
    ]

    // MARK: Helpers

    private func peek() -> Character? { peek(at: index) }
    private func peek(at position: Int) -> Character? {
        characters.indices.contains(position) ? characters[position] : nil
    }

    private func digitRun(at start: Int, atMost limit: Int) -> Int {
        var length = 0
        while length < limit, peek(at: start + length)?.isASCIIDigit ?? false { length += 1 }
        return length
    }

    /// The value of at most nine digits, which cannot overflow.
    private func number(_ start: Int, _ length: Int) -> Int {
        characters[start..<(start + length)].reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
    }

    private mutating func add(_ kind: HoursToken.Kind, length: Int) {
        let followsSpace = index > 0 && characters[index - 1].isWhitespace
        let text = String(characters[index..<min(index + length, characters.count)])
        tokens.append(HoursToken(kind: kind, text: text, position: index + 1, followsSpace: followsSpace))
        index += length
    }

    private func error(_ reason: OpeningHoursError.Reason, _ start: Int, _ length: Int) -> OpeningHoursError {
        let shown = characters[start..<min(start + length, start + 40, characters.count)]
        return OpeningHoursError(reason, found: String(shown), position: start + 1)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
