/// One short message of a telephone (SMS), as it would be sent.
public struct TextMessage: Sendable, Hashable, Encodable {
    /// Its text.
    public let text: String

    /// Makes a message.
    public init(_ text: String) { self.text = text }

    /// Whether every character is of the alphabet GSM-7 (3GPP TS 23.038), so that a segment holds 160 of them and not 70.
    public var isGSM: Bool { text.unicodeScalars.allSatisfy { GSMAlphabet.septets($0) != nil } }

    /// How many messages a network makes and bills of it: 160 characters make one, or 153 a part when it needs several;
    /// outside GSM-7, 70 and 67 units of UTF-16.
    public var segments: Int {
        isGSM
            ? Self.segments(text.unicodeScalars.map { GSMAlphabet.septets($0) ?? 1 }, whole: 160, part: 153)
            : Self.segments(text.unicodeScalars.map { UTF16.width($0) }, whole: 70, part: 67)
    }

    /// Segments of characters that take one unit or two; the two of one are never parted.
    private static func segments(_ widths: [Int], whole: Int, part: Int) -> Int {
        if widths.reduce(0, +) <= whole { return 1 }
        var (segments, used) = (1, 0)
        for width in widths {
            if used + width > part { (segments, used) = (segments + 1, 0) }
            used += width
        }
        return segments
    }
}

/// The alphabet GSM-7 with its extension table, of 3GPP TS 23.038.
enum GSMAlphabet {
    private static let plain = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    private static let extended = Set("^{}\\[~]|€\u{C}".unicodeScalars)

    /// The seven-bit units that a character takes: one, two in the extension table, nil outside the alphabet.
    static func septets(_ scalar: Unicode.Scalar) -> Int? {
        plain.contains(scalar) ? 1 : extended.contains(scalar) ? 2 : nil
    }

    /// Whether a text is wholly of the alphabet.
    static func has(_ text: some StringProtocol) -> Bool { text.unicodeScalars.allSatisfy { septets($0) != nil } }
}
