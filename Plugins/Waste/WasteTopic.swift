internal import CivilTime
internal import Language
public import TopicKit
public import Town

/// What a town collects, where and when, and what goes in which bin.
///
/// Only published dates count: a collection around a holiday is never guessed, and a date that no valid file holds is
/// unknown. A street that two sectors share is told apart by the house number.
public struct WasteTopic: Topic {
    let records: WasteRecords
    let sources: [String: Evidence]
    let places: PlaceRecords

    /// Makes the topic for one town.
    ///
    /// - Parameters:
    ///   - records: what the town says of its waste.
    ///   - sources: where each file comes from, those of the places included.
    ///   - places: the town's places, among them the recycling centre.
    public init(records: WasteRecords, sources: [String: Evidence], places: PlaceRecords) {
        (self.records, self.sources, self.places) = (records, sources, places)
    }

    /// The intents, and the slots with the town's streets, sectors, bins and things to throw away.
    public var manifest: Manifest {
        Manifest(
            id: "waste",
            intents: [
                Intent("waste.next", optional: ["stream", "street", "number", "date"]),
                Intent("waste.day", optional: ["date", "street", "number", "stream"]),
                Intent("waste.sort", optional: ["object", "stream"]),
                Intent("waste.bin", optional: ["stream"]),
                Intent("waste.centre", optional: ["date", "centre"]),
            ],
            slots: [
                Slot(
                    "stream", .entity, entries: records.streams.map { Entry(id: $0.id, names: [$0.name] + $0.aliases) }),
                Slot("street", .entity, entries: streetEntries, isKept: true),
                Slot("number", .number, isKept: true),
                // Named by the language: what tells a question on waste from one on anything else.
                Slot("subject", .entity),
                Slot("date", .time),
                Slot("object", .entity, entries: objectEntries),
                // Named by the language: what tells a question on the centre from one on any other place.
                Slot("centre", .entity),
            ])
    }

    /// Answers one question.
    public func reply(to request: TopicRequest) async -> Reply {
        switch request.intent {
        case "waste.next": nextCollections(request)
        case "waste.day": collections(onDayOf: request)
        case "waste.sort": sorting(request)
        case "waste.bin": gettingBin(request)
        case "waste.centre": recyclingCentre(request)
        default: request.unknown("waste.unknown")
        }
    }

    /// The stream with an id, or nil.
    func stream(_ id: String) -> WasteRecords.Stream? { records.streams.first { $0.id == id } }

    /// Where the lists of what goes where come from, or nil when no valid source vouches for them.
    func listEvidence(_ request: TopicRequest) -> Evidence? {
        guard let evidence = sources["waste/waste.yaml"], evidence.isValid(on: request.now.day) else { return nil }
        return evidence
    }

    /// The streets by name and, since a person may know their sector, the sectors.
    private var streetEntries: [Entry] {
        var aliases: [String: [String]] = [:]
        var order: [String] = []
        for street in records.streets {
            if aliases[street.name] == nil { order.append(street.name) }
            aliases[street.name, default: []] += street.aliases.filter { aliases[street.name]?.contains($0) != true }
        }
        return order.map { Entry(id: $0, names: [$0] + (aliases[$0] ?? [])) }
            + records.sectors.map { Entry(id: Home.id(ofSector: $0.id), names: [$0.name] + $0.aliases) }
    }

    /// Every thing that some list accepts or refuses.
    private var objectEntries: [Entry] {
        var seen = Set<String>()
        return (records.streams.flatMap { $0.accepted + $0.refused } + records.recyclingCentreAccepted)
            .filter { seen.insert($0).inserted }
            .map { Entry(id: $0, names: [$0] + (records.otherNames[$0] ?? [])) }
    }
}
