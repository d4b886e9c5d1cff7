internal import CanteenTopic
internal import CivilStatusTopic
internal import EventsTopic
internal import HoursTopic
internal import TopicKit
internal import Town
internal import WasteTopic

/// The topics that come with Parvis: the one list to add a Swift topic to.
enum BuiltInTopics {
    /// How to make a topic for a town.
    typealias Maker = @Sendable (TownRecords) -> any Topic

    /// The topics by id, in the order of their installation.
    static let all: [(id: String, make: Maker)] = [
        (
            "waste",
            {
                WasteTopic(
                    records: $0.waste.records, sources: $0.waste.sources.merging($0.places.sources) { own, _ in own },
                    places: $0.places.records)
            }
        ),
        ("canteen", { CanteenTopic(records: $0.canteen.records, sources: $0.canteen.sources) }),
        (
            "civil-status",
            {
                CivilStatusTopic(
                    procedures: $0.procedures.records, places: $0.places.records,
                    sources: $0.procedures.sources.merging($0.places.sources) { own, _ in own })
            }
        ),
        ("hours", { HoursTopic(places: $0.places.records, sources: $0.places.sources) }),
        ("events", { EventsTopic(records: $0.events.records, sources: $0.events.sources) }),
    ]
}
