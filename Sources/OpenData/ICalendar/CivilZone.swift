public import CivilTime

/// A time zone by its IANA name, for files that hold instants: everything else of a town is wall-clock time.
public struct CivilZone: Sendable, Hashable, Codable {
    /// The zone of mainland France.
    public static let paris = CivilZone(unchecked: "Europe/Paris")

    /// The name: `Europe/Paris`.
    public let name: String

    /// Makes a zone, or nil when the system does not know the name.
    public init?(_ name: String) {
        guard Libical.knowsZone(name) else { return nil }
        self.name = name
    }

    private init(unchecked name: String) { self.name = name }

    /// What this zone's clocks show when those of UTC show `utc`.
    public func moment(utc: Moment) -> Moment { Libical.convert(utc, from: "UTC", to: name) ?? utc }

    /// What this zone's clocks show when those of `zone` show `moment`; nil when the zone is unknown.
    func moment(_ moment: Moment, in zone: String) -> Moment? {
        zone == name ? moment : Libical.convert(moment, from: zone, to: name)
    }

    /// Reads an ISO 8601 date or time; one with an offset or `Z` is an instant and becomes this zone's wall-clock time.
    public func moment(iso text: some StringProtocol) -> Moment? {
        if let moment = Moment(iso: text) { return moment }
        guard let separator = text.firstIndex(of: "T") else { return nil }
        let clock = text[separator...]
        if clock.last == "Z" { return Moment(iso: text.dropLast()).map { self.moment(utc: $0) } }
        guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }), let local = Moment(iso: text[..<sign])
        else { return nil }
        let digits = String(clock[clock.index(after: sign)...].filter { $0 != ":" })
        guard [2, 4].contains(digits.utf8.count), let hours = wholeNumber(digits.prefix(2)),
            let minutes = digits.utf8.count == 4 ? wholeNumber(digits.suffix(2)) : 0
        else { return nil }
        let offset = (hours * 60 + minutes) * (clock[sign] == "-" ? -1 : 1)
        return moment(utc: local.adding(minutes: -offset))
    }
}
