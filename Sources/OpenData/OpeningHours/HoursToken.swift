import CivilTime

/// A word or sign of an opening-hours text, with where it stands.
struct HoursToken {
    enum Kind: Equatable {
        /// A number and how many digits it was written with.
        case number(Int, digits: Int)
        /// A time of day in minutes, up to 48:00.
        case time(Int)
        case weekdays(Weekday, Weekday)
        case month(Int)
        case holiday(HoursHoliday)
        case event(SunEvent)
        case easter, week, days
        case state(OpeningState.Kind)
        case comment(String)
        /// `24/7` and its kin: all day.
        case always
        case minus, plus, slash, comma, colon, semicolon, fallback
        case openBracket, closeBracket, openParenthesis, closeParenthesis
    }

    let kind: Kind
    /// The words as written.
    let text: String
    /// Counted in characters, from 1.
    let position: Int
    /// Whether a space stands before it: `Jul 01+ Fr` and `Jul 01 +Fr` differ by that only.
    let followsSpace: Bool
}
