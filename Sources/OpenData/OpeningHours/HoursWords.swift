import CivilTime

/// The words that opening hours are written with.
///
/// The notation has two letters a weekday and three a month. People who fill in forms also write whole words, in English,
/// French or German; those that can mean one thing only are read, the others (`di`, `mar` as a day) are not guessed.
enum HoursWords {
    enum Meaning {
        case token(HoursToken.Kind)
        /// A word that adds nothing: "h", "Uhr", "from".
        case ignored
    }

    /// What a word in lower case means, or nil.
    static func meaning(of word: String) -> Meaning? {
        if let kind = keywords[word] ?? days[word] ?? months[word] { return .token(kind) }
        return fillers.contains(word) ? .ignored : nil
    }

    /// Spellings of "always", the longest first.
    static let always: [[Character]] = [
        "24 hours a day", "24 hours", "24 stunden", "24 heures", "24h/24 7j/7", "24h/24, 7j/7", "24h/24 et 7j/7",
        "24h/24",
        "24 h/24", "24/24", "24/7", "24x7", "24hrs", "24 hrs", "24h/7",
    ].sorted { $0.count > $1.count }.map(Array.init)

    /// A text without the spaces around it.
    static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    private static let keywords: [String: HoursToken.Kind] = table([
        (["ph", "feiertag", "feiertage", "feiertags", "férié", "fériés", "ferie", "feries"], .holiday(.publicHoliday)),
        (["sh", "schulferien", "vacances"], .holiday(.schoolHoliday)),
        (["sunrise"], .event(.sunrise)), (["sunset"], .event(.sunset)), (["dawn"], .event(.dawn)),
        (["dusk"], .event(.dusk)),
        (["easter", "pâques", "paques", "ostern"], .easter), (["week", "weeks", "semaine", "semaines"], .week),
        (["day", "days"], .days),
        (["open", "ouvert", "ouverte", "geöffnet"], .state(.open)),
        (
            ["off", "closed", "close", "fermé", "fermée", "ferme", "fermeture", "geschlossen", "ruhetag"],
            .state(.closed)
        ),
        (["unknown"], .state(.unknown)),
        (["noon", "midi"], .time(720)), (["midnight", "minuit"], .time(1440)),
        (["always"], .always),
        (["to", "till", "until", "through", "thru", "bis", "au", "à", "jusqu'à"], .minus),
        (["and", "und", "et"], .comma),
    ])

    private static let days: [String: HoursToken.Kind] = table(
        [
            (["mo", "mon", "monday", "mondays", "lu", "lun", "lundi", "lundis", "montag", "montags"], .monday),
            (["tu", "tue", "tues", "tuesday", "tuesdays", "mardi", "mardis", "dienstag", "dienstags"], .tuesday),
            (
                [
                    "we", "wed", "wednesday", "wednesdays", "mer", "mercredi", "mercredis", "mi", "mittwoch",
                    "mittwochs",
                ], .wednesday
            ),
            (
                [
                    "th", "thu", "thur", "thurs", "thursday", "thursdays", "jeu", "jeudi", "jeudis", "donnerstag",
                    "donnerstags",
                ], .thursday
            ),
            (["fr", "fri", "friday", "fridays", "ve", "ven", "vendredi", "vendredis", "freitag", "freitags"], .friday),
            (["sa", "sat", "saturday", "saturdays", "sam", "samedi", "samedis", "samstag", "samstags"], .saturday),
            (["su", "sun", "sunday", "sundays", "dim", "dimanche", "dimanches", "so", "sonntag", "sonntags"], .sunday),
        ].map { (names: [String], day: Weekday) in (names, .weekdays(day, day)) } + [
            (["daily", "everyday", "täglich", "quotidien"], .weekdays(.monday, .sunday)),
            (["weekday", "weekdays", "workday", "workdays", "werktags"], .weekdays(.monday, .friday)),
            (["weekend", "weekends"], .weekdays(.saturday, .sunday)),
        ])

    private static let months: [String: HoursToken.Kind] = table(
        [
            ["jan", "january", "janvier", "januar"], ["feb", "february", "février", "fevrier", "februar"],
            ["mar", "march", "mars", "märz"], ["apr", "april", "avril"], ["may", "mai"],
            ["jun", "june", "juin", "juni"],
            ["jul", "july", "juillet", "juli"], ["aug", "august", "août", "aout"],
            ["sep", "sept", "september", "septembre"], ["oct", "october", "octobre", "okt", "oktober"],
            ["nov", "november", "novembre"], ["dec", "december", "décembre", "decembre", "dez", "dezember"],
        ].enumerated().map { ($0.element, .month($0.offset + 1)) })

    private static let fillers: Set<String> = [
        "h", "hrs", "hr", "hours", "uhr", "from", "von", "du", "de", "des", "le", "les", "jour", "jours", "on", "the",
        "scolaires",
        "tous", "toute", "toutes", "l", "vom",
    ]

    private static func table(_ rows: [([String], HoursToken.Kind)]) -> [String: HoursToken.Kind] {
        Dictionary(rows.flatMap { names, kind in names.map { ($0, kind) } }) { first, _ in first }
    }
}
