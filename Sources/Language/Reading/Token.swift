/// A word of a text, or a number as digits, with what stands between it and the next one.
public struct Token: Sendable, Hashable {
    /// What stands between a word and the next one, or the end of the text.
    public enum Link: Sendable, Hashable {
        /// Spaces, or nothing.
        case space
        /// An apostrophe: "l'école", "2'".
        case apostrophe
        /// A double quotation mark: "1\"".
        case quote
        /// A hyphen without spaces: "est-elle", "2026-11-26".
        case hyphen
        /// A dash, or a hyphen between spaces: "9 h - 11 h".
        case dash
        /// A slash: "14/07".
        case slash
        /// A colon: "15:30".
        case colon
        /// A comma.
        case comma
        /// A full stop: "janv.", "01.99.00.12.34".
        case stop
        /// A mark that ends or cuts a sentence, other than a full stop: "?", "!", ";", a bracket, a new line.
        case cut
        /// The sign of electronic mail: "accueil@valclair.example".
        case at
        /// A plus sign: "+33".
        case plus
        /// A low line: "jean_dupont".
        case underscore
        /// Any other sign.
        case sign
        /// Nothing: the next word was written in the same letters as this one (see ``Speller/corrected(_:)-([Token])``).
        case joined
    }

    /// How many Unicode scalars of a text are read: a citizen's question is never this long.
    public static let longestText = 2_000

    /// The word as written.
    public let text: String
    /// The word in lower case, without accents or ligatures.
    public let folded: String
    /// What the word sounds like (see ``ReadingRules/soundKey(of:)``).
    public let sound: String
    /// Where the word starts in the text, in UTF-8 bytes.
    public let start: Int
    /// Where the word ends in the text, in UTF-8 bytes, exclusive.
    public let end: Int
    /// What stands between this word and the next one.
    public let link: Link

    /// Makes a token.
    public init(text: String, folded: String, sound: String, start: Int, end: Int, link: Link = .space) {
        (self.text, self.folded, self.sound) = (text, folded, sound)
        (self.start, self.end, self.link) = (start, end, link)
    }
}
