internal import CivilTime
internal import Language
internal import OpenData
internal import TopicKit
internal import Town

/// Whether a place is open: now, at a time, on a day, or in a stretch of days.
extension PlaceAnswer {
    func opening() -> Reply {
        guard let hours = place.hours else { return unknown("hours.no-hours") }
        guard let span = request.time("date") else { return now(hours) }
        guard evidence.isValid(on: span.lastDay) else { return unknown("hours.not-yet", ["day": .day(span.lastDay)]) }
        if !span.isOneDay { return schedule(hours, from: span.firstDay, to: span.lastDay) }
        let isExact = [.second, .minute, .hour].contains(span.grain)
        if isExact, span.start <= request.now, request.now < max(span.end, span.start.adding(minutes: 1)) {
            return now(hours)
        }
        if span.lastDay < today { return past(hours, span.firstDay) }
        if isExact { return at(span.start, hours) }
        return day(hours, span)
    }

    func dayHours(_ hours: OpeningHours, _ day: Day) -> DayHours { DayHours(hours, on: day, request: request) }

    // MARK: Now

    private func now(_ hours: OpeningHours) -> Reply {
        let minute = request.now.minuteOfDay
        let day = dayHours(hours, today)
        // A night that began yesterday still counts.
        let night = dayHours(hours, today.adding(days: -1)).openings.first { $0.contains(minute + 1440) }
        let current = day.openings.first { $0.contains(minute) } ?? night
        let later = day.openings.filter { $0.start > minute }
        guard let current else {
            guard let next = later.first else { return closedNow(hours, day) }
            let opens = statement("hours.opens-today", ["hours": .phrase(next.phrase)])
            return answered([statement("hours.closed-now"), opens] + again(later.dropFirst()))
        }
        if current.state.isOpenEnd || (current.start == 0 && current.end == 1440) {
            return answered([statement("hours.open-now")] + comment(current.state))
        }
        let until = statement("hours.open-until", ["until": .clock(current.end)])
        return answered([until] + comment(current.state) + again(later[...]))
    }

    /// On what an opening depends, where the town says so.
    private func comment(_ state: OpeningState) -> [Reply.Part] {
        guard let comment = state.comment else {
            return state.kind == .unknown && !state.isOpenEnd ? [statement("hours.unsure")] : []
        }
        return [statement("hours.depends", ["comment": .text(comment)])]
    }

    private func again(_ later: ArraySlice<OpeningInterval>) -> [Reply.Part] {
        guard !later.isEmpty else { return [] }
        return [statement("hours.again", ["hours": .list(later.map { .phrase($0.phrase) })])]
    }

    private func closedNow(_ hours: OpeningHours, _ day: DayHours) -> Reply {
        var values: [String: Value] = [:]
        if let reason = day.reason { values["reason"] = .phrase(reason) }
        return answered([statement("hours.closed-now", values)] + next(hours, after: today))
    }

    // MARK: A day or a time of it

    private func day(_ hours: OpeningHours, _ span: TimeSpan) -> Reply {
        let day = dayHours(hours, span.firstDay)
        guard !day.isClosed else { return closed(hours, day) }
        let (from, to) = (span.start.minuteOfDay, span.end.day > span.firstDay ? 1440 : span.end.minuteOfDay)
        let meant = day.openings.filter { $0.start < to && from < $0.end }
        guard !meant.isEmpty else {
            let part = Value.phrase(Phrase("hours." + partOfDay(span)))
            return answered([statement("hours.closed-part", ["day": when(day.day), "part": part]), hoursOfDay(day)])
        }
        var parts = open(day, meant)
        if day.day == today, meant.allSatisfy({ $0.end <= request.now.minuteOfDay }) {
            parts =
                [statement("hours.over", ["hours": .list(meant.map { .phrase($0.phrase) })])]
                + next(hours, after: today)
        }
        return answered(parts)
    }

    private func partOfDay(_ span: TimeSpan) -> String {
        switch span.start.hour {
        case ..<12: "morning"
        case ..<18: "afternoon"
        default: "evening"
        }
    }

    /// One stretch fits in the answer's own sentence; several need another one.
    private func open(_ day: DayHours, _ openings: [OpeningInterval]) -> [Reply.Part] {
        let words = Value.list(openings.map { .phrase($0.phrase) })
        if openings.count == 1 { return [statement("hours.open-day", ["day": when(day.day), "hours": words])] }
        return [statement("hours.open-on", ["day": when(day.day)]), statement("hours.hours", ["hours": words])]
    }

    private func hoursOfDay(_ day: DayHours) -> Reply.Part { statement("hours.that-day", ["hours": day.words]) }

    private func closed(_ hours: OpeningHours, _ day: DayHours) -> Reply {
        var values = ["day": when(day.day)]
        if let reason = day.reason { values["reason"] = .phrase(reason) }
        return answered([statement("hours.closed-day", values)] + next(hours, after: day.day))
    }

    private func at(_ moment: Moment, _ hours: OpeningHours) -> Reply {
        let day = dayHours(hours, moment.day)
        guard !day.isClosed else { return closed(hours, day) }
        guard let current = day.openings.first(where: { $0.contains(moment.minuteOfDay) }) else {
            return answered([statement("hours.closed-at", ["at": .moment(moment)]), hoursOfDay(day)])
        }
        return answered(
            [statement("hours.open-at", ["at": .moment(moment)])] + comment(current.state) + [hoursOfDay(day)])
    }

    private func past(_ hours: OpeningHours, _ date: Day) -> Reply {
        let day = dayHours(hours, date)
        var values = ["day": Value.day(date), "hours": day.words]
        if let reason = day.reason { values["reason"] = .phrase(reason) }
        return answered([statement(day.isClosed ? "hours.was-closed" : "hours.was-open", values)])
    }

    /// When a closed place next opens, in the weeks that the record holds.
    private func next(_ hours: OpeningHours, after day: Day) -> [Reply.Part] {
        for date in day.adding(days: 1)...day.adding(days: 100) where evidence.isValid(on: date) {
            let next = dayHours(hours, date)
            guard !next.isClosed else { continue }
            if next.openings.count == 1 {
                return [statement("hours.next", ["day": when(date), "hours": next.words])]
            }
            return [statement("hours.next-on", ["day": when(date)]), statement("hours.hours", ["hours": next.words])]
        }
        return []
    }

    // MARK: Several days

    /// The seven days from today, or those that were asked for.
    func week() -> Reply {
        guard let hours = place.hours else { return unknown("hours.no-hours") }
        let span = request.time("date")
        let first = span?.firstDay ?? today
        let last = span.map { max($0.lastDay, first) } ?? today.adding(days: 6)
        guard evidence.isValid(on: first) else { return unknown("hours.not-yet", ["day": .day(first)]) }
        if let span, span.isOneDay { return opening() }
        return schedule(hours, from: first, to: last)
    }

    /// The longest stretch that is told day by day.
    private static let longestSchedule = 31

    /// Days one after the other, those with the same hours as one.
    private func schedule(_ hours: OpeningHours, from first: Day, to last: Day) -> Reply {
        let start = last < today ? first : max(first, today)
        let end = min(last, start.adding(days: Self.longestSchedule - 1))
        var runs: [(first: DayHours, last: Day)] = []
        for day in start...end where evidence.isValid(on: day) {
            let hours = dayHours(hours, day)
            if let run = runs.last, run.first.isSame(as: hours) {
                runs[runs.count - 1].last = day
            } else {
                runs.append((hours, day))
            }
        }
        if let only = runs.first, runs.count == 1, start < end { return all(start, end, only.first) }
        let title = Phrase("hours.schedule", ["place": noun, "days": .days(start, end)])
        return answered([.schedule(title: title, rows: runs.map { row($0.first, to: $0.last) })])
    }

    /// Every day alike: one sentence says it.
    private func all(_ first: Day, _ last: Day, _ hours: DayHours) -> Reply {
        var values: [String: Value] = ["day": .days(first, last), "hours": hours.words]
        if let reason = hours.reason { values["reason"] = .phrase(reason) }
        if hours.isClosed { return answered([statement("hours.closed-day", values)]) }
        if hours.openings.count == 1 { return answered([statement("hours.open-day", values)]) }
        return answered([statement("hours.open-on", values), statement("hours.every-day", values)])
    }

    private func row(_ hours: DayHours, to last: Day) -> Reply.Row {
        let head =
            hours.day == last
            ? Phrase("hours.row-day", ["day": .day(last)]) : Phrase("hours.row-days", ["days": .days(hours.day, last)])
        guard hours.isClosed else {
            return Reply.Row(head: head, body: Phrase("hours.row-open", ["hours": hours.words]))
        }
        var values = ["place": noun]
        if let reason = hours.reason { values["reason"] = .phrase(reason) }
        return Reply.Row(head: head, body: Phrase("hours.row-closed", values))
    }
}
