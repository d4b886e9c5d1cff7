import CivilTime

/// Feasts and school holidays: "Noël", "la fête des mères 2027", "les vacances de la Toussaint", "la rentrée".
extension TimeReader {
    /// The feast at a place.
    func feast(at index: Int, lead: TimeRoles, start: Int) -> (DateParts, Int)? {
        var place = index
        if has(.feastLead, at: index) {
            let next = skip([.of, .ofThe, .the], from: index + 1)
            if item(next)?.meaning.feast != nil, flows(into: next) { place = next }
        }
        guard let id = item(place)?.meaning.feast else { return nil }
        let end = place + 1
        let (year, yearEnd) = yearAfterMonth(at: end)
        if let year, let days = Feasts.days(id, in: year) {
            return (feast(id, days, isRelative: false), yearEnd)
        }
        let isLast = flows(into: end) && has(.last, at: end)
        let isNext = flows(into: end) && has(.next, at: end)
        let years = (today.year - 1...today.year + 1).compactMap { Feasts.days(id, in: $0) }
        let days =
            isLast ? years.last { $0.last < today } : years.first { isNext ? $0.first > today : $0.last >= today }
        return days.map { (feast(id, $0, isRelative: true), isLast || isNext ? end + 1 : end) }
    }

    private func feast(_ id: String, _ days: (first: Day, last: Day), isRelative: Bool) -> DateParts {
        var date = DateParts.days(days.first, days.last, .day, isRelative: isRelative)
        date.feast = id
        return date
    }

    /// Whether school holidays are named at a place; then "Noël" in their name is no feast, known or not.
    func isSchoolHoliday(at index: Int) -> Bool {
        if has([.holidays, .backToSchool], at: index) { return true }
        return (has(.school, at: index) || item(index)?.meaning.school != nil) && has(.holidays, at: index + 1)
    }

    /// A feast, a season or holidays after "prochain" or "dernier": "les prochaines vacances", "le dernier Noël".
    func nextOrLast(at index: Int) -> (DateParts, Int)? {
        guard has([.next, .last], at: index), flows(into: index + 1) else { return nil }
        let (place, step) = (index + 1, has(.next, at: index) ? 1 : -1)
        if isSchoolHoliday(at: place) { return schoolHoliday(at: place, isNamed: true, step: step) }
        if let season = item(place)?.meaning.season {
            return Periods.season(season, step, from: today).map { (DateParts(span: $0), place + 1) }
        }
        guard let id = item(place)?.meaning.feast else { return nil }
        let years = (today.year - 1...today.year + 1).compactMap { Feasts.days(id, in: $0) }
        let days = step > 0 ? years.first { $0.first > today } : years.last { $0.last < today }
        return days.map { (feast(id, $0, isRelative: true), place + 1) }
    }

    /// The school holidays at a place, as the town's calendar has them: "les vacances de Noël", "les grandes vacances".
    ///
    /// "Mes vacances" are not the school's: without a name they need an article.
    func schoolHoliday(at index: Int, isNamed: Bool, step said: Int = 0) -> (DateParts, Int)? {
        if has(.backToSchool, at: index) { return backToSchool(after: index + 1) }
        var id = has(.holidays, at: index) ? nil : item(index)?.meaning.school
        let start = has(.holidays, at: index) ? index : index + 1
        guard has(.holidays, at: start) else { return nil }
        var end = skip(.school, from: start + 1)
        let named = skip([.of, .ofThe, .the], from: end)
        if flows(into: end), named > end, let school = item(named)?.meaning.school { (id, end) = (school, named + 1) }
        let (year, yearEnd) = yearAfterMonth(at: end)
        let (step, after) = year == nil ? direction(after: end) : (0, yearEnd)
        guard isNamed || id != nil || step != 0 || end > start + 1 else { return nil }
        let holiday = year.map { year in
            calendar.schoolHolidays.first { ($0.first.year == year) && (id == nil || $0.id == id) }
        }
        guard let found = holiday ?? schoolHoliday(id, step: said == 0 ? step : said) else { return nil }
        return (.days(found.first, found.last, .week), after)
    }

    /// The day after the summer holidays, or after those that end in a month: "la rentrée", "la rentrée de janvier".
    private func backToSchool(after index: Int) -> (DateParts, Int)? {
        var end = index
        let place = skip([.of, .ofThe], from: index)
        var month: Int?
        if place > index, flows(into: index), let named = item(place)?.meaning.month {
            (month, end) = (named, place + 1)
        }
        let (year, yearEnd) = yearAfterMonth(at: end)
        let days = calendar.schoolHolidays.lazy.filter { month != nil || $0.id == "summer" }
            .map { $0.last.adding(days: 1) }
        let day = days.first {
            (year == nil ? $0 > today : $0.year == year) && (month == nil || $0.month == month)
        }
        return day.map { (.day($0), yearEnd) }
    }

    /// The place after the name of school holidays that the calendar lacks, so that their "Noël" is not read as the day.
    func endOfUnknownHoliday(at index: Int) -> Int? {
        guard has([.holidays], at: index) else { return nil }
        let named = skip([.of, .ofThe, .the], from: skip(.school, from: index + 1))
        guard flows(into: named), item(named)?.meaning.school != nil, schoolHoliday(at: index, isNamed: true) == nil
        else {
            return nil
        }
        return named + 1
    }

    private func direction(after index: Int) -> (Int, Int) {
        guard flows(into: index) else { return (0, index) }
        if has(.next, at: index) { return (1, index + 1) }
        return has(.last, at: index) ? (-1, index + 1) : (0, index)
    }

    private func schoolHoliday(_ id: String?, step: Int) -> DayCalendar.SchoolHoliday? {
        let known = calendar.schoolHolidays.filter { id == nil || $0.id == id }
        if step < 0 { return known.last { $0.last < today } }
        return known.first { step > 0 ? $0.first > today : $0.last >= today }
    }
}
