internal import CivilTime
internal import Language
internal import TopicKit
internal import Town

/// Which service handles what.
extension HoursTopic {
    func whoHandles(_ request: TopicRequest) -> Reply {
        // "Qui s'occupe des mariages ?" names a matter; "je cherche l'urbanisme" names the service itself.
        let isPlaceMeant = request.said.contains("place") && !request.said.contains("matter")
        guard !isPlaceMeant, let matter = matter(of: request) else {
            guard let place = place(of: request) else {
                return .asking(Question(slot: "matter", prompt: Phrase("hours.ask-matter")))
            }
            return service(place, Phrase("hours.who-place", ["place": .noun(Noun(place.name))]), request)
        }
        guard let place = place(matter.place), let name = matter.names.first else {
            return request.unknown("hours.who-unknown")
        }
        let values: [String: Value] = ["matter": .noun(Noun(name)), "place": .noun(Noun(place.name))]
        return service(place, Phrase("hours.who", values), request)
    }

    private func service(_ place: PlaceRecords.Place, _ answer: Phrase, _ request: TopicRequest) -> Reply {
        guard let evidence = sources[place.source], evidence.isValid(on: request.now.day) else {
            return request.unknown("hours.expired", ["place": .noun(Noun(place.name))])
        }
        var parts: [Reply.Part] = [.statement(answer)]
        let about = PlaceAnswer(place: place, evidence: evidence, request: request)
        if let phone = place.phone {
            parts.append(.statement(Phrase("hours.call", ["phone": .phone(phone)])))
        } else if let email = place.email {
            parts.append(.statement(Phrase("hours.write", ["email": .email(email)])))
        }
        if let address = place.address {
            parts.append(.statement(Phrase("hours.address", ["address": .text(address)])))
        }
        let week = about.week()
        return about.answered(parts, details: week.status == .answered ? week.parts : [])
    }
}
