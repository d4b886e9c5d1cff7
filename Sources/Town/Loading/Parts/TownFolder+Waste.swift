import CivilTime
import Diagnostics
import FolderReading
import OpenData

extension TownFolder {
    /// Reads `waste/`.
    func wastePart() -> PartReading<WasteRecords> {
        var part = PartReading(WasteRecords())
        let keys = ["streams", "sectors", "recycling-centre"]
        part.readYAML("waste/waste.yaml", of: self, keys: keys) { part, root, findings in
            part.record.streams = root.identified("streams", keys: WasteRecords.Stream.keys)
                .map { WasteRecords.Stream(id: $0.id, $0.map) }
            part.record.sectors = root.identified("sectors", keys: ["id", "name", "aliases"]).map { id, map in
                WasteRecords.Sector(id: id, name: map.text("name") ?? id, aliases: map.texts("aliases"))
            }
            readRecyclingCentre(root, &part, findings)
        }
        guard !part.record.sectors.isEmpty, !part.record.streams.isEmpty else {
            reportNothingDescribed(&part)
            return part
        }
        readStreets(&part)
        for path in files.paths(in: "waste", "ics") { readCalendar(path, &part) }
        part.record.collections.sort {
            ($0.day, $0.sector, $0.stream) < ($1.day, $1.sector, $1.stream)
        }
        part.record.cancelled = part.record.cancelled.mapValues { $0.sorted() }
        return part
    }

    /// Without sectors or streams no other file can be understood: that is said once, not for each of them.
    private func reportNothingDescribed(_ part: inout PartReading<WasteRecords>) {
        let path = "waste/waste.yaml"
        let hasOthers = files.exists("waste/streets.csv") || !files.paths(in: "waste", "ics").isEmpty
        if !files.exists(path) {
            if hasOthers { part.diagnostics.append(Diagnostic(.error, "file.missing", file: path)) }
        } else if !part.diagnostics.contains(where: { $0.severity == .error }) {
            part.diagnostics.append(Diagnostic(.error, "waste.nothing-described", file: path))
        }
    }

    private func readRecyclingCentre(_ root: YAMLMap, _ part: inout PartReading<WasteRecords>, _ findings: Findings) {
        guard let centre = root.optionalMap("recycling-centre", keys: ["place", "accepted", "rules"]) else { return }
        part.record.recyclingCentre = centre.text("place")
        part.record.recyclingCentreAccepted = centre.texts("accepted")
        part.record.recyclingCentreRules = Sentences.checked("rules", of: centre, findings)
        if let place = part.record.recyclingCentre {
            part.references.append(.init(place: place, file: findings.file, line: centre.line(of: "place")))
        }
    }

    private func readStreets(_ part: inout PartReading<WasteRecords>) {
        let path = "waste/streets.csv"
        guard files.exists(path) else { return }
        part.read(path, of: self) { part, bytes, _, findings in
            let table = Table.read(bytes)
            let streets = StreetSectors.read(table.value)
            findings.add(table.diagnostics + streets.diagnostics)
            let sectors = part.record.sectors.map(\.id)
            var whole: [String: Int] = [:]
            for street in streets.value {
                guard sectors.contains(street.sector) else {
                    let arguments = ["sector": street.sector, "known": sectors.joined(separator: ", ")]
                    findings.report(.error, "waste.unknown-sector", arguments, line: street.line)
                    continue
                }
                let isWhole = street.from == nil && street.to == nil && street.side == .both
                if isWhole, let first = whole.updateValue(street.line, forKey: street.street) {
                    let arguments = ["street": street.street, "first": String(first)]
                    findings.report(.error, "waste.repeated-street", arguments, line: street.line)
                    continue
                }
                part.record.streets.append(WasteRecords.Street(street))
            }
        }
    }

    /// Reads `SECTOR-STREAM.ics`; both ids may hold hyphens, so every pair is tried.
    private func readCalendar(_ path: String, _ part: inout PartReading<WasteRecords>) {
        let name = String(path.dropFirst("waste/".count).dropLast(".ics".count))
        let pairs = part.record.sectors.flatMap { sector in
            part.record.streams.map { (sector: sector.id, stream: $0.id, name: sector.id + "-" + $0.id) }
        }
        let zone = CivilZone(town.timeZone) ?? .paris
        part.read(path, of: self) { part, bytes, rule, findings in
            guard let pair = pairs.first(where: { $0.name == name }) else {
                let nearest = Spelling.suggestion(for: name, among: pairs.map(\.name)) ?? pairs.first?.name
                findings.report(.error, "waste.unknown-calendar", ["name": name, "nearest": nearest ?? name])
                return
            }
            let events = ICalendar.read(bytes, zone: zone, window: rule.window)
            findings.add(events.diagnostics)
            let count = part.record.collections.count
            for event in events.value { part.record.add(event, stream: pair.stream, sector: pair.sector, source: path) }
            let isReported = events.diagnostics.contains { $0.severity == .error }
            if part.record.collections.count == count, !isReported { findings.report(.warning, "waste.no-collection") }
        }
    }
}

extension WasteRecords {
    /// Adds what one calendar event says: passages, moved passages, and days without the usual one.
    fileprivate mutating func add(_ event: CalendarEvent, stream: String, sector: String, source: String) {
        let key = stream + "/" + sector
        if event.isCancelled {
            // A cancelled replacement names the usual day; a cancelled event of its own names its days.
            let days = event.replaces.map { [$0.day] } ?? event.occurrences.map(\.start.day)
            cancelled[key, default: []] += days
            return
        }
        cancelled[key, default: []] += event.excluded.map(\.day)
        for occurrence in event.occurrences {
            let day = occurrence.start.day
            let usual = event.replaces.flatMap { $0.day == day ? nil : $0.day }
            collections.append(
                Collection(day: day, stream: stream, sector: sector, movedFrom: usual, source: source))
        }
        if cancelled[key]?.isEmpty == true { cancelled[key] = nil }
    }
}

extension WasteRecords.Stream {
    fileprivate static let keys = ["id", "name", "aliases", "put-out", "accepted", "refused", "how-to-get"]

    /// A stream without a name, which is an error, keeps its id for one: its calendars stay of use.
    fileprivate init(id: String, _ map: YAMLMap) {
        self.init(
            id: id, name: map.text("name") ?? id, aliases: map.texts("aliases"), accepted: map.texts("accepted"),
            refused: map.texts("refused"), putOutEveMinute: map.optionalMinute("put-out"),
            howToGet: map.texts("how-to-get"))
    }
}

extension WasteRecords.Street {
    fileprivate init(_ street: StreetSector) {
        let side: Side =
            switch street.side {
            case .both: .both
            case .odd: .odd
            case .even: .even
            }
        self.init(
            name: street.street, aliases: street.aliases, sector: street.sector, from: street.from, to: street.to,
            side: side)
    }
}
