import CivilTime
import Diagnostics
import Testing
import TopicKit
import Town

@Suite("The example commune")
struct ValclairTests {
    private let folder = TownFolder(Package.root + "/Towns/valclair")

    @Test("holds no error")
    func check() throws {
        let today = try #require(Day(2026, 11, 21))
        let found = folder.check(today: today)
        #expect(found.filter { $0.severity == .error } == [])
        #expect(found.filter { $0.severity == .warning } == [])
    }

    @Test("knows its settings")
    func settings() throws {
        let settings = folder.settings().value
        #expect(settings.profile.name == "Valclair")
        #expect(settings.profile.contact.phone == "01 99 00 12 00")
        #expect(settings.schoolHolidays.contains { $0.id == "christmas" })
        let christmas = try #require(Day(2026, 12, 25))
        #expect(settings.calendar.publicHoliday(on: christmas) == "christmas")
        #expect(settings.calendar.schoolHoliday(on: christmas)?.id == "christmas")
    }

    @Test("publishes its collections, moved ones too")
    func waste() throws {
        let waste = folder.waste().value
        #expect(waste.records.sectors.count == 4)
        #expect(waste.records.streams.count >= 4)
        #expect(waste.records.streets.count > 50)
        let moved = try #require(
            waste.records.collections.first { $0.movedFrom == Day(2028, 8, 15) && $0.sector == "nord" })
        #expect(moved.day == Day(2028, 8, 16))
        #expect(
            !waste.records.collections.contains {
                $0.day == Day(2028, 8, 15) && $0.sector == "nord" && $0.stream == "recyclables"
            })
        #expect(waste.records.collections.allSatisfy { waste.sources[$0.source] != nil })
    }

    @Test("has menus, events, places and procedures")
    func others() throws {
        let canteen = folder.canteen().value
        #expect(canteen.records.schools.count == 3)
        #expect(canteen.records.meals.count > 300)
        #expect(canteen.records.booking?.minute == 600)
        let events = folder.events().value
        #expect(events.records.events.count > 50)
        #expect(events.records.events.contains { $0.isCancelled })
        let places = folder.places().value
        #expect(places.records.places.contains { $0.id == "piscine" && $0.name == "la piscine des Trois-Moulins" })
        let procedures = folder.procedures().value
        #expect(procedures.records.procedures.contains { $0.id == "carte-identite" })
    }
}
