internal import CivilTime
internal import Language
public import TopicKit
public import Town

/// The places of a town: when they are open, where they are, who handles what and how to reach them.
///
/// Only hours that a valid file publishes are said. Public holidays, school holidays and exceptional closures are those of
/// the calendar and of the hours themselves, and named as the reason where they are one.
public struct HoursTopic: Topic {
    let places: PlaceRecords
    let sources: [String: Evidence]

    /// Makes the topic for one town.
    ///
    /// - Parameters:
    ///   - places: the town's places, and which of them handles what.
    ///   - sources: where each file comes from.
    public init(places: PlaceRecords, sources: [String: Evidence]) {
        (self.places, self.sources) = (places, sources)
    }

    /// The intents, and the slots with the town's places and what they handle.
    public var manifest: Manifest {
        Manifest(
            id: "hours",
            intents: [
                Intent("hours.open", optional: ["place", "date", "matter", "means"]),
                Intent("hours.week", optional: ["place", "date", "matter", "means"]),
                Intent("hours.where", optional: ["place", "matter", "means"]),
                Intent("hours.who", optional: ["matter", "place", "means"]),
                Intent("hours.contact", optional: ["place", "matter", "means"]),
            ],
            slots: [
                Slot(
                    "place", .entity, entries: places.places.map { Entry(id: $0.id, names: [$0.name] + $0.aliases) },
                    isKept: true),
                Slot("date", .time),
                Slot("matter", .entity, entries: places.matters.compactMap(\.entry), hasProperNames: false),
                Slot("means", .entity, entries: ContactMeans.allCases.map { Entry(id: $0.rawValue) }),
            ])
    }

    /// Answers one question.
    public func reply(to request: TopicRequest) async -> Reply {
        // "Et le numéro ?" asks for that, whatever was asked before.
        let intent = request.said.contains("means") ? "hours.contact" : request.intent
        if intent == "hours.who" { return whoHandles(request) }
        guard let place = place(of: request) else { return askPlace(request) }
        guard let evidence = sources[place.source], evidence.isValid(on: request.now.day) else {
            return request.unknown("hours.expired", ["place": .noun(Noun(place.name))])
        }
        let answer = PlaceAnswer(place: place, evidence: evidence, request: request)
        return switch intent {
        case "hours.week": answer.week()
        case "hours.where": answer.location()
        case "hours.contact": answer.contact()
        default: answer.opening()
        }
    }

    /// The place that was named, or that handles what was named.
    ///
    /// What this utterance says goes before what earlier ones said.
    func place(of request: TopicRequest) -> PlaceRecords.Place? {
        if request.said.contains("matter"), !request.said.contains("place"), let place = matter(of: request)?.place {
            return self.place(place)
        }
        return request.entity("place").flatMap(self.place) ?? matter(of: request).flatMap { self.place($0.place) }
    }

    func place(_ id: String) -> PlaceRecords.Place? { places.places.first { $0.id == id } }

    func matter(of request: TopicRequest) -> PlaceRecords.Matter? {
        guard let id = request.entity("matter") else { return nil }
        return places.matters.first { $0.names.first == id }
    }

    /// Which place is meant; the first of the town's list is the example.
    func askPlace(_ request: TopicRequest) -> Reply {
        guard let first = places.places.first else {
            return request.unknown("hours.no-places")
        }
        return .asking(
            Question(
                slot: "place", prompt: Phrase("hours.ask-place"),
                example: Phrase("core.form-example", ["example": .text(first.name)])))
    }
}

extension PlaceRecords.Matter {
    /// The matter as the slot knows it, by its usual name.
    fileprivate var entry: Entry? { names.first.map { Entry(id: $0, names: names) } }
}
