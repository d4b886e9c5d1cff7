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

    /// The school holidays at a place, as the town's calendar has them: "les vacances de Noël", "les grandes vacances".
    ///
    /// "Mes vacances" are not the school's: without a name they need an article.
    func schoolHoliday(at index: Int, isNamed: Bool) -> (DateParts, Int)? {
        if has(.backToSchool, at: index) {
            let last = calendar.schoolHolidays.first { $0.id == "summer" && $0.last >= today }?.last
            return last.map { (.day($0.adding(days: 1)), index + 1) }
        }
        var id = has(.holidays, at: index) ? nil : item(index)?.meaning.school
        let start = has(.holidays, at: index) ? index : index + 1
        guard has(.holidays, at: start) else { return nil }
        var end = skip(.school, from: start + 1)
        let named = skip([.of, .ofThe, .the], from: end)
        if flows(into: end), named > end, let school = item(named)?.meaning.school { (id, end) = (school, named + 1) }
        let (step, after) = direction(after: end)
        guard isNamed || id != nil || step != 0 || end > start + 1 else { return nil }
        guard let holiday = schoolHoliday(id, step: step) else { return nil }
        return (.days(holiday.first, holiday.last, .week), after)
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
