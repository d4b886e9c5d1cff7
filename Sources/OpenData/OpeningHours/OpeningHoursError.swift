/// Why a text is not opening hours, and where.
public struct OpeningHoursError: Error, Hashable, Sendable, Codable {
    /// What kind of mistake it is.
    public enum Reason: String, Sendable, Hashable, Codable {
        /// There is nothing to read.
        case empty
        /// The text is longer than ``OpeningHours/longestText``.
        case tooLong
        /// A character that the notation does not use.
        case unknownCharacter
        /// A word that is no day, month, event or keyword.
        case unknownWord
        /// A comment without its closing quotation mark.
        case openComment
        /// A number, hour, day or week outside its range.
        case outOfRange
        /// A range whose end is before its start, where wrapping has no meaning.
        case reversedRange
        /// Something that may not stand here.
        case unexpected
        /// The text ends where more is needed.
        case unexpectedEnd
    }

    /// What kind of mistake it is.
    public let reason: Reason
    /// The text at fault as it was written; empty at the end.
    public let found: String
    /// Where it is: the first character is 1.
    public let position: Int

    /// Makes an error.
    public init(_ reason: Reason, found: String = "", position: Int) {
        (self.reason, self.found, self.position) = (reason, found, position)
    }
}

extension OpeningHoursError: CustomStringConvertible {
    /// One sentence in English, for developers.
    public var description: String {
        let place = "character \(position): "
        return switch reason {
        case .empty: place + "there are no opening hours to read"
        case .tooLong: place + "the text goes on past the \(OpeningHours.longestText) characters that are read"
        case .unknownCharacter: place + "“\(found)” has no meaning in opening hours"
        case .unknownWord: place + "the word “\(found)” is not known"
        case .openComment: place + "a comment has no closing quotation mark"
        case .outOfRange: place + "“\(found)” is out of range"
        case .reversedRange: place + "the range “\(found)” ends before it starts"
        case .unexpected: place + "“\(found)” may not stand here"
        case .unexpectedEnd: place + "the text ends too early"
        }
    }
}
