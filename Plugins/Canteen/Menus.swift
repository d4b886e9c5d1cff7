internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// What is for lunch, on a day or over a week, for all or for a diet.
extension CanteenTopic {
    func menu(_ request: TopicRequest) -> Reply {
        if let diet = request.entity("diet") { return menu(for: diet, request) }
        let days = days(request)
        return days.count == 1 ? menu(on: days[0], request) : menus(on: days, request)
    }

    private func menu(on day: Day, _ request: TopicRequest) -> Reply {
        let services = services(on: day, request)
        guard let service = services.first else { return noMeal(on: day, request) }
        guard services.count == 1 else { return askSchool(services, request) }
        return Reply(
            .answered, menu(of: service, place: place(of: services, request), request), evidence: services.evidence)
    }

    /// A meal, a course a sentence.
    func menu(of service: Service, place: Value?, _ request: TopicRequest) -> [Reply.Part] {
        menu(service.meal, title: "canteen.menu", place, [:], request)
    }

    private func menu(
        _ meal: CanteenRecords.Meal, title: String, _ place: Value?, _ more: [String: Value], _ request: TopicRequest
    ) -> [Reply.Part] {
        var values = more.merging(["day": when(meal.day, request)]) { own, _ in own }
        if let place { values["school"] = place }
        if meal.kind != MenuWords.lunch { values["meal"] = .term("canteen." + meal.kind) }
        guard meal.courses.contains(where: { $0.course != .other }) else {
            values["dishes"] = .list(meal.dishes.map { .text($0.name) })
            return [.statement(Phrase("canteen.plain-menu", values))]
        }
        let rows = meal.courses.map { course, dishes in
            Reply.Row(
                head: Phrase("canteen.course", ["course": .term("canteen." + course.rawValue + "-bare")]),
                body: Phrase("canteen.dishes", ["dishes": together(dishes)]))
        }
        return [.schedule(title: Phrase(title, values), rows: rows)]
    }

    /// The dishes of a course: main dishes are a choice, a side goes with them.
    private func together(_ dishes: [CanteenRecords.Dish]) -> Value {
        let mains = dishes.filter { $0.kind == MenuWords.main }
        guard mains.count > 1 else { return .list(dishes.map { .text($0.name) }) }
        let choice = mains.dropFirst().reduce(Value.text(mains[0].name)) { first, dish in
            .phrase(Phrase("canteen.or", ["first": first, "second": .text(dish.name)]))
        }
        let sides = dishes.filter { $0.kind != MenuWords.main }
        guard !sides.isEmpty else { return choice }
        return .phrase(Phrase("canteen.with", ["main": choice, "sides": .list(sides.map { .text($0.name) })]))
    }

    /// The main dishes of several days, a day a sentence; the whole menus on request.
    private func menus(on days: [Day], _ request: TopicRequest) -> Reply {
        var rows: [Reply.Row] = []
        var details: [Reply.Part] = []
        var evidence: [Evidence] = []
        for day in days {
            let services = services(on: day, request)
            guard let service = services.first else {
                if request.calendar.publicHoliday(on: day) != nil, !day.weekday.isWeekend {
                    rows.append(Reply.Row(head: head(day, nil), body: Phrase("canteen.row-closed")))
                }
                continue
            }
            let main = mainDish(of: service.meal)
            guard services.allSatisfy({ mainDish(of: $0.meal) == main }) else { return askSchool(services, request) }
            let place = place(of: services, request)
            rows.append(Reply.Row(head: head(day, place), body: main))
            if services.count == 1 { details += menu(of: service, place: place, request) }
            evidence += services.evidence.filter { !evidence.contains($0) }
        }
        guard !evidence.isEmpty, let first = days.first, let last = days.last else {
            return noMeal(on: days[0], request)
        }
        let title = Phrase("canteen.week", ["days": .days(first, last)])
        return Reply(.answered, [.schedule(title: title, rows: rows)], details: details, evidence: evidence)
    }

    private func head(_ day: Day, _ place: Value?) -> Phrase {
        Phrase("canteen.row-day", place.map { ["day": .day(day), "school": $0] } ?? ["day": .day(day)])
    }

    private func mainDish(of meal: CanteenRecords.Meal) -> Phrase {
        let dishes = meal.courses.first { $0.course == .main }?.dishes ?? meal.dishes
        return Phrase("canteen.dishes", ["dishes": together(dishes)])
    }
}

/// Menus for a diet, by what the kitchen says of each dish.
extension CanteenTopic {
    private func menu(for diet: String, _ request: TopicRequest) -> Reply {
        guard request.time("date") != nil else {
            let start = days(request)[0]
            let day = nextDay(from: start, request) { services in
                services.contains { $0.meal.suiting(diet).hasMain }
            }
            return menu(for: diet, on: day ?? start, request)
        }
        let days = days(request).filter { !services(on: $0, request).isEmpty }
        guard days.count > 1 else { return menu(for: diet, on: days.first ?? self.days(request)[0], request) }
        return menus(for: diet, on: days, request)
    }

    private func menu(for diet: String, on day: Day, _ request: TopicRequest) -> Reply {
        let services = services(on: day, request)
        guard let service = services.first else { return noMeal(on: day, request) }
        guard services.contains(where: { $0.meal.hasDiets }) else {
            return request.unknown("canteen.no-diets", ["day": .day(day)])
        }
        let suiting = services.map { $0.meal.suiting(diet) }
        guard suiting.allSatisfy({ $0.dishes == suiting[0].dishes }) else { return askSchool(services, request) }
        let place = place(of: services, request)
        guard suiting[0].hasMain || !service.meal.hasMain else {
            let phrase = Phrase("canteen.diet-none", ["day": when(day, request), "diet": MenuWords.diet(diet)])
            return Reply(.answered, [.statement(phrase)], evidence: services.evidence)
        }
        let parts = menu(suiting[0], title: "canteen.menu-diet", place, ["diet": MenuWords.diet(diet)], request)
        return Reply(.answered, parts, evidence: services.evidence)
    }

    private func menus(for diet: String, on days: [Day], _ request: TopicRequest) -> Reply {
        var rows: [Reply.Row] = []
        var evidence: [Evidence] = []
        for day in days {
            let services = services(on: day, request)
            let suiting = services.map { $0.meal.suiting(diet) }
            guard let meal = suiting.first else { continue }
            guard suiting.allSatisfy({ mainDish(of: $0) == mainDish(of: meal) }) else {
                return askSchool(services, request)
            }
            let body: Phrase
            if !services.contains(where: { $0.meal.hasDiets }) {
                body = Phrase("canteen.row-unknown")
            } else {
                body = meal.hasMain ? mainDish(of: meal) : Phrase("canteen.row-none", ["diet": MenuWords.diet(diet)])
            }
            rows.append(Reply.Row(head: head(day, place(of: services, request)), body: body))
            evidence += services.evidence.filter { !evidence.contains($0) }
        }
        let title = Phrase(
            "canteen.week-diet", ["days": .days(days[0], days[days.count - 1]), "diet": MenuWords.diet(diet)])
        return Reply(.answered, [.schedule(title: title, rows: rows)], evidence: evidence)
    }
}
