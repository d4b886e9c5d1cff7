public import CivilTime

/// Something to say, as meaning: which wording, and the typed values that go into it.
///
/// Nothing here is a sentence of any language; ``PhraseBook`` makes one, in the form that a channel needs.
public enum Phrase: Sendable, Hashable, Codable {
    /// An entry of the language's files (`waste.next`) with its values.
    case key(String, [String: Value])
    /// A text that a town, a pack or a worker wrote, by language (`fr`).
    case text([String: String])

    /// Makes a phrase from an entry of the language's files.
    public init(_ key: String, _ values: [String: Value] = [:]) { self = .key(key, values) }
}

/// A typed value that a wording contains; how it reads depends on the language and on the channel.
public indirect enum Value: Sendable, Hashable, Codable {
    /// A text used as it is.
    case text(String)
    /// A noun with its article, so that grammar can contract and agree: "la piscine", "le marché", "Valclair".
    case noun(Noun)
    /// An entry of the language's `terms` (a noun of ours: "la poubelle jaune").
    case term(String)
    /// A day: "jeudi 26 novembre".
    case day(Day)
    /// Days from the first to the last, both included: "du lundi 21 au vendredi 25 décembre".
    case days(Day, Day)
    /// A time of day in minutes since midnight: "8 h 30". 1440 is midnight at the end of the day.
    case clock(Int)
    /// A day and a time of it.
    case moment(Moment)
    /// A stretch of minutes: "2 heures".
    case duration(minutes: Int)
    /// A sum in euro cents: "4,50 €" is written "4 euros 50".
    case money(cents: Int)
    /// A whole number, with which words can agree.
    case count(Int)
    /// A telephone number, digits only or with separators: "01 99 00 12 34".
    case phone(String)
    /// A web address.
    case url(String)
    /// An e-mail address.
    case email(String)
    /// Something that was counted, measured or numbered, as it was understood: to say a sum or an address back.
    case amount(Amount)
    /// A phrase within a phrase.
    case phrase(Phrase)
    /// Several values, joined as the language does: "A, B et C".
    case list([Value])
}

/// A noun as grammar needs it.
public struct Noun: Sendable, Hashable, Codable {
    /// Gender, for agreement.
    public enum Gender: String, Sendable, Hashable, Codable { case masculine, feminine }

    /// The noun with its article when it has one: "la piscine des Trois-Moulins".
    public let text: String
    /// Its gender; nil lets the language work it out from the article.
    public let gender: Gender?
    /// Whether it is plural; nil lets the language work it out from the article.
    public let isPlural: Bool?

    /// Makes a noun.
    public init(_ text: String, gender: Gender? = nil, isPlural: Bool? = nil) {
        (self.text, self.gender, self.isPlural) = (text, gender, isPlural)
    }
}
