public import CivilTime

/// The grammar that a language needs to write: everything about words that a phrase must not care about.
public protocol WritingRules: Sendable {
    /// Writes a value that contains no other.
    ///
    /// Nouns, terms, phrases and lists are the phrase book's work and come here never or as ``Value/text(_:)``.
    ///
    /// - Parameters:
    ///   - value: what to write.
    ///   - style: another style than the usual one, of those in ``styles``.
    ///   - form: for the eye or the ear.
    ///   - today: the day on which it is said; decides whether a date needs its year.
    /// - Returns: the value in words and figures, without a preposition.
    func write(_ value: Value, style: String?, form: Form, today: Day) -> String

    /// Every style that some type of value has.
    var styles: Set<String> { get }

    /// The words that may stand before a name in a phrase: "de", "à", "que".
    var prepositions: Set<String> { get }

    /// Joins texts as an enumeration does ("A, B et C"), each after the preposition if there is one.
    func join(_ items: [String], preposition: String?) -> String

    /// What agrees with a noun.
    func agreement(of noun: Noun) -> Agreement

    /// Whether words that agree with a count are plural.
    func isPlural(_ count: Int) -> Bool

    /// The words that say a text aloud: its figures, hours, sums and addresses.
    func spoken(_ text: String) -> String

    /// The text as whole sentences: initials raised, a point at the end.
    func sentence(_ text: String) -> String
}

/// Gender and number, as words agree with them.
public struct Agreement: Sendable, Hashable, Codable {
    /// Whether the noun is feminine.
    public let isFeminine: Bool
    /// Whether the noun is plural.
    public let isPlural: Bool

    /// Makes an agreement.
    public init(isFeminine: Bool = false, isPlural: Bool = false) {
        (self.isFeminine, self.isPlural) = (isFeminine, isPlural)
    }

    /// The word that agrees, of two (singular, plural) or four (masculine and feminine singular, then plural).
    func choose(_ words: [String]) -> String {
        let index = words.count >= 4 ? (isPlural ? 2 : 0) + (isFeminine ? 1 : 0) : (isPlural ? 1 : 0)
        return words.indices.contains(index) ? words[index] : words.last ?? ""
    }
}
