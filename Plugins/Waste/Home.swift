internal import Language
internal import TopicKit
internal import Town

/// Where a question about collections is asked for.
struct Home {
    /// The sector's id.
    let sector: String
    /// The street or the sector as it is said in an answer.
    let name: Value

    /// The id that a sector has among the entries of the slot `street`.
    static func id(ofSector sector: String) -> String { "sector:" + sector }
}

/// What came of looking for a home.
enum HomeSearch {
    case found(Home)
    /// Something must be asked, or is unknown.
    case open(Reply)
}

extension WasteTopic {
    /// The sector of the street that was said, now or before.
    func home(_ request: TopicRequest) -> HomeSearch {
        guard let id = request.entity("street") else {
            return .open(.asking(Question(slot: "street", prompt: Phrase("waste.ask-street"))))
        }
        if let sector = records.sectors.first(where: { Home.id(ofSector: $0.id) == id }) {
            let name = Phrase("waste.in-sector", ["sector": .noun(Noun(sector.name))])
            return .found(Home(sector: sector.id, name: .phrase(name)))
        }
        let parts = records.streets.filter { $0.name == id }
        let name = Value.text(id)
        guard let first = parts.first else { return .open(request.unknown("waste.unknown-street", ["street": name])) }
        if parts.allSatisfy({ $0.sector == first.sector }) { return .found(Home(sector: first.sector, name: name)) }
        guard let number = houseNumber(request) else {
            return .open(.asking(Question(slot: "number", prompt: Phrase("waste.ask-number", ["street": name]))))
        }
        let sectors = Set(parts.filter { $0.contains(number) }.map(\.sector))
        guard let sector = sectors.first, sectors.count == 1 else {
            return .open(request.unknown("waste.unknown-number", ["street": name, "number": .count(number)]))
        }
        return .found(Home(sector: sector, name: name))
    }

    /// The house number, unless it belongs to a street of an earlier question.
    private func houseNumber(_ request: TopicRequest) -> Int? {
        let isForOtherStreet = request.said.contains("street") && !request.said.contains("number")
        return isForOtherStreet ? nil : request.number("number")
    }
}
