import CivilTime

/// Dates in figures: "2026-07-14", "14/07/2027", "14/07", "14.07.2027", "17 02".
extension TimeReader {
    /// The date in figures at a place.
    func numericDate(at index: Int, lead: TimeRoles) -> (DateParts, Int)? {
        guard let first = item(index)?.number, first.figures > 0, !items[index].isTight,
            index == 0 || items[index - 1].link != .slash || items[index].link != .slash
        else { return nil }
        let numbers = run(at: index)
        if numbers.count == 3, first.figures == 4 {
            return date(first.value, numbers[1].value, numbers[2].value, end: index + 3)
        }
        guard first.figures <= 2, (1...31).contains(first.value), numbers.count == 2 || numbers.count == 3 else {
            return nil
        }
        let second = numbers[1]
        if numbers.count == 3 {
            let year = numbers[2]
            guard second.figures <= 2, year.figures == 2 || year.figures == 4 else { return nil }
            let full = year.figures == 2 ? fullYear(year.value) : year.value
            // "4/22/2027" can only have its month first.
            let isMonthFirst = year.figures == 4 && first.value <= 12 && (13...31).contains(second.value)
            return isMonthFirst
                ? date(full, first.value, second.value, end: index + 3)
                : date(full, second.value, first.value, end: index + 3)
        }
        if second.figures == 4 { return monthOfYear(first, second, at: index) }
        guard second.figures <= 2, (1...12).contains(second.value), isPairDate(at: index, lead: lead),
            first.value <= Day.length(ofMonth: second.value, year: 2000)
        else { return nil }
        return (DateParts(day: first.value, month: second.value), index + 2)
    }

    private func date(_ year: Int, _ month: Int, _ day: Int, end: Int) -> (DateParts, Int)? {
        guard (1000...2999).contains(year), let date = Day(year, month, day) else { return nil }
        return (.day(date, isRelative: false), end)
    }

    /// "09/2027", but not the number of a file: "n° 9/2027".
    private func monthOfYear(_ month: TimeItem.Number, _ year: TimeItem.Number, at index: Int) -> (DateParts, Int)? {
        let isNumber = index > 0 && (items[index - 1].link == .sign || has([.numberSign, .dial], at: index - 1))
        guard items[index].link == .slash, (1...12).contains(month.value), (1900...2199).contains(year.value), !isNumber
        else { return nil }
        return (DateParts(month: month.value, year: year.value), index + 2)
    }

    /// The numbers joined by the same sign, or by spaces when they are all that is said.
    private func run(at index: Int) -> [TimeItem.Number] {
        let link = items[index].link
        guard [.slash, .hyphen, .stop].contains(link) || (link == .space && standsAlone(at: index)) else { return [] }
        var numbers: [TimeItem.Number] = []
        var place = index
        while let number = item(place)?.number, number.figures > 0, numbers.count < 5 {
            numbers.append(number)
            guard items[place].link == link, !items[place].isTight else { break }
            place += 1
        }
        // A hyphen between two numbers is a range ("13-15"), a point is a decimal or a phone number.
        return numbers.count == 2 && link != .slash && link != .space ? [] : numbers
    }

    /// Whether only figures are said, with an article at most: "le 17 02" is a date, "3 12 ans" is not.
    private func standsAlone(at index: Int) -> Bool {
        (2...3).contains(items.count - index)
            && items[index...].allSatisfy { $0.number.map { $0.figures > 0 } ?? false }
            && items[..<index].allSatisfy { !$0.roles.isDisjoint(with: .light) && $0.number == nil }
    }

    /// Whether two numbers are a day and a month: not "1/2 journée", "3/4 d'heure", "7/7", "les 2/3", "noté 8/10".
    private func isPairDate(at index: Int, lead: TimeRoles) -> Bool {
        if lead.contains(.plural) || (index > 0 && has(.mark, at: index - 1)) { return false }
        if lead.contains(.the) || lead.contains(.ofThe) { return true }
        let (first, second) = (items[index], items[index + 1])
        let isOneFigure = first.number?.figures == 1 && second.number?.figures == 1
        if isOneFigure, first.link == .slash { return false }
        guard let next = item(index + 2), flows(into: index + 2) else { return true }
        return next.meaning.unit == nil && next.roles.isDisjoint(with: [.street, .counted])
    }
}
