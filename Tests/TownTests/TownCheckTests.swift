import CivilTime
import Diagnostics
import Testing
import Town

@Suite("The check of a town's folder")
struct TownCheckTests {
    @Test("finds nothing in a correct folder")
    func correct() throws { #expect(try TemporaryTown(Samples.all).findings() == []) }

    @Test(
        "says the file and the line of each mistake, and nothing else",
        arguments: [
            (
                "waste/waste.yaml",
                "streams:\n  - id: verre\n    nane: le verre\nsectors:\n  - id: nord\n    name: Nord",
                [
                    "yaml.missing-key waste/waste.yaml:2", "yaml.misspelt-key waste/waste.yaml:3",
                ]
            ),
            (
                "waste/waste.yaml", Samples.waste + "\nrecycling-centre:\n  place: piscin",
                ["places.misspelt waste/waste.yaml:8"]
            ),
            (
                "waste/waste.yaml", Samples.waste + "\n  - id: nord\n    name: encore",
                ["yaml.duplicate-id waste/waste.yaml:7"]
            ),
            (
                "waste/waste.yaml", Samples.waste.replacing("le verre", with: "[a, b]"),
                ["yaml.not-a-text waste/waste.yaml:3"]
            ),
            ("waste/waste.yaml", "streams: []\nsectors: []", ["waste.nothing-described waste/waste.yaml"]),
            (
                "waste/waste.yaml", "streams: [", ["yaml.syntax waste/waste.yaml:2"]
            ),
            (
                "waste/streets.csv", "street,sector\nrue A,sud\nrue B,nord\nrue B,nord\n",
                ["waste.unknown-sector waste/streets.csv:2", "waste.repeated-street waste/streets.csv:4"]
            ),
            ("waste/streets.csv", "street,aliases\nrue A,\n", ["csv.missing-column waste/streets.csv:1"]),
            (
                "waste/nord-verre.ics", "n'importe quoi",
                [
                    "ical.bad-line waste/nord-verre.ics:1",
                    "ical.not-a-calendar waste/nord-verre.ics:1",
                ]
            ),
            (
                "waste/nord-verre.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR", ["waste.no-collection waste/nord-verre.ics"]
            ),
            ("waste/sud-verre.ics", Samples.calendar, ["waste.unknown-calendar waste/sud-verre.ics"]),
            (
                "canteen/menus.csv", "menuRestaurantNom,menuPlatNom\nCantine,radis\n",
                ["csv.missing-column canteen/menus.csv:1"]
            ),
            (
                "canteen/canteen.yaml", Samples.canteen.replacing("Cantine", with: "Resto"),
                ["canteen.unknown-restaurant canteen/canteen.yaml:4"]
            ),
            (
                "canteen/canteen.yaml", Samples.canteen.replacing("3.40", with: "cher"),
                ["canteen.bad-price canteen/canteen.yaml:7"]
            ),
            (
                "canteen/canteen.yaml", Samples.canteen.replacing("10:00", with: "25:00"),
                ["yaml.bad-time canteen/canteen.yaml:10"]
            ),
            (
                "pronunciations.yaml", "names:\n  Gex: jex\n  Metz: ''\n  Auxerre: \"[[osER\"\n  Bruxelles: [brussel]",
                ["yaml.not-a-text pronunciations.yaml:5", "pronunciation.bad pronunciations.yaml:4"]
            ),
            ("canteen/canteen.yaml", "schools: école", ["yaml.not-a-list canteen/canteen.yaml:1"]),
            ("canteen/canteen.yaml", "schools:\n  - [a", ["yaml.syntax canteen/canteen.yaml:3"]),
            ("canteen/canteen.yaml", "prices:\nprices:\n", ["yaml.duplicate-keys canteen/canteen.yaml:1"]),
            ("canteen/canteen.yaml", "", ["yaml.empty canteen/canteen.yaml"]),
            (
                "places/places.yaml", Samples.places.replacing("place: piscine", with: "place: mairie"),
                ["places.unknown places/places.yaml:7"]
            ),
            ("places/annuaire.json", "{\"service\": [", ["json.damaged places/annuaire.json:1"]),
            (
                "events/agenda.ics", Samples.calendar.replacing("SUMMARY:Verre", with: "X-A:b"),
                ["ical.no-summary events/agenda.ics:2"]
            ),
            (
                "procedures/carte.yaml", Samples.procedure.replacing("motif: [perdue]", with: "motiv: [perdue]"),
                ["procedure.unknown-question procedures/carte.yaml:14"]
            ),
            (
                "procedures/carte.yaml", Samples.procedure.replacing("motif: [perdue]", with: "motif: [perdu]"),
                ["yaml.misspelt-value procedures/carte.yaml:14"]
            ),
            (
                "procedures/carte.yaml", Samples.procedure.replacing("kind: document", with: "kind: papier"),
                ["yaml.unknown-value procedures/carte.yaml:12", "procedure.no-fact procedures/carte.yaml:11"]
            ),
            (
                "procedures/carte.yaml", Samples.procedure.replacing("place: piscine", with: "place: pissine"),
                ["places.misspelt procedures/carte.yaml:4"]
            ),
            (
                "procedures/carte.yaml", Samples.procedure.replacing("2026-11-21", with: "21/11/2026"),
                ["yaml.bad-date procedures/carte.yaml:2"]
            ),
            (
                "procedures/carte.yaml", Samples.procedure.replacing("une photo récente", with: "Une photo."),
                ["procedure.document-form procedures/carte.yaml:13"]
            ),
            (
                "procedures/carte.yaml",
                Samples.procedure.replacing(
                    "Pourquoi ?",
                    with: "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize ?"),
                ["text.long-sentence procedures/carte.yaml:7"]
            ),
            (
                "calendar/school-holidays.csv",
                "Description;Date de début;Date de fin;Zones\nNoël;2026-12-19;2027-01-04;Zone C\n",
                ["school.unknown-zone calendar/school-holidays.csv"]
            ),
            (
                "places/annexe.csv", Samples.equipment.replacing("1,", with: "piscine,"),
                ["places.repeated-id places/equipements.csv"]
            ),
            (
                "places/places.yaml", Samples.places.replacing("source-id: 1\n    ", with: ""),
                [
                    "yaml.missing-key places/places.yaml:2", "places.unknown places/places.yaml:6",
                    "places.unknown procedures/carte.yaml:4",
                ]
            ),
            ("events/photo.jpg", "x", ["folder.unknown-file events/photo.jpg"]),
            (
                "places/equipements.csv", Samples.equipment.replacing("Mo-Fr", with: "Xx-Yy"),
                ["hours.unexpected places/equipements.csv:2"]
            ),
            (
                "places/places.yaml", Samples.places.replacing("name: la piscine", with: "hours: Mo 25:00-26:00"),
                ["hours.out-of-range places/places.yaml:4"]
            ),
            ("divers/notes.txt", "x", ["folder.unknown-file divers"]),
        ] as [(String, String, [String])])
    func mistakes(_ file: String, _ text: String, _ expected: [String]) throws {
        #expect(try TemporaryTown(Samples.all(with: file, text)).findings().sorted() == expected.sorted())
    }

    @Test(
        "says what is wrong in town.yaml",
        arguments: [
            ("name: Valclair\n", "", ["yaml.missing-key town.yaml:1"]),
            ("\"99123\"", "991", ["town.bad-insee town.yaml:2"]),
            (
                "school-zone: B", "school-zone: Z",
                ["yaml.unknown-value town.yaml:4", "school.unknown-zone calendar/school-holidays.csv"]
            ),
            (
                "school-zone: B", "time-zone: Europe/Pari",
                ["town.unknown-zone town.yaml:4", "school.no-zone calendar/school-holidays.csv"]
            ),
            (
                "staffed-hours",
                "short-links:\n  https://a.example/x: a b\n  https://b.example/y: b.example\nstaffed-hours",
                ["town.bad-short-link town.yaml:9"]
            ),
            (
                "\"waste/*\"", "\"waste/*.txt\"",
                [
                    "source.unused town.yaml:15", "source.missing waste/waste.yaml", "source.missing waste/streets.csv",
                    "source.missing waste/nord-verre.ics",
                ]
            ),
        ] as [(String, String, [String])])
    func settings(_ old: String, _ new: String, _ expected: [String]) throws {
        let town = try TemporaryTown(Samples.all, settings: TemporaryTown.settings.replacing(old, with: new))
        #expect(town.findings().sorted() == expected.sorted())
    }

    @Test(
        "warns of sources that end within thirty days or have ended",
        arguments: [
            ("2028-08-01", 0, nil), ("2028-08-02", 6, "source.expiring"), ("2028-08-31", 6, "source.expiring"),
            ("2028-09-01", 6, "source.expired"),
        ]
            as [(String, Int, String?)])
    func expiry(_ today: String, _ count: Int, _ code: String?) throws {
        let found = try TemporaryTown(Samples.all).check(today: Day(iso: today))
        #expect(found.count == count)
        #expect(
            found.allSatisfy { $0.code == code && $0.severity == .warning && $0.file == "town.yaml" && $0.line != nil })
    }

    @Test(
        "compares a procedure with the official sheet that it cites",
        arguments: [
            ("Carte", "2026-11-21", "F1341", []),
            ("Carte", "2026-11-22", "F1341", ["dila.newer procedures/carte.yaml:2"]),
            ("Autre", "2026-11-01", "F1341", ["dila.other-title procedures/carte.yaml:3"]),
            ("Carte", "2026-11-01", "F9", ["dila.other-url procedures/carte.yaml:3"]),
        ] as [(String, String, String, [String])])
    func officialSheet(_ title: String, _ date: String, _ page: String, _ expected: [String]) throws {
        let sheet = """
            <Publication ID="F1341" spUrl="https://www.service-public.fr/vosdroits/\(page)" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>\(title)</dc:title><dc:date>modified \(date)</dc:date></Publication>
            """
        let procedure = Samples.procedure.replacing(
            "https://valclair.example\"", with: "https://www.service-public.gouv.fr/F1341\", dila: F1341")
        let files = Samples.all(with: "procedures/carte.yaml", procedure).merging(["procedures/dila/F1341.xml": sheet])
        { $1 }
        #expect(try TemporaryTown(files).findings() == expected)
    }

    @Test("counts what comes back again and again")
    func repeated() throws {
        let rows = String(repeating: "rue A,sud\n", count: 500)
        let found = try TemporaryTown(Samples.all(with: "waste/streets.csv", "street,sector\n" + rows)).check()
        #expect(found.count == 21)
        #expect(found.last?.code == "check.and-more" && found.last?.arguments == ["count": "480"])
    }
}
