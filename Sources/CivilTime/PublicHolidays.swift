/// The public holidays of France, computed (Code du travail, articles L3133-1 and L3134-13).
public enum PublicHolidays {
    /// Which list of holidays holds in a place.
    public enum Region: String, Sendable, Codable, CaseIterable {
        /// The eleven national holidays.
        case metropole
        /// The same, with Good Friday and 26 December.
        case alsaceMoselle = "alsace-moselle"
    }

    /// The holidays of the years `years`, each with an id that the language files name.
    public static func days(in years: ClosedRange<Int>, region: Region) -> [Day: String] {
        var result: [Day: String] = [:]
        for year in years {
            for (month, day, id) in fixed + (region == .alsaceMoselle ? [(12, 26, "st-stephen")] : []) {
                if let date = Day(year, month, day) { result[date] = id }
            }
            let easter = Day.easter(year)
            for (offset, id) in movable + (region == .alsaceMoselle ? [(-2, "good-friday")] : []) {
                result[easter.adding(days: offset)] = id
            }
        }
        return result
    }

    private static let fixed = [
        (1, 1, "new-year"), (5, 1, "labour-day"), (5, 8, "victory-1945"), (7, 14, "bastille-day"),
        (8, 15, "assumption"), (11, 1, "all-saints"), (11, 11, "armistice"), (12, 25, "christmas"),
    ]
    private static let movable = [(1, "easter-monday"), (39, "ascension"), (50, "whit-monday")]
}
