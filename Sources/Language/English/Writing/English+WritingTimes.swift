import CivilTime

/// Days, hours, durations, sums and other amounts.
extension English {
    /// A day; the year is there when it is neither this year nor within three months.
    func write(_ day: Day, style: String?, isSpoken: Bool, today: Day) -> String {
        let year = needsYear(day, today: today) ? " " + yearText(day.year, isSpoken) : ""
        switch style {
        case "weekday": return weekday(day)
        case "short": return dayAndMonth(day, isSpoken)
        case "date": return dayAndMonth(day, isSpoken) + " " + yearText(day.year, isSpoken)
        case "month": return month(day) + " " + yearText(day.year, isSpoken)
        default: return weekday(day) + " " + dayAndMonth(day, isSpoken) + year
        }
    }

    /// A stretch of days; what both ends share is said once: "from Monday 21 to Friday 25 December".
    func write(_ first: Day, _ last: Day, style: String?, isSpoken: Bool, today: Day) -> String {
        if first >= last { return combine("on", write(first, style: style, isSpoken: isSpoken, today: today)) }
        let isSameYear = first.year == last.year
        let isSameMonth = isSameYear && first.month == last.month
        let hasYear = needsYear(first, today: today) || needsYear(last, today: today)
        func end(_ day: Day, hasMonth: Bool, hasYear: Bool) -> String {
            let name = style == "short" ? [] : [weekday(day)]
            let number = isSpoken ? spokenDay(day) : String(day.dayOfMonth)
            let rest = (hasMonth ? [month(day)] : []) + (hasYear ? [yearText(day.year, isSpoken)] : [])
            return (name + [number] + rest).joined(separator: " ")
        }
        return [
            word("from"), end(first, hasMonth: !isSameMonth, hasYear: hasYear && !isSameYear), word("to"),
            end(last, hasMonth: true, hasYear: hasYear),
        ].joined(separator: " ")
    }

    /// A day and a time of it.
    func write(_ moment: Moment, style: String?, isSpoken: Bool, today: Day) -> String {
        let time = clock(moment.minuteOfDay, isSpoken: isSpoken)
        if style == "time" { return time }
        return write(moment.day, style: style, isSpoken: isSpoken, today: today) + " " + word("at") + " " + time
    }

    /// A time of day, in minutes since midnight: "8:30 am", "5 pm"; aloud "eight thirty in the morning".
    func clock(_ minutes: Int, isSpoken: Bool) -> String {
        let minutes = (minutes % 1440 + 1440) % 1440
        let (hour, minute) = (minutes / 60, minutes % 60)
        if minutes == 0 { return word("midnight") }
        if minutes == 720 { return word("midday") }
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        guard isSpoken else {
            let figures = minute == 0 ? String(twelve) : String(twelve) + ":" + French.twoDigits(minute)
            return figures + " " + word(hour < 12 ? "am" : "pm")
        }
        let part = word(hour < 12 ? "spoken-am" : hour < 18 ? "spoken-pm" : "spoken-evening")
        let rest = minute == 0 ? "" : " " + (minute < 10 ? word("oh") + " " : "") + cardinal(minute)
        return cardinal(twelve) + rest + " " + part
    }

    /// A stretch of minutes: "45 minutes", "1 hour 30 minutes", "2 days".
    func duration(_ minutes: Int, isSpoken: Bool) -> String {
        let minutes = Int(min(minutes.magnitude, 1 << 40))
        if minutes >= 2880, minutes % 1440 == 0 { return quantity(minutes / 1440, "unit.day", isSpoken) }
        return hours(minutes, isSpoken)
    }

    private func hours(_ minutes: Int, _ isSpoken: Bool) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        let parts =
            (hours > 0 ? [quantity(hours, "unit.hour", isSpoken)] : [])
            + (rest > 0 || hours == 0 ? [quantity(rest, "unit.minute", isSpoken)] : [])
        return parts.joined(separator: " ")
    }

    /// A sum in cents: "4 euros 50".
    func money(_ cents: Int, isSpoken: Bool) -> String {
        let amount = Int(min(cents.magnitude, 1 << 50))
        let sign = cents < 0 ? word("number.minus") + " " : ""
        let (euros, rest) = (amount / 100, amount % 100)
        if euros == 0, rest > 0 { return sign + quantity(rest, "unit.cent", isSpoken) }
        let head = sign + quantity(euros, "unit.euro", isSpoken)
        return rest == 0 ? head : head + " " + (isSpoken ? cardinal(rest) : French.twoDigits(rest))
    }

    /// An amount as it was understood: "4 euros 50", "1 year and 3 months", "01 99 00 12 34".
    func write(_ amount: Amount, form: Form, today: Day) -> String {
        let isSpoken = form == .speech
        func write(_ value: Value) -> String { self.write(value, style: nil, form: form, today: today) }
        switch amount {
        case .fraction(let fraction): return number(fraction, isSpoken)
        case .money(let cents): return write(.money(cents: cents))
        case .duration(let length), .age(let length): return self.length(length, isSpoken)
        case .phone(let phone): return write(.phone(phone))
        case .email(let email): return write(.email(email))
        case .postcode(let postcode): return write(.text(postcode))
        case .address(let address): return write(.text(address.line))
        }
    }

    /// Years, months, weeks or days, then hours: "1 year and 3 months", "15 days", "18 months".
    private func length(_ length: TimeAmount, _ isSpoken: Bool) -> String {
        var parts: [String] = []
        func add(_ count: Int, _ name: String) { if count > 0 { parts.append(quantity(count, name, isSpoken)) } }
        let isYears = length.months >= 24 || length.months == 12
        add(isYears ? length.months / 12 : 0, "unit.year")
        add(isYears ? length.months % 12 : length.months, "unit.month")
        let isWeeks = length.days >= 21 && length.days % 7 == 0 && length.days <= 70
        add(isWeeks ? length.days / 7 : length.days, isWeeks ? "unit.week" : "unit.day")
        if length.seconds >= 60 { parts.append(hours(length.seconds / 60, isSpoken)) }
        if length.seconds % 60 > 0 || parts.isEmpty {
            parts.append(quantity(length.seconds % 60, "unit.second", isSpoken))
        }
        return join(parts, preposition: nil)
    }

    /// Decimals where three are enough, else the part of one that it is: "12.5", "1/3".
    private func number(_ fraction: Fraction, _ isSpoken: Bool) -> String {
        guard let thousandths = fraction.times(1000), Fraction(thousandths, over: 1000) == fraction else {
            return String(fraction.numerator) + "/" + String(fraction.denominator)
        }
        let digits = String(1000 + thousandths.magnitude % 1000).dropFirst()
        let decimals = String(digits.reversed().drop { $0 == "0" }.reversed())
        let sign = thousandths < 0 ? "-" : ""
        let text = sign + String(thousandths.magnitude / 1000) + (decimals.isEmpty ? "" : "." + decimals)
        return isSpoken ? spoken(text) : text
    }

    /// A count with its unit, of those of the word list.
    func quantity(_ count: Int, _ name: String, _ isSpoken: Bool) -> String {
        (isSpoken ? cardinal(count) : String(count)) + " " + unit(name, count)
    }

    private func needsYear(_ day: Day, today: Day) -> Bool {
        day.year != today.year && !(day > today && day <= today.adding(months: 3))
    }

    private func weekday(_ day: Day) -> String {
        words["time"]?["weekday.\(day.weekday.rawValue)"]?.first ?? String(day.weekday.rawValue)
    }

    private func month(_ day: Day) -> String { words["time"]?["month.\(day.month)"]?.first ?? String(day.month) }

    /// "26 November"; aloud "the twenty-sixth of November".
    private func dayAndMonth(_ day: Day, _ isSpoken: Bool) -> String {
        guard isSpoken else { return String(day.dayOfMonth) + " " + month(day) }
        return spokenDay(day) + " " + word("of") + " " + month(day)
    }

    private func spokenDay(_ day: Day) -> String { word("the") + " " + ordinal(day.dayOfMonth) }

    /// "2026"; aloud "twenty twenty-six", "two thousand and five".
    private func yearText(_ year: Int, _ isSpoken: Bool) -> String {
        guard isSpoken else { return String(year) }
        return year >= 2010 && year < 2100 ? cardinal(year / 100) + " " + cardinal(year % 100) : cardinal(year)
    }
}
