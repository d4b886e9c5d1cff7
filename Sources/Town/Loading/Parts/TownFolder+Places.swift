import Diagnostics
import FolderReading
import OpenData

extension TownFolder {
    /// Reads `places/`: the published lists first, then what `places.yaml` adds to them.
    func placesPart() -> PartReading<PlaceRecords> {
        var part = PartReading(PlaceRecords())
        var published: [PublishedPlace] = []
        for path in files.paths(in: "places", "csv", "json") {
            part.read(path, of: self) { _, bytes, _, findings in
                published += path.hasSuffix(".csv") ? equipment(bytes, path, findings) : services(bytes, path, findings)
            }
        }
        // One published place may be several here: the town hall, and its counters.
        var named: [Int: [PlaceRecords.Place]] = [:]
        part.readYAML("places/places.yaml", of: self, keys: ["places", "matters"]) { part, root, findings in
            for (id, map) in root.identified("places", keys: PlaceRecords.Place.keys) {
                guard let sourceID = map.text("source-id") else { continue }
                guard let index = published.firstIndex(where: { $0.ids.contains(sourceID) }) else {
                    let line = map.line(of: "source-id")
                    findings.report(.error, "places.unknown-source", ["id": sourceID], line: line)
                    continue
                }
                let place = PlaceRecords.Place(id: id, map, of: published[index].place, findings)
                named[index, default: []].append(place)
            }
            for map in root.maps("matters", keys: ["names", "place"]) {
                guard let place = map.text("place") else { continue }
                let names = map.texts("names")
                if names.isEmpty { findings.report(.error, "yaml.missing-key", ["key": "names"], line: map.line) }
                part.record.matters.append(PlaceRecords.Matter(names: names, place: place))
                part.references.append(.init(place: place, file: findings.file, line: map.line(of: "place")))
            }
        }
        let places = published.enumerated().flatMap { named[$0] ?? [$1.place] }
        part.record.places = unique(places, &part)
        return part
    }

    /// Leaves out a place whose id another one has: two lists may publish the same place.
    private func unique(
        _ places: [PlaceRecords.Place], _ part: inout PartReading<PlaceRecords>
    ) -> [PlaceRecords.Place] {
        var files: [String: String] = [:]
        return places.filter { place in
            guard let first = files.updateValue(place.source, forKey: place.id) else { return true }
            part.diagnostics.append(
                Diagnostic(.error, "places.repeated-id", ["id": place.id, "first": first], file: place.source))
            return false
        }
    }

    private func equipment(_ bytes: [UInt8], _ path: String, _ findings: Findings) -> [PublishedPlace] {
        let table = Table.read(bytes)
        let equipment = Equipements.read(table.value)
        findings.add(table.diagnostics + equipment.diagnostics)
        return equipment.value.map { row in
            let hours = row.hours.flatMap { Hours.checked($0, key: "EQUIP_OUVERTURE", line: row.line, findings) }
            let place = PlaceRecords.Place(
                id: row.id, name: row.name, aliases: [], address: row.street, access: [], hours: hours,
                phone: row.phone, email: row.email, url: row.url, source: path)
            return PublishedPlace(ids: [row.id], place: place)
        }
    }

    private func services(_ bytes: [UInt8], _ path: String, _ findings: Findings) -> [PublishedPlace] {
        let services = Annuaire.read(bytes)
        findings.add(services.diagnostics)
        return services.value.map { service in
            let hours = service.hours.flatMap {
                Hours.checked($0, key: "plage_ouverture", line: service.line, findings)
            }
            let place = PlaceRecords.Place(
                id: service.id, name: service.name, aliases: [], address: service.street,
                access: [], hours: hours, phone: service.phone, email: service.email, url: service.url, source: path)
            return PublishedPlace(ids: [service.id] + (service.pivot.map { [$0] } ?? []), place: place)
        }
    }
}

/// A place as published, with every id that `places.yaml` may use for it.
private struct PublishedPlace {
    let ids: [String]
    let place: PlaceRecords.Place
}

extension PlaceRecords.Place {
    fileprivate static let keys = ["source-id", "id", "name", "aliases", "access", "hours"]

    /// A published place under the town's own id and names; hours of the town replace those published.
    fileprivate init(id: String, _ map: YAMLMap, of place: PlaceRecords.Place, _ findings: Findings) {
        let hours = map.optionalText("hours").flatMap {
            Hours.checked($0, key: "hours", line: map.line(of: "hours"), findings)
        }
        self.init(
            id: id, name: map.optionalText("name") ?? place.name, aliases: map.texts("aliases"),
            address: place.address, access: Sentences.checked("access", of: map, findings),
            hours: hours ?? place.hours, phone: place.phone, email: place.email, url: place.url,
            source: hours == nil ? place.source : findings.file)
    }
}
