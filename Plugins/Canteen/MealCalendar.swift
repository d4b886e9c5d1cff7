internal import CivilTime
internal import Town

/// The meals of the records by day, and what is usual: looked up at each question, so made ready once.
struct MealCalendar {
    /// The days with a meal, in order.
    let days: [Day]
    private let meals: [Day: [CanteenRecords.Meal]]
    private let weekdays: [String: Set<Weekday>]
    private let kinds: [String: Set<String>]

    init(_ meals: [CanteenRecords.Meal]) {
        self.meals = Dictionary(grouping: meals, by: \.day)
        days = self.meals.keys.sorted()
        let restaurants = Dictionary(grouping: meals, by: \.restaurant)
        weekdays = restaurants.mapValues { Set($0.map(\.day.weekday)) }
        kinds = restaurants.mapValues { Set($0.map(\.kind)) }
    }

    /// The meals of a day, in the order of the records.
    func meals(on day: Day) -> [CanteenRecords.Meal] { meals[day] ?? [] }

    /// The restaurants that serve a kind of meal, or any.
    func restaurants(serving kind: String? = nil) -> Set<String> {
        Set(kinds.filter { kind.map($0.value.contains) ?? true }.keys)
    }

    /// The days of the week on which some restaurants serve.
    func weekdays(of restaurants: Set<String>) -> Set<Weekday> {
        restaurants.reduce(into: []) { $0.formUnion(weekdays[$1] ?? []) }
    }
}
