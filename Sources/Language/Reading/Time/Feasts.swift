import CivilTime

/// When the feasts of `words/holidays.yaml` are.
enum Feasts {
    /// The days of a feast in a year; nil when the id is not known.
    static func days(_ id: String, in year: Int) -> (first: Day, last: Day)? {
        if let (month, day) = fixed[id] { return Day(year, month, day).map { ($0, $0) } }
        if let offset = fromEaster[id] {
            let day = Day.easter(year).adding(days: offset)
            return (day, day)
        }
        if id == "ascension-bridge" {
            let thursday = Day.easter(year).adding(days: 39)
            return (thursday, thursday.adding(days: 3))
        }
        guard let first = floating(id, year) else { return nil }
        return (first, id == "heritage-days" ? first.adding(days: 1) : first)
    }

    /// Feasts whose evening or night, when that is said, is the one before.
    static let withEve: Set<String> = ["christmas", "new-year"]

    private static let fixed: [String: (Int, Int)] = [
        "new-year": (1, 1), "epiphany": (1, 6), "candlemas": (2, 2), "valentine": (2, 14), "womens-day": (3, 8),
        "st-patrick": (3, 17), "april-fools": (4, 1), "labour-day": (5, 1), "victory-1945": (5, 8),
        "music-day": (6, 21), "st-john": (6, 24),
        "bastille-day": (7, 14), "assumption": (8, 15), "halloween": (10, 31), "all-saints": (11, 1),
        "all-souls": (11, 2), "armistice": (11, 11), "st-martin": (11, 11), "st-catherine": (11, 25),
        "st-nicholas": (12, 6), "christmas-eve": (12, 24),
        "christmas": (12, 25), "st-stephen": (12, 26), "new-year-eve": (12, 31),
    ]

    private static let fromEaster: [String: Int] = [
        "mardi-gras": -47, "ash-wednesday": -46, "palm-sunday": -7, "maundy-thursday": -3, "good-friday": -2,
        "easter": 0, "easter-monday": 1, "ascension": 39, "pentecost": 49, "whit-monday": 50, "trinity": 56,
        "corpus-christi": 60,
    ]

    private static func floating(_ id: String, _ year: Int) -> Day? {
        switch id {
        case "grandmothers-day": nth(1, .sunday, year, 3)
        case "summer-time": last(.sunday, year, 3)
        case "neighbours-day": last(.friday, year, 5)
        case "mothers-day": mothersDay(year)
        case "fathers-day": nth(3, .sunday, year, 6)
        case "heritage-days": nth(3, .saturday, year, 9)
        case "winter-time": last(.sunday, year, 10)
        case "thanksgiving": nth(4, .thursday, year, 11)
        case "black-friday": nth(4, .thursday, year, 11)?.adding(days: 1)
        // Four Sundays before Christmas.
        case "advent": Day(year, 11, 27)?.next(.sunday)
        default: nil
        }
    }

    /// The last Sunday of May, or the first of June when that is Pentecost (Code de l'action sociale, D215-1).
    private static func mothersDay(_ year: Int) -> Day? {
        guard let sunday = last(.sunday, year, 5) else { return nil }
        return sunday == Day.easter(year).adding(days: 49) ? sunday.adding(days: 7) : sunday
    }

    private static func nth(_ rank: Int, _ weekday: Weekday, _ year: Int, _ month: Int) -> Day? {
        Day(year, month, 1)?.next(weekday).adding(days: (rank - 1) * 7)
    }

    private static func last(_ weekday: Weekday, _ year: Int, _ month: Int) -> Day? {
        Day(year, month, 1)?.endOfMonth.adding(days: -6).next(weekday)
    }
}
