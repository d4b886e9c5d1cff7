import CivilTime

/// Days, hours, durations and sums.
extension French {
    /// A day; the year is there when it is neither this year nor within three months.
    func write(_ day: Day, style: String?, isSpoken: Bool, today: Day) -> String {
        let year = needsYear(day, today: today) ? " " + number(day.year, isSpoken) : ""
        switch style {
        case "weekday": return weekday(day)
        case "short": return dayAndMonth(day, isSpoken)
        case "date": return "le " + dayAndMonth(day, isSpoken) + " " + number(day.year, isSpoken)
        case "the": return "le " + weekday(day) + " " + dayAndMonth(day, isSpoken) + year
        case "month": return month(day) + " " + number(day.year, isSpoken)
        default: return weekday(day) + " " + dayAndMonth(day, isSpoken) + year
        }
    }

    /// A stretch of days; what both ends share is said once: "du lundi 21 au vendredi 25 décembre".
    func write(_ first: Day, _ last: Day, style: String?, isSpoken: Bool, today: Day) -> String {
        if first >= last { return write(first, style: "the", isSpoken: isSpoken, today: today) }
        let isSameYear = first.year == last.year
        let isSameMonth = isSameYear && first.month == last.month
        let hasYear = needsYear(first, today: today) || needsYear(last, today: today)
        func end(_ day: Day, hasMonth: Bool, hasYear: Bool) -> String {
            let name = style == "short" ? [] : [weekday(day)]
            let rest = (hasMonth ? [month(day)] : []) + (hasYear ? [number(day.year, isSpoken)] : [])
            return (name + [dayOfMonth(day, isSpoken)] + rest).joined(separator: " ")
        }
        return "du " + end(first, hasMonth: !isSameMonth, hasYear: hasYear && !isSameYear)
            + " au " + end(last, hasMonth: true, hasYear: hasYear)
    }

    /// A day and a time of it.
    func write(_ moment: Moment, style: String?, isSpoken: Bool, today: Day) -> String {
        let time = clock(moment.minuteOfDay, isSpoken: isSpoken)
        if style == "time" { return time }
        return write(moment.day, style: style, isSpoken: isSpoken, today: today) + " à " + time
    }

    /// A time of day, in minutes since midnight: "8 h 30", "huit heures trente".
    func clock(_ minutes: Int, isSpoken: Bool) -> String {
        let minutes = (minutes % 1440 + 1440) % 1440
        let (hour, minute) = (minutes / 60, minutes % 60)
        if minutes == 0 { return word("midnight") }
        guard isSpoken else { return "\(hour) h" + (minute > 0 ? " " + Self.twoDigits(minute) : "") }
        let head = cardinal(hour, isFeminine: true) + " " + unit("unit.hour", hour)
        return head + (minute > 0 ? " " + cardinal(minute, isFeminine: true) : "")
    }

    /// A stretch of minutes: "45 minutes", "1 heure 30", "2 jours".
    func duration(_ minutes: Int, isSpoken: Bool) -> String {
        let minutes = Int(min(minutes.magnitude, 1 << 40))
        if minutes >= 2880, minutes % 1440 == 0 { return quantity(minutes / 1440, "unit.day", isSpoken) }
        return hours(minutes, isSpoken)
    }

    /// Hours and minutes, however many: "1 heure 30", "48 heures".
    func hours(_ minutes: Int, _ isSpoken: Bool) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours == 0 { return quantity(rest, "unit.minute", isSpoken, isFeminine: true) }
        let head = quantity(hours, "unit.hour", isSpoken, isFeminine: true)
        if rest == 0 { return head }
        return head + " " + (isSpoken ? cardinal(rest, isFeminine: true) : Self.twoDigits(rest))
    }

    /// A sum in cents: "4 euros 50".
    func money(_ cents: Int, isSpoken: Bool) -> String {
        let amount = Int(min(cents.magnitude, 1 << 50))
        let sign = cents < 0 ? word("number.minus") + " " : ""
        let (euros, rest) = (amount / 100, amount % 100)
        if euros == 0, rest > 0 { return sign + quantity(rest, "unit.cent", isSpoken) }
        let head = sign + quantity(euros, "unit.euro", isSpoken)
        if rest == 0 { return head }
        return head + " " + (isSpoken ? cardinal(rest) : Self.twoDigits(rest))
    }

    /// A count with its unit, of those of the word list.
    func quantity(_ count: Int, _ name: String, _ isSpoken: Bool, isFeminine: Bool = false) -> String {
        (isSpoken ? cardinal(count, isFeminine: isFeminine) : String(count)) + " " + unit(name, count)
    }

    private func needsYear(_ day: Day, today: Day) -> Bool {
        day.year != today.year && !(day > today && day <= today.adding(months: 3))
    }

    private func weekday(_ day: Day) -> String {
        words["time"]?["weekday.\(day.weekday.rawValue)"]?.first ?? String(day.weekday.rawValue)
    }

    private func month(_ day: Day) -> String { words["time"]?["month.\(day.month)"]?.first ?? String(day.month) }

    private func dayAndMonth(_ day: Day, _ isSpoken: Bool) -> String { dayOfMonth(day, isSpoken) + " " + month(day) }

    private func dayOfMonth(_ day: Day, _ isSpoken: Bool) -> String {
        day.dayOfMonth == 1 ? (isSpoken ? ordinal(1) : "1er") : number(day.dayOfMonth, isSpoken)
    }

    private func number(_ value: Int, _ isSpoken: Bool) -> String { isSpoken ? cardinal(value) : String(value) }

    static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
