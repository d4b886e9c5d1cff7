internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// Days without a meal: closed when the calendar explains it, otherwise unknown.
extension CanteenTopic {
    /// That there is no meal on a day, and the next one's menu; unknown where a meal should have been published.
    func noMeal(on day: Day, _ request: TopicRequest) -> Reply {
        guard let closed = closed(on: day, request) else {
            return request.unknown("canteen.no-menu", ["day": .day(day)])
        }
        var parts = [Reply.Part.statement(closed)]
        guard let next = nextDay(from: max(day, request.now.day), request) else {
            return rulesEvidence(request).map { Reply(.answered, parts, evidence: [$0]) }
                ?? request.unknown("canteen.no-menu", ["day": .day(day)])
        }
        let services = services(on: next, request)
        if services.count == 1, let service = services.first {
            parts += menu(of: service, place: place(of: services, request), request)
        } else {
            parts.append(.statement(Phrase("canteen.next-meal", ["day": when(next, request)])))
        }
        return Reply(.answered, parts, evidence: services.evidence)
    }

    /// That the canteen is closed on a day; nil when nothing explains that it has no meal.
    func closed(on day: Day, _ request: TopicRequest) -> Phrase? {
        var values = ["day": when(day, request)]
        if let school = school(request) { values["school"] = .noun(Noun(school.name)) }
        if request.calendar.publicHoliday(on: day) != nil { return Phrase("canteen.closed-holiday", values) }
        if request.calendar.schoolHoliday(on: day) != nil { return Phrase("canteen.closed-break", values) }
        let restaurants = school(request).map { [$0.restaurant] } ?? calendar.restaurants()
        guard !calendar.weekdays(of: restaurants).contains(day.weekday), let first = records.meals.first?.day,
            let last = records.meals.last?.day, first <= day, day <= last
        else { return nil }
        return Phrase("canteen.closed", values)
    }
}
