internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// What a meal costs, and until when it is booked.
extension CanteenTopic {
    func prices(_ request: TopicRequest) -> Reply {
        guard let first = records.prices.first, let evidence = rulesEvidence(request) else {
            return request.unknown("canteen.no-price")
        }
        func values(_ price: CanteenRecords.Price) -> [String: Value] {
            ["price": .money(cents: price.cents), "label": .text(price.label)]
        }
        if records.prices.count == 1 {
            return Reply(.answered, [.statement(Phrase("canteen.price", values(first)))], evidence: [evidence])
        }
        let title = Phrase("canteen.prices", ["count": .count(records.prices.count)])
        let items = records.prices.map { Phrase("canteen.price-for", values($0)) }
        return Reply(.answered, [.list(title: title, items: items)], evidence: [evidence])
    }

    func booking(_ request: TopicRequest) -> Reply {
        guard let rules = records.booking, let evidence = rulesEvidence(request) else {
            return request.unknown("canteen.no-booking")
        }
        let how = how(rules, request)
        guard request.time("date") != nil else {
            guard let (day, deadline) = nextBookable(rules, from: request.now.day, request) else {
                return request.unknown("canteen.no-booking")
            }
            let values: [String: Value] = ["day": when(day, request), "deadline": .moment(deadline)]
            return Reply(.answered, [.statement(Phrase("canteen.book-next", values))] + how, evidence: [evidence])
        }
        let days = days(request)
        guard let day = days.first(where: { !services(on: $0, request).isEmpty }) else {
            return noMealToBook(on: days[0], rules, evidence, request)
        }
        guard let deadline = deadline(for: day, rules, request) else {
            return request.unknown("canteen.no-booking")
        }
        let values: [String: Value] = ["day": when(day, request), "deadline": .moment(deadline)]
        if request.now < deadline {
            return Reply(.answered, [.statement(Phrase("canteen.book", values))] + how, evidence: [evidence])
        }
        var parts: [Reply.Part] = [.statement(Phrase("canteen.too-late", values))]
        parts += nextBooking(rules, after: day, at: Set(services(on: day, request).map(\.meal.restaurant)), request)
        return Reply(.answered, parts + how, evidence: [evidence])
    }

    private func noMealToBook(
        on day: Day, _ rules: CanteenRecords.Booking, _ evidence: Evidence, _ request: TopicRequest
    ) -> Reply {
        guard let closed = closed(on: day, request) else {
            return request.unknown("canteen.no-menu", ["day": .day(day)])
        }
        let parts = [.statement(closed)] + nextBooking(rules, after: day, request)
        return Reply(.answered, parts, evidence: [evidence])
    }

    /// The next meal that can still be booked, as a sentence.
    private func nextBooking(
        _ rules: CanteenRecords.Booking, after day: Day, at restaurants: Set<String>? = nil, _ request: TopicRequest
    ) -> [Reply.Part] {
        guard let (day, deadline) = nextBookable(rules, from: max(day, request.now.day), at: restaurants, request)
        else {
            return []
        }
        return [.statement(Phrase("canteen.book-next", ["day": when(day, request), "deadline": .moment(deadline)]))]
    }

    private func nextBookable(
        _ rules: CanteenRecords.Booking, from start: Day, at restaurants: Set<String>? = nil, _ request: TopicRequest
    ) -> (Day, Moment)? {
        let day = nextDay(from: start, at: restaurants, request) { services in
            guard let day = services.first?.meal.day, let deadline = deadline(for: day, rules, request) else {
                return false
            }
            return deadline > request.now
        }
        guard let day, let deadline = deadline(for: day, rules, request) else { return nil }
        return (day, deadline)
    }

    /// The last moment to book a meal: so many school days before it.
    ///
    /// School days are the weekdays on which the restaurants of that day serve, holidays left out. A restaurant that
    /// serves on one or two days a week only, such as a leisure centre, counts the days of all.
    private func deadline(for day: Day, _ rules: CanteenRecords.Booking, _ request: TopicRequest) -> Moment? {
        let restaurants = Set(services(on: day, request).map(\.meal.restaurant))
        let own = calendar.weekdays(of: restaurants)
        let weekdays = own.count >= 3 ? own : calendar.weekdays(of: calendar.restaurants())
        var (left, candidate) = (rules.daysBefore, day)
        for _ in 0..<120 {
            if left <= 0 { return Moment(candidate, second: rules.minute * 60) }
            candidate = candidate.adding(days: -1)
            let isSchoolDay =
                weekdays.contains(candidate.weekday) && request.calendar.publicHoliday(on: candidate) == nil
                && request.calendar.schoolHoliday(on: candidate) == nil
            if isSchoolDay { left -= 1 }
        }
        return nil
    }

    private func how(_ rules: CanteenRecords.Booking, _ request: TopicRequest) -> [Reply.Part] {
        let sentences = rules.how.map { Reply.Part.statement(.text([request.locale: $0])) }
        let link = rules.url.map { Reply.Part.link(Link(purpose: Phrase("canteen.book-online"), url: $0)) }
        return sentences + (link.map { [$0] } ?? [])
    }
}
