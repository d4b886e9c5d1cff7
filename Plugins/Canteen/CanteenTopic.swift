internal import CivilTime
internal import Language
public import TopicKit
public import Town

/// What the town's canteens serve, what is in it, what it costs and when to book it.
///
/// Without a date, a question is about today until two in the afternoon and about the next meal afterwards. Without a
/// school, the answer is for all of them; the school is asked for only where their answers differ. An allergen that the
/// kitchen has not declared is unknown, never absent.
public struct CanteenTopic: Topic {
    let records: CanteenRecords
    let sources: [String: Evidence]
    let calendar: MealCalendar

    /// Makes the topic for one town.
    ///
    /// - Parameters:
    ///   - records: what the town says of its canteens.
    ///   - sources: where each file comes from.
    public init(records: CanteenRecords, sources: [String: Evidence]) {
        (self.records, self.sources, calendar) = (records, sources, MealCalendar(records.meals))
    }

    /// The intents, and the slots with the town's schools.
    public var manifest: Manifest {
        let dishes = records.meals.flatMap(\.dishes)
        return Manifest(
            id: "canteen",
            intents: [
                Intent("canteen.menu", optional: ["date", "school", "meal", "diet", "allergen"]),
                Intent("canteen.allergens", optional: ["allergen", "date", "school", "meal"]),
                Intent("canteen.price"),
                Intent("canteen.booking", optional: ["date", "school"]),
            ],
            slots: [
                // Named by the language: what tells a question on the canteen from one on anything else.
                Slot("subject", .entity),
                Slot("date", .time),
                Slot("school", .entity, entries: schoolEntries, isKept: true),
                Slot("meal", .entity, entries: Set(records.meals.map(\.kind)).sorted().map { Entry(id: $0) }),
                Slot("diet", .entity, entries: Set(dishes.flatMap(\.diets)).sorted().map { Entry(id: $0) }),
                Slot("allergen", .entity, entries: Allergen.allCases.map { Entry(id: $0.id) }),
            ])
    }

    /// Answers one question.
    public func reply(to request: TopicRequest) async -> Reply {
        switch request.intent {
        // "Y a des arachides vendredi ?" may come as a question about the menu; what is in it must not be passed over.
        case "canteen.menu" where request.entity("allergen") != nil: allergens(request)
        case "canteen.menu": menu(request)
        case "canteen.allergens": allergens(request)
        case "canteen.price": prices(request)
        case "canteen.booking": booking(request)
        default: request.unknown("canteen.unknown")
        }
    }

    /// Where the prices and the rules come from, or nil when no valid source vouches for them.
    func rulesEvidence(_ request: TopicRequest) -> Evidence? {
        guard let evidence = sources["canteen/canteen.yaml"], evidence.isValid(on: request.now.day) else { return nil }
        return evidence
    }

    /// The school that was named, now or before, or nil.
    func school(_ request: TopicRequest) -> CanteenRecords.School? {
        request.entity("school").flatMap { id in records.schools.first { $0.id == id } }
    }

    private var schoolEntries: [Entry] {
        records.schools.map { Entry(id: $0.id, names: [$0.name] + $0.aliases) }
    }
}
