internal import CivilTime
internal import Language
internal import OpenData
internal import TopicKit
internal import Town

/// What can be said of one place on the word of a valid record.
struct PlaceAnswer {
    let place: PlaceRecords.Place
    let evidence: Evidence
    let request: TopicRequest

    var today: Day { request.now.day }
    var noun: Value { .noun(Noun(place.name)) }

    func statement(_ key: String, _ values: [String: Value] = [:]) -> Reply.Part {
        .statement(Phrase(key, values.merging(["place": noun]) { own, _ in own }))
    }

    func answered(_ parts: [Reply.Part], details: [Reply.Part] = []) -> Reply {
        Reply(.answered, parts, details: details, evidence: [evidence])
    }

    /// An honest "not known", with who knows: the place itself when it can be reached.
    func unknown(_ key: String, _ values: [String: Value] = [:]) -> Reply {
        let contact = place.phone == nil && place.email == nil ? request.profile.contact : place.contact
        return Reply(.unknown, [statement(key, values), .contact(contact)])
    }

    /// A day, with "aujourd'hui" or "demain" before it where that is so.
    func when(_ day: Day) -> Value {
        switch day.number - today.number {
        case 0: .phrase(Phrase("hours.today", ["day": .day(day)]))
        case 1: .phrase(Phrase("hours.tomorrow", ["day": .day(day)]))
        default: .day(day)
        }
    }

    // MARK: Where and how to reach it

    func location() -> Reply {
        guard let address = place.address else { return unknown("hours.no-address") }
        let access = place.access.map { Reply.Part.statement(.text([request.locale: $0])) }
        return answered([statement("hours.where", ["address": .text(address)])] + access)
    }

    /// What was asked for; everything when that is not said, or not there.
    func contact() -> Reply {
        let asked = request.entity("means").flatMap(ContactMeans.init)
        let known = ContactMeans.allCases.filter { part($0, isFirst: true) != nil }
        guard !known.isEmpty else { return unknown("hours.no-contact") }
        if let asked, let part = part(asked, isFirst: true) { return answered([part]) }
        let parts = known.enumerated().compactMap { part($0.element, isFirst: $0.offset == 0) }
        return answered((asked.map { [statement("hours.no-" + $0.rawValue)] } ?? []) + parts)
    }

    private func part(_ means: ContactMeans, isFirst: Bool) -> Reply.Part? {
        switch means {
        case .phone:
            place.phone.map { statement("hours.phone", ["phone": .phone($0)]) }
        case .email:
            place.email.map { statement(isFirst ? "hours.email" : "hours.email-too", ["email": .email($0)]) }
        case .site:
            place.url.map { .link(Link(purpose: Phrase("hours.site", ["place": noun]), url: $0)) }
        }
    }
}

/// A way to reach a place, in the order in which they are said.
enum ContactMeans: String, CaseIterable {
    case phone, email, site
}

extension PlaceRecords.Place {
    /// How the place is reached.
    var contact: Contact { Contact(name: name, phone: phone, email: email, address: address, url: url) }
}
