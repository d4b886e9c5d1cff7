import CivilTime
import Diagnostics
import FolderReading
import OpenData

extension TownFolder {
    /// Reads `canteen/`.
    func canteenPart() -> PartReading<CanteenRecords> {
        var part = PartReading(CanteenRecords())
        for path in files.paths(in: "canteen", "csv") { readMenus(path, &part) }
        part.record.meals.sort { ($0.day, $0.restaurant, $0.kind) < ($1.day, $1.restaurant, $1.kind) }
        let restaurants = Set(part.record.meals.map(\.restaurant))
        part.readYAML("canteen/canteen.yaml", of: self, keys: ["schools", "prices", "booking"]) {
            part, root, findings in
            let keys = ["id", "name", "aliases", "restaurant"]
            for (id, map) in root.identified("schools", keys: keys) {
                guard let school = CanteenRecords.School(id: id, map) else { continue }
                part.record.schools.append(school)
                if !restaurants.isEmpty, !restaurants.contains(school.restaurant) {
                    let arguments = [
                        "restaurant": school.restaurant, "known": restaurants.sorted().joined(separator: ", "),
                    ]
                    findings.report(.error, "canteen.unknown-restaurant", arguments, line: map.line(of: "restaurant"))
                }
            }
            part.record.prices = root.maps("prices", keys: ["label", "euros"]).compactMap { price($0, findings) }
            part.record.booking = root.optionalMap("booking", keys: ["days-before", "time", "how", "url"])
                .flatMap { booking($0, findings) }
        }
        return part
    }

    /// Reads a file of menus: its rows become meals, a dish that is there for several kinds of guests once.
    private func readMenus(_ path: String, _ part: inout PartReading<CanteenRecords>) {
        part.read(path, of: self) { part, bytes, _, findings in
            let table = Table.read(bytes)
            let menus = MenusCollectifs.read(table.value)
            findings.add(table.diagnostics + menus.diagnostics)
            var dishes: [MealKey: [CanteenRecords.Dish]] = [:]
            for row in menus.value {
                let key = MealKey(day: row.day, kind: row.meal, restaurant: row.restaurant)
                let dish = CanteenRecords.Dish(
                    name: row.name, kind: row.kind, diets: row.diets, allergens: row.allergens)
                if dishes[key]?.contains(dish) != true { dishes[key, default: []].append(dish) }
            }
            part.record.meals += dishes.map { key, dishes in
                CanteenRecords.Meal(
                    day: key.day, kind: key.kind, restaurant: key.restaurant, dishes: dishes, source: path)
            }
        }
    }

    private func price(_ map: YAMLMap, _ findings: Findings) -> CanteenRecords.Price? {
        guard let label = map.text("label"), let euros = map.text("euros") else { return nil }
        if let cents = TownFolder.cents(euros) { return CanteenRecords.Price(label: label, cents: cents) }
        findings.report(.error, "canteen.bad-price", ["value": euros], line: map.line(of: "euros"))
        return nil
    }

    /// The cents in `3.40`, `3,4` or `3`.
    private static func cents(_ euros: String) -> Int? {
        let parts = euros.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.count <= 2, (1...6).contains(parts[0].count), let whole = UInt(parts[0]) else { return nil }
        guard parts.count == 2 else { return Int(whole) * 100 }
        guard (1...2).contains(parts[1].count), let fraction = UInt(parts[1]) else { return nil }
        return Int(whole) * 100 + Int(fraction) * (parts[1].count == 1 ? 10 : 1)
    }

    private func booking(_ map: YAMLMap, _ findings: Findings) -> CanteenRecords.Booking? {
        let how = Sentences.checked("how", of: map, findings)
        guard let text = map.text("days-before"), let minute = map.optionalMinute("time") ?? missingTime(map) else {
            return nil
        }
        guard let days = Int(text), (0...60).contains(days) else {
            findings.report(.error, "canteen.bad-days", ["value": text], line: map.line(of: "days-before"))
            return nil
        }
        return CanteenRecords.Booking(daysBefore: days, minute: minute, how: how, url: map.optionalText("url"))
    }

    /// Reports a deadline without a time, unless the time itself was already reported as wrong.
    private func missingTime(_ map: YAMLMap) -> Int? {
        if !map.keys.contains("time") { _ = map.text("time") }
        return nil
    }
}

/// What makes a meal one meal.
private struct MealKey: Hashable {
    let day: Day
    let kind: String
    let restaurant: String
}

extension CanteenRecords.School {
    fileprivate init?(id: String, _ map: YAMLMap) {
        guard let name = map.text("name"), let restaurant = map.text("restaurant") else { return nil }
        self.init(id: id, name: name, aliases: map.texts("aliases"), restaurant: restaurant)
    }
}
