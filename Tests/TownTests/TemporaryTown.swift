import CivilTime
import Diagnostics
import Foundation
import Town

/// A folder of a town that a test writes, removed with the value.
final class TemporaryTown {
    /// Where it is.
    let path = FileManager.default.temporaryDirectory.appending(path: "town-" + UUID().uuidString).path

    /// Makes a folder that holds these files, by path; `town.yaml` is a complete one unless it is given.
    init(_ files: [String: String] = [:], settings: String? = TemporaryTown.settings) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        if let settings { try write(settings, to: "town.yaml") }
        for (file, text) in files { try write(text, to: file) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The folder as Parvis reads it.
    var folder: TownFolder { TownFolder(path) }

    /// What the check finds; the folder is there until it is done.
    func check(today: Day? = nil) -> [Diagnostic] { folder.check(today: today) }

    /// Writes a file and the folders above it.
    func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

    /// Writes the bytes of a file and the folders above it.
    func write(_ bytes: [UInt8], to file: String) throws {
        let url = URL(filePath: path).appending(path: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// The findings as `code file:line`, in order.
    func findings() -> [String] {
        folder.check().map { $0.code + " " + $0.file + ($0.line.map { ":" + String($0) } ?? "") }
    }

    /// A complete `town.yaml` whose sources vouch for every file.
    static let settings = """
        name: Valclair
        insee: "99123"
        postcode: "99120"
        school-zone: B
        contact:
          name: l'accueil de la mairie
          phone: "01 99 00 12 00"
        staffed-hours: "Mo-Fr 08:30-12:00,13:30-17:30; PH off"
        sources:
        \(["calendar", "waste", "canteen", "events", "places", "procedures"].map(source).joined(separator: "\n"))
        """

    private static func source(_ folder: String) -> String {
        """
          "\(folder)/*":
            title: une source
            publisher: Mairie de Valclair
            date: 2026-06-15
            valid-until: 2028-08-31
        """
    }
}

/// Small correct files, to be damaged one by one.
enum Samples {
    static let waste = """
        streams:
          - id: verre
            name: le verre
        sectors:
          - id: nord
            name: le secteur Nord
        """
    static let streets = "street,sector,from,to,side,aliases\nrue des Tilleuls,nord,,,,\n"
    static let calendar = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:20261123
        RRULE:FREQ=WEEKLY;COUNT=3
        SUMMARY:Verre
        END:VEVENT
        END:VCALENDAR
        """
    static let menus = """
        menuRestaurantNom,menuDate,menuRepasType,menuPlatType,menuPlatNom,menuPlatAllergene
        Cantine,2026-11-26,déjeuner,entrée,radis,lait
        """
    static let canteen = """
        schools:
          - id: ecole
            name: l'école
            restaurant: Cantine
        prices:
          - label: une famille
            euros: 3.40
        booking:
          days-before: 2
          time: "10:00"
          how: ["Réservez."]
        """
    static let equipment = "EQUIP_UID,EQUIP_NOM,EQUIP_OUVERTURE\n1,Piscine,Mo-Fr 09:00-12:00\n"
    static let places = """
        places:
          - source-id: 1
            id: piscine
            name: la piscine
        matters:
          - names: [une carte de piscine]
            place: piscine
        """
    static let procedure = """
        name: la carte
        written: 2026-11-21
        source: {title: Carte, url: "https://valclair.example"}
        place: piscine
        questions:
          - id: motif
            prompt: Pourquoi ?
            choices:
              - {id: perdue, label: une carte perdue}
              - {id: volee, label: une carte volée}
        facts:
          - kind: document
            text: une photo récente
            when: {motif: [perdue]}
        """

    /// Every file, correct.
    static let all = [
        "waste/waste.yaml": waste, "waste/streets.csv": streets, "waste/nord-verre.ics": calendar,
        "canteen/menus.csv": menus, "canteen/canteen.yaml": canteen, "events/agenda.ics": calendar,
        "places/equipements.csv": equipment, "places/places.yaml": places, "procedures/carte.yaml": procedure,
        "calendar/school-holidays.csv":
            "Description;Date de début;Date de fin;Zones\nVacances de Noël;2026-12-19;2027-01-04;Zone B\n",
    ]

    /// Every file, one of them replaced.
    static func all(with file: String, _ text: String) -> [String: String] { all.merging([file: text]) { $1 } }
}
