import CivilTime
import Diagnostics
import OpenData
import Testing

@Suite("An OpenAgenda export")
struct OpenAgendaTests {
    private static let flat = """
        {"uid": "7", "title_fr": "Bal", "description_fr": "On danse.", "keywords_fr": "danse;concert",
         "timings": "[{\\"begin\\": \\"2026-11-25T15:00:00+01:00\\", \\"end\\": \\"2026-11-25T16:00:00+01:00\\"}]",
         "location_name": "Salle", "location_address": "1 rue", "status": "{\\"id\\": 6}", "conditions_fr": "5 euros",
         "age_min": 4, "age_max": 10, "canonicalurl": "https://valclair.example/7"}
        """
    private static let nested = """
        {"uid": 7, "title": {"fr": "Bal"}, "description": {"fr": "On danse."}, "keywords": {"fr": ["danse", "concert"]},
         "timings": [{"begin": "2026-11-25T14:00:00Z", "end": "2026-11-25T15:00:00Z"}],
         "location": {"name": "Salle", "address": "1 rue"}, "status": 6, "conditions": {"fr": "5 euros"},
         "age": {"min": 4, "max": 10}, "canonicalUrl": "https://valclair.example/7"}
        """

    @Test(
        "gives the same event in each of its shapes",
        arguments: [
            "{\"records\": [{\"fields\": \(flat)}]}", "{\"results\": [\(flat)]}", "[\(flat)]",
            "{\"events\": [\(nested)]}",
            "{\"nhits\": 1, \"x\": [1], \"results\": [\(nested)]}",
        ])
    func shapes(_ text: String) throws {
        let events = OpenAgenda.read(text.bytes, zone: .paris)
        let event = try #require(events.value.first)
        #expect(events.diagnostics == [])
        #expect(event.id == "7" && event.title == "Bal" && event.summary == "On danse.")
        #expect(event.timings.map(\.start.iso) == ["2026-11-25T15:00"])
        #expect(event.timings.map { $0.end?.iso } == ["2026-11-25T16:00"])
        #expect(event.keywords == ["danse", "concert"])
        #expect(event.placeName == "Salle" && event.address == "1 rue" && event.conditions == "5 euros")
        #expect(event.status == .cancelled && event.minimumAge == 4 && event.maximumAge == 10)
        #expect(event.url == "https://valclair.example/7")
        #expect(event.line == 1)
    }

    @Test(
        "says what is wrong with its line, and keeps the rest",
        arguments: [
            ("[\n{\"title_fr\": \"a\"},\n\(flat)\n]", "json.missing-field", 2, 1),
            ("[\n\(nested),\n{\"uid\": 8}]", "json.missing-field", 6, 1),
            ("[\n\(flat),\n\(flat)]", "json.duplicate-id", 6, 1),
            ("{\"a\": 1}", "json.no-list", 1, 0), ("12", "json.no-list", 1, 0),
            ("[\n{\"uid\": 8,\n \"title\"}]", "json.damaged", 3, 0), ("", "json.empty", nil, 0),
            (" \n ", "json.empty", nil, 0),
            ("[\n{\"title_fr\": \"a\", \"timings\": [{\"begin\": \"hier\"}]}]", "json.bad-date", 2, 0),
        ] as [(String, String, Int?, Int)])
    func mistakes(_ text: String, _ code: String, _ line: Int?, _ count: Int) {
        let events = OpenAgenda.read(text.bytes, zone: .paris)
        #expect(events.diagnostics.first?.code == code)
        #expect(events.diagnostics.first?.line == line)
        #expect(events.value.count == count)
    }

    @Test(
        "survives deep nesting and cut files",
        arguments: [
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 10_000), "[\"",
            "{\"records\":[{\"fields\":", "[1e999]", "\u{0}",
        ])
    func hostile(_ text: String) {
        let events = OpenAgenda.read(text.bytes, zone: .paris)
        #expect(events.value.isEmpty)
        #expect(!events.diagnostics.isEmpty)
    }

    @Test(
        "of forty real events is read whole",
        .enabled(if: SharedData.has("agenda/openagenda-events.json"), "the shared samples are absent"))
    func real() throws {
        let events = OpenAgenda.read(try SharedData.bytes("agenda/openagenda-events.json"), zone: .paris)
        #expect(events.value.count == 40)
        #expect(events.diagnostics == [])
        #expect(events.value.first?.timings.first?.start.iso == "2026-03-18T09:00")
        #expect(events.value.allSatisfy { $0.placeName != nil && $0.line != nil })
    }
}
