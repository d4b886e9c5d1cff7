internal import Language
internal import TopicKit
internal import Town

/// On what terms the recycling centre takes what people bring.
extension WasteTopic {
    func recyclingCentre(_ request: TopicRequest) -> Reply {
        guard let id = records.recyclingCentre, let place = places.places.first(where: { $0.id == id }) else {
            return unknown("waste.centre-unknown", [:], request)
        }
        return unknown("waste.centre-no-hours", ["place": .noun(Noun(place.name))], request)
    }
}
