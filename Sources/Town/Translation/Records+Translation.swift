import TopicKit

extension Sourced: Translatable where Record: Translatable {
    /// The records and the titles of their sources, translated.
    public func translated(by translation: TownTranslation) -> Sourced {
        Sourced(
            records.translated(by: translation),
            sources: sources.mapValues { source in
                Evidence(
                    source: source.source, title: translation.name(source.title),
                    publisher: translation.name(source.publisher), date: source.date, validUntil: source.validUntil,
                    url: source.url, reviewed: source.reviewed)
            })
    }
}

extension TownSettings: Translatable {
    /// The settings with the name of the town hall's desk translated.
    public func translated(by translation: TownTranslation) -> TownSettings {
        let contact = profile.contact
        return TownSettings(
            profile: TownProfile(
                name: profile.name, insee: profile.insee, postcode: profile.postcode,
                contact: Contact(
                    name: translation.name(contact.name), phone: contact.phone, email: contact.email,
                    address: contact.address, url: contact.url)),
            timeZone: timeZone, schoolZone: schoolZone, holidayRegion: holidayRegion, language: language,
            staffedHours: staffedHours.map(translation.hours), shortLinks: shortLinks, schoolHolidays: schoolHolidays,
            topics: topics, page: page, screen: screen)
    }
}

extension WasteRecords: Translatable {
    /// The bins, the sectors and the lists of what goes where, translated; streets keep their names.
    public func translated(by translation: TownTranslation) -> WasteRecords {
        var records = self
        records.streams = streams.map { stream in
            Stream(
                id: stream.id, name: translation.name(stream.name),
                aliases: translation.aliases(stream.name, stream.aliases),
                accepted: stream.accepted.map(translation.name), refused: stream.refused.map(translation.name),
                putOutEveMinute: stream.putOutEveMinute, howToGet: stream.howToGet.map(translation.text))
        }
        records.sectors = sectors.map { sector in
            Sector(
                id: sector.id, name: translation.name(sector.name),
                aliases: translation.aliases(sector.name, sector.aliases))
        }
        for street in streets { translation.keep(street.name) }
        records.recyclingCentreAccepted = recyclingCentreAccepted.map(translation.name)
        records.recyclingCentreRules = recyclingCentreRules.map(translation.text)
        for thing in streams.flatMap({ $0.accepted + $0.refused }) + recyclingCentreAccepted {
            records.otherNames[translation.name(thing)] = translation.aliases(thing, otherNames[thing] ?? [])
        }
        return records
    }
}

extension CanteenRecords: Translatable {
    /// The schools, the prices and how to book, translated; dishes keep their names.
    public func translated(by translation: TownTranslation) -> CanteenRecords {
        var records = self
        records.schools = schools.map { school in
            School(
                id: school.id, name: translation.name(school.name),
                aliases: translation.aliases(school.name, school.aliases), restaurant: school.restaurant)
        }
        for dish in meals.flatMap(\.dishes) { translation.keep(dish.name) }
        records.prices = prices.map { Price(label: translation.name($0.label), cents: $0.cents) }
        records.booking = booking.map { booking in
            Booking(
                daysBefore: booking.daysBefore, minute: booking.minute, how: booking.how.map(translation.text),
                url: booking.url)
        }
        return records
    }
}

extension EventRecords: Translatable {
    /// The events as they are: they keep their titles, their places and their prices.
    public func translated(by translation: TownTranslation) -> EventRecords {
        for event in events {
            for text in [event.title, event.placeName, event.address, event.price].compactMap({ $0 }) {
                translation.keep(text)
            }
        }
        return self
    }
}

extension PlaceRecords: Translatable {
    /// The places, how to get there and who handles what, translated; addresses stay as the post wants them.
    public func translated(by translation: TownTranslation) -> PlaceRecords {
        var records = self
        records.places = places.map { place in
            if let address = place.address { translation.keep(address) }
            return Place(
                id: place.id, name: translation.name(place.name),
                aliases: translation.aliases(place.name, place.aliases), address: place.address,
                access: place.access.map(translation.text), hours: place.hours.map(translation.hours),
                phone: place.phone, email: place.email, url: place.url, source: place.source)
        }
        records.matters = matters.map { matter in
            guard let first = matter.names.first else { return matter }
            let others = translation.aliases(first, Array(matter.names.dropFirst()))
            return Matter(names: [translation.name(first)] + others, place: matter.place)
        }
        return records
    }
}

extension ProcedureRecords: Translatable {
    /// The procedures with their questions, facts and links, translated; the official page stays in French.
    public func translated(by translation: TownTranslation) -> ProcedureRecords {
        var records = self
        records.procedures = procedures.map { $0.translated(by: translation) }
        return records
    }
}

extension ProcedureRecords.Procedure {
    fileprivate func translated(by translation: TownTranslation) -> Self {
        ProcedureRecords.Procedure(
            id: id, name: translation.name(name), aliases: translation.aliases(name, aliases),
            questions: questions.map { $0.translated(by: translation) },
            facts: facts.map { fact in
                ProcedureRecords.Fact(
                    kind: fact.kind, text: translation.text(fact.text), simple: fact.simple.map(translation.text),
                    when: fact.when)
            },
            links: links.map { link in
                ProcedureRecords.Link(
                    kind: link.kind, purpose: translation.text(link.purpose), url: link.url, when: link.when)
            },
            place: place, written: written, reviewed: reviewed, reviewer: reviewer, sourceTitle: sourceTitle,
            sourceURL: sourceURL, source: source)
    }
}

extension ProcedureRecords.Question {
    fileprivate func translated(by translation: TownTranslation) -> Self {
        ProcedureRecords.Question(
            id: id, prompt: translation.text(prompt),
            choices: choices.map { choice in
                ProcedureRecords.Choice(
                    id: choice.id, label: translation.name(choice.label),
                    names: translation.aliases(choice.label, choice.names))
            }, when: when)
    }
}
