internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// What the kitchen declares of the allergens in a meal; what it has not filled in is unknown.
extension CanteenTopic {
    func allergens(_ request: TopicRequest) -> Reply {
        let days = days(request)
        let served = days.filter { !wholeDays(on: $0, request).isEmpty }
        guard let day = served.first else { return noMeal(on: days[0], request) }
        // Of several allergens none may be passed over: the whole list answers.
        guard let allergen = request.entity("allergen").flatMap({ Allergen(id: $0) }),
            request.slots["allergen"]?.others.isEmpty ?? true
        else { return declared(on: day, request) }
        return served.count == 1 ? answer(allergen, on: day, request) : answer(allergen, on: served, request)
    }

    private func answer(_ allergen: Allergen, on day: Day, _ request: TopicRequest) -> Reply {
        let services = wholeDays(on: day, request)
        let verdicts = services.map { verdict(allergen, in: $0.meal) }
        guard verdicts.allSatisfy({ $0 == verdicts[0] }) else { return askSchool(services, request) }
        let values: [String: Value] = ["day": .day(day), "allergen": allergen.term, "bare": allergen.bare]
        switch verdicts[0] {
        case .contains(let courses, let dishes):
            let contains = values.merging(["courses": .list(courses.map(\.term))]) { own, _ in own }
            var parts = [Reply.Part.statement(Phrase("canteen.contains", contains))]
            if !dishes.isEmpty {
                parts.append(.statement(Phrase("canteen.contains-dishes", ["dishes": .list(dishes.map { .text($0) })])))
            }
            return Reply(.answered, parts, evidence: services.evidence)
        case .notDeclared:
            return Reply(
                .answered, [.statement(Phrase("canteen.not-declared", values))], evidence: services.evidence)
        case .unknown(let dishes):
            return undeclared(dishes, on: day, services, request)
        }
    }

    /// That the kitchen has not said, of all dishes or of some.
    private func undeclared(_ dishes: [String], on day: Day, _ services: [Service], _ request: TopicRequest) -> Reply {
        let phrase =
            dishes.isEmpty
            ? Phrase("canteen.undeclared", ["day": .day(day)])
            : Phrase("canteen.undeclared-dishes", ["day": .day(day), "dishes": .list(dishes.map { .text($0) })])
        return Reply(
            .unknown,
            [.statement(phrase), .statement(Phrase("canteen.ask-canteen")), .contact(request.profile.contact)],
            evidence: services.evidence)
    }

    /// The verdict of each day, a day a sentence.
    private func answer(_ allergen: Allergen, on days: [Day], _ request: TopicRequest) -> Reply {
        var rows: [Reply.Row] = []
        var evidence: [Evidence] = []
        for day in days {
            let services = wholeDays(on: day, request)
            let verdicts = services.map { verdict(allergen, in: $0.meal) }
            guard let verdict = verdicts.first else { continue }
            guard verdicts.allSatisfy({ $0 == verdict }) else { return askSchool(services, request) }
            let body =
                switch verdict {
                case .contains(_, let dishes): contained(dishes)
                case .notDeclared: Phrase("canteen.row-not-declared")
                case .unknown: Phrase("canteen.row-unknown")
                }
            rows.append(Reply.Row(head: Phrase("canteen.row-day", ["day": .day(day)]), body: body))
            evidence += services.evidence.filter { !evidence.contains($0) }
        }
        let title = Phrase("canteen.week-allergen", ["allergen": allergen.term])
        return Reply(.answered, [.schedule(title: title, rows: rows)], evidence: evidence)
    }

    private func contained(_ dishes: [String]) -> Phrase {
        dishes.isEmpty
            ? Phrase("canteen.row-contains-bread")
            : Phrase("canteen.row-contains", ["dishes": .list(dishes.map { .text($0) })])
    }

    private func verdict(_ allergen: Allergen, in meal: CanteenRecords.Meal) -> Verdict {
        let with = meal.dishes.filter { $0.allergens?.contains(allergen.rawValue) == true }
        if !with.isEmpty {
            let courses = Course.allCases.filter { course in with.contains { Course($0.kind) == course } }
            return .contains(courses, with.filter { Course($0.kind) != .bread }.map(\.name))
        }
        let open = meal.dishes.filter { $0.allergens == nil }.map(\.name)
        return open.isEmpty ? .notDeclared : .unknown(open.count == meal.dishes.count ? [] : open)
    }

    /// Every allergen that the kitchen declares for a day.
    private func declared(on day: Day, _ request: TopicRequest) -> Reply {
        let services = wholeDays(on: day, request)
        let found = services.map { service in
            Allergen.allCases.filter { verdict($0, in: service.meal).isContained }
        }
        let open = services.map { $0.meal.dishes.filter { $0.allergens == nil }.map(\.name) }
        guard found.allSatisfy({ $0 == found[0] }), open.allSatisfy({ $0 == open[0] }) else {
            return askSchool(services, request)
        }
        if found[0].isEmpty, !open[0].isEmpty {
            let isWhole = open[0].count == services[0].meal.dishes.count
            return undeclared(isWhole ? [] : open[0], on: day, services, request)
        }
        guard !found[0].isEmpty else {
            return Reply(
                .answered, [.statement(Phrase("canteen.none-declared", ["day": .day(day)]))],
                evidence: services.evidence)
        }
        let title = Phrase("canteen.declared", ["day": .day(day), "count": .count(found[0].count)])
        var parts: [Reply.Part] = [
            .list(title: title, items: found[0].map { Phrase("canteen.allergen", ["allergen": $0.term]) })
        ]
        if !open[0].isEmpty {
            parts.append(
                .statement(Phrase("canteen.undeclared-rest", ["dishes": .list(open[0].map { .text($0) })])))
        }
        return Reply(.answered, parts, evidence: services.evidence)
    }
}

/// What a meal's records say of one allergen.
private enum Verdict: Equatable {
    /// These courses contain it, in these dishes; bread, which needs no name, is a course only.
    case contains([Course], [String])
    /// Every dish is declared, none with it.
    case notDeclared
    /// No declared dish contains it, but these dishes are not declared; all of them when empty.
    case unknown([String])

    var isContained: Bool {
        if case .contains = self { true } else { false }
    }
}
