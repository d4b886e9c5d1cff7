/// Where the parts of a day begin and end, as Duckling sets them for French.
enum DayWindows {
    /// A part of the day, or an edge of it.
    static func window(_ part: DayPart, _ edge: PeriodEdge? = nil) -> DayWindow {
        let (start, end) = hours(part, edge)
        return DayWindow(start: start * 60, end: end * 60, part: part)
    }

    /// What lies before a meal or after it.
    static func beside(_ part: DayPart, isAfter: Bool) -> DayWindow? {
        switch (part, isAfter) {
        case (.lunch, true): DayWindow(start: 13 * 60, end: 17 * 60, part: .afternoon)
        case (.lunch, false): DayWindow(start: 10 * 60, end: 12 * 60, part: .morning)
        case (.work, true): DayWindow(start: 17 * 60, end: 21 * 60, part: .evening)
        default: nil
        }
    }

    private static func hours(_ part: DayPart, _ edge: PeriodEdge?) -> (Int, Int) {
        switch (part, edge) {
        case (_, .rest): hours(part, nil)
        case (.morning, nil): (4, 12)
        case (.morning, .start): (7, 9)
        case (.morning, .middle): (9, 11)
        case (.morning, .end): (10, 12)
        case (.afternoon, nil): (12, 19)
        case (.afternoon, .start): (12, 14)
        case (.afternoon, .middle): (14, 17)
        case (.afternoon, .end): (17, 19)
        case (.evening, nil): (18, 24)
        case (.evening, .start): (18, 21)
        case (.evening, .middle): (20, 22)
        case (.evening, .end): (21, 24)
        case (.night, nil): (22, 30)
        case (.night, .start): (22, 24)
        case (.night, .middle): (24, 27)
        case (.night, .end): (27, 30)
        case (.day, nil): (0, 24)
        case (.day, .start): (6, 10)
        case (.day, .middle): (11, 16)
        case (.day, .end): (17, 21)
        case (.lunch, _): (12, 14)
        case (.work, _): (9, 17)
        }
    }
}
