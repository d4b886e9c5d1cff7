internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// One meal as it is served: the schools that get the same dishes share it.
struct Service {
    let meal: CanteenRecords.Meal
    let schools: [CanteenRecords.School]
    let evidence: Evidence
}

/// Which meals a question is about.
extension CanteenTopic {
    /// Until this hour, a question without a date is about today's meal.
    private static let lunchIsOverHour = 14
    /// The most days that are told one by one.
    private static let mostDays = 7

    /// The services of a day, one for each different set of dishes, as far as a source vouches for them.
    ///
    /// Without a meal that is named, lunch is meant.
    func services(on day: Day, _ request: TopicRequest) -> [Service] {
        let meals = meals(on: day, request)
        let isLunchServed = meals.contains { $0.kind == MenuWords.lunch }
        let kind = request.entity("meal") ?? (isLunchServed ? MenuWords.lunch : nil)
        return shared(meals.filter { kind == nil || $0.kind == kind })
    }

    /// The same with everything that is eaten that day, the afternoon snack too, unless a meal is named.
    func wholeDays(on day: Day, _ request: TopicRequest) -> [Service] {
        guard request.entity("meal") == nil else { return services(on: day, request) }
        var days: [CanteenRecords.Meal] = []
        for meal in meals(on: day, request) {
            if let same = days.firstIndex(where: { $0.restaurant == meal.restaurant && $0.source == meal.source }) {
                days[same] = CanteenRecords.Meal(
                    day: day, kind: MenuWords.lunch, restaurant: meal.restaurant,
                    dishes: days[same].dishes + meal.dishes,
                    source: meal.source)
            } else {
                days.append(meal)
            }
        }
        return shared(days)
    }

    /// The meals of a day at the school that was named, or at all, that a valid source vouches for.
    private func meals(on day: Day, _ request: TopicRequest) -> [CanteenRecords.Meal] {
        let restaurant = school(request)?.restaurant
        return calendar.meals(on: day).filter { meal in
            guard restaurant == nil || meal.restaurant == restaurant, let evidence = sources[meal.source]
            else { return false }
            return evidence.isValid(on: request.now.day) && evidence.isValid(on: day)
        }
    }

    /// Meals with the same dishes as one service of several schools.
    private func shared(_ meals: [CanteenRecords.Meal]) -> [Service] {
        var result: [Service] = []
        for meal in meals {
            guard let evidence = sources[meal.source] else { continue }
            let schools = records.schools.filter { $0.restaurant == meal.restaurant }
            if let same = result.firstIndex(where: { $0.meal.kind == meal.kind && $0.meal.dishes == meal.dishes }) {
                let merged = result[same].schools + schools
                result[same] = Service(meal: result[same].meal, schools: merged, evidence: result[same].evidence)
            } else {
                result.append(Service(meal: meal, schools: schools, evidence: evidence))
            }
        }
        return result
    }

    /// The days that are meant: those said, a week at most and without what is past of it; otherwise the next meal.
    func days(_ request: TopicRequest) -> [Day] {
        let today = request.now.day
        if let span = request.time("date") {
            let first = span.firstDay < today && today <= span.lastDay ? today : span.firstDay
            return Array(first...min(span.lastDay, first.adding(days: CanteenTopic.mostDays - 1)))
        }
        let start = request.now.hour < CanteenTopic.lunchIsOverHour ? today : today.adding(days: 1)
        return nextDay(from: start, request).map { [$0] } ?? [start]
    }

    /// The first day from `start` on that has a meal of the usual restaurants, and one that fits.
    func nextDay(
        from start: Day, at restaurants: Set<String>? = nil, _ request: TopicRequest,
        where fits: ([Service]) -> Bool = { !$0.isEmpty }
    ) -> Day? {
        let restaurants = restaurants ?? usualRestaurants(request)
        return calendar.days.first { day in
            day >= start && calendar.meals(on: day).contains { restaurants.contains($0.restaurant) }
                && fits(services(on: day, request))
        }
    }

    /// The restaurants that are meant when no day is named: that of the school, or those that serve most of the week.
    ///
    /// A leisure centre that serves on Wednesdays only is answered for when its day or its name is said.
    func usualRestaurants(_ request: TopicRequest) -> Set<String> {
        if let school = school(request) { return [school.restaurant] }
        let all = calendar.restaurants(serving: request.entity("meal"))
        let usual = all.filter { calendar.weekdays(of: [$0]).count >= 3 }
        return usual.isEmpty ? all : usual
    }

    /// The question which school is meant, among those that are served differently on these days.
    func askSchool(_ services: [Service], _ request: TopicRequest) -> Reply {
        let served = records.schools.filter { school in services.contains { $0.schools.contains(school) } }
        let choices = served.map { school in
            Question.Choice(id: school.id, label: .text([request.locale: school.name]), names: school.aliases)
        }
        return .asking(Question(slot: "school", prompt: Phrase("canteen.ask-school"), choices: choices))
    }

    /// The school to name in an answer: the only one that is served, unless the person named it.
    func place(of services: [Service], _ request: TopicRequest) -> Value? {
        let schools = services.flatMap(\.schools)
        guard school(request) == nil, let only = schools.first, schools.count == 1, records.schools.count > 1 else {
            return nil
        }
        return .noun(Noun(only.name))
    }

    /// A day, with "aujourd'hui" or "demain" before it where that is so.
    func when(_ day: Day, _ request: TopicRequest) -> Value {
        switch day.number - request.now.day.number {
        case 0: .phrase(Phrase("canteen.today", ["day": .day(day)]))
        case 1: .phrase(Phrase("canteen.tomorrow", ["day": .day(day)]))
        default: .day(day)
        }
    }
}

extension [Service] {
    /// Where the meals come from, each source once.
    var evidence: [Evidence] {
        reduce(into: []) { list, service in
            if !list.contains(service.evidence) { list.append(service.evidence) }
        }
    }
}
