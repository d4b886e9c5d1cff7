import CivilTime
import Diagnostics
import Language
import Testing
import TopicKit
import Understanding

@Suite("Slots filled with amounts and patterns")
struct AmountSlotTests {
    @Test(
        "A slot takes the amount of its kind, and only that",
        arguments: [
            ("money", "ça fait 12,50 € pour 3 enfants", "12.50"), ("money", "12 rue des Lilas", nil),
            ("duration", "il faut 3 semaines", "P21D"), ("duration", "dans 3 semaines", nil),
            ("age", "mon fils a 12 ans", "P12Y"), ("age", "12 euros", nil), ("phone", "01 99 00 12 34", "0199001234"),
            ("phone", "38170", nil), ("email", "jean arobase valclair point fr", "jean@valclair.fr"),
            ("email", "jean", nil), ("postcode", "38170 Valclair", "38170"),
            ("postcode", "12 rue des Lilas 38170 Valclair", "38170"), ("postcode", "12345 euros", nil),
            ("address", "j'habite 12 bis rue des Lilas à Valclair", "12 bis rue des Lilas, Valclair"),
            ("address", "dans ma rue", nil), ("file", "mon dossier est le ab-1234 merci", "ab-1234"),
            ("file", "mon dossier est le 1234", nil),
        ])
    func kinds(slot: String, text: String, expected: String?) throws {
        let filled = try read(text).slots(for: Intent("", optional: [slot]), of: Self.manifest)[slot]
        #expect(filled.map { Self.short($0.value) } == expected)
    }

    @Test(
        "What is said alone answers what was asked",
        arguments: [
            ("age", "18 mois", "P1Y6M"), ("age", "un an", "P1Y"), ("duration", "10 ans", "P10Y"),
            ("age", "2 heures", nil),
            ("age", "ma carte est valable 10 ans", nil), ("duration", "mon grand-père a 90 ans", nil),
        ])
    func alone(slot: String, text: String, expected: String?) throws {
        let filled = try read(text).slots(for: Intent("", optional: [slot]), of: Self.manifest)[slot]
        #expect(filled.map { Self.short($0.value) } == expected)
    }

    @Test("Two hours are a time of day where the question has a time, and a length where it has none")
    func lengthOrTime() throws {
        let meaning = try read("2 heures")
        #expect(meaning.slots(for: Intent("", optional: ["duration"]), of: Self.manifest)["duration"] != nil)
        let both = meaning.slots(for: Intent("", optional: ["duration", "date"]), of: Self.manifest)
        #expect(both["duration"] == nil && both["date"] != nil)
    }

    @Test("The figures of a sum or of a telephone number count nothing, those of an address are a number")
    func numbers() throws {
        let intent = Intent("", optional: ["number"])
        #expect(try read("3 enfants à 12 euros").slots(for: intent, of: Self.manifest)["number"]?.value == .number(3))
        #expect(try read("12 euros").slots(for: intent, of: Self.manifest)["number"] == nil)
        #expect(try read("12 rue des Lilas").slots(for: intent, of: Self.manifest)["number"]?.value == .number(12))
    }

    @Test("Further amounts of the same kind stand beside the first")
    func others() throws {
        let filled = try read("3 € ou 5 €").slots(for: Intent("", optional: ["money"]), of: Self.manifest)["money"]
        #expect(filled?.value == .amount(.money(cents: 300)))
        #expect(filled?.others == [.amount(.money(cents: 500))])
        let request = TopicRequest(
            intent: "", slots: ["money": try #require(filled)], now: Moment(Day(number: 0)),
            profile: TownProfile(name: "", insee: "", postcode: "", contact: Contact(name: "")))
        #expect(request.money("money") == 300)
        #expect(request.phone("money") == nil && request.text("money") == nil)
    }

    private static let manifest = Manifest(
        id: "form", intents: [],
        slots: [
            Slot("money", .money), Slot("duration", .duration), Slot("age", .age), Slot("phone", .phone),
            Slot("email", .email), Slot("postcode", .postcode), Slot("address", .address), Slot("number", .number),
            Slot("date", .time), Slot("file", .pattern("[A-Z]{2}-?[0-9]{4}")),
        ])

    private static func short(_ value: FilledSlot.Value) -> String {
        switch value {
        case .amount(let amount): amount.machineText
        case .text(let text): text
        default: ""
        }
    }

    private func read(_ text: String) throws -> Meaning {
        try Self.understanding.get().read(
            Utterance(text), now: Moment(Day(number: 20_777), hour: 10), calendar: DayCalendar())
    }

    private static let understanding = Result { () throws -> Understanding in
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let french = French(words: LocaleFiles.load(directory: root + "/Locales/fr").value.words)
        let core = Definition(
            manifest: Manifest(id: "core", intents: []),
            examples: [
                "core.outside": ["raconte une blague", "quel temps fait-il"], "core.hello": ["bonjour", "salut"],
            ],
            values: [:])
        return Understanding(
            definitions: [core], knowledge: Knowledge(rules: french, words: french.words),
            now: Moment(Day(number: 20_777)))
    }
}
