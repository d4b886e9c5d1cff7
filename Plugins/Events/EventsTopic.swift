internal import CivilTime
internal import Language
public import TopicKit
public import Town

/// What happens in a town: what there is to do on a day, and all about one event.
///
/// Only what a valid agenda announces is said. A cancelled event is never listed as if it took place, and a day that is
/// over is said to be.
public struct EventsTopic: Topic {
    /// The kinds that the town's folder may give an event; `Locales` has their names.
    static let kinds = [
        "concert", "market", "sport", "show", "exhibition", "workshop", "meeting", "festival", "cinema", "library",
        "walk", "ceremony",
    ]

    private let records: EventRecords
    let agenda: Agenda

    /// Makes the topic for one town.
    ///
    /// - Parameters:
    ///   - records: what the town's agendas announce.
    ///   - sources: where each file comes from.
    public init(records: EventRecords, sources: [String: Evidence]) {
        (self.records, agenda) = (records, Agenda(records, sources: sources))
    }

    /// The intents, and the slots with the titles and places of the agendas.
    public var manifest: Manifest {
        Manifest(
            id: "events",
            intents: [
                Intent("events.list", optional: ["date", "kind", "place", "audience", "free"]),
                Intent("events.detail", optional: ["event", "kind", "place", "date"]),
            ],
            slots: [
                Slot("date", .time),
                Slot("kind", .entity, entries: Self.kinds.map { Entry(id: $0) }),
                Slot("place", .entity, entries: EventNames.entries(records.events.compactMap(\.placeName))),
                Slot("audience", .entity, entries: [Entry(id: "children")]),
                Slot("free", .entity, entries: [Entry(id: "free")]),
                Slot("event", .entity, entries: EventNames.entries(records.events.map(\.title))),
            ])
    }

    /// Answers one question.
    public func reply(to request: TopicRequest) async -> Reply {
        let agenda = agenda.valid(on: request.now.day)
        guard !agenda.isEmpty else { return request.unknown("events.unknown") }
        return request.intent == "events.detail" ? detail(request, agenda) : list(request, agenda)
    }

}
