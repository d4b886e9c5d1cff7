import CivilTime
import Diagnostics
import OpenData
import Testing

@Suite("The tables of public schemas")
struct SchemaTests {
    private static let header =
        "menuRestaurantNom,menuDate,menuRepasType,menuPlatType,menuPlatNom,menuPlatRegime,menuPlatAllergene\n"

    @Test(
        "tell unknown allergens from none",
        arguments: [
            ("", nil), ("[]", []), ("lait", ["lait"]), ("lait|oeufs", ["lait", "oeufs"]), ("Œufs", ["oeufs"]),
            ("\"[\"\"lait\"\", \"\"fruits à coques\"\"]\"", ["lait", "fruits à coques"]), ("kiwi", ["kiwi"]),
        ] as [(String, [String]?)])
    func allergens(_ field: String, _ expected: [String]?) throws {
        let row = "Cantine,2026-11-26,déjeuner,entrée,radis,,\(field)\n"
        let menus = MenusCollectifs.read(Table.read((Self.header + row).bytes).value)
        let dish = try #require(menus.value.first)
        #expect(dish.allergens == expected)
        #expect(menus.diagnostics.map(\.code) == (field == "kiwi" ? ["menus.unknown-value"] : []))
    }

    @Test("take the official diet that ends with a space")
    func diets() throws {
        let row = "Cantine,2026-11-26,Déjeuner,ENTRÉE,radis,\"[\"\"végétarien\"\",\"\"sans porc \"\"]\",\n"
        let menus = MenusCollectifs.read(Table.read((Self.header + row).bytes).value)
        let dish = try #require(menus.value.first)
        #expect(dish.diets == ["végétarien", "sans porc"])
        #expect(dish.meal == "déjeuner" && dish.kind == "entrée" && dish.day == Day(2026, 11, 26))
        #expect(menus.diagnostics == [])
    }

    @Test("lose one row to a bad date or an empty field")
    func badRows() {
        let rows =
            "Cantine,26/11/2026,déjeuner,entrée,radis,,\nCantine,2026-11-26,déjeuner,entrée,,,\nC,2026-11-27,,,pomme,,\n"
        let menus = MenusCollectifs.read(Table.read((Self.header + rows).bytes).value)
        #expect(menus.value.map(\.name) == ["pomme"])
        #expect(menus.diagnostics.map(\.code) == ["csv.bad-date", "csv.empty-field"])
        #expect(menus.diagnostics.map(\.line) == [2, 3])
    }

    @Test("name the column that is missing")
    func missingColumn() {
        let menus = MenusCollectifs.read(Table.read("menuRestaurantNom,menuPlatNom\nCantine,radis\n".bytes).value)
        #expect(menus.value.isEmpty)
        #expect(menus.diagnostics == [Diagnostic(.error, "csv.missing-column", ["column": "menuDate"], line: 1)])
    }

    @Test("give places, and refuse a repeated id")
    func equipment() throws {
        let text = """
            EQUIP_UID;EQUIP_NOM;ADR_NUMERO;ADR_NOMVOIE;EQUIP_OUVERTURE
            1;Piscine;8 bis;Rue des Moulins;"Mo-Fr 09:00-12:00; PH off"
            1;Autre;;;
            ;Sans;;;
            """
        let places = Equipements.read(Table.read(text.bytes).value)
        #expect(places.value.map(\.street) == ["8 bis Rue des Moulins"])
        #expect(places.value.map(\.hours) == ["Mo-Fr 09:00-12:00; PH off"])
        #expect(places.diagnostics.map(\.code) == ["csv.duplicate-id", "csv.empty-field"])
    }

    @Test("give streets and their parts")
    func streets() throws {
        let text = """
            street,sector,from,to,side,aliases
            rue des Tilleuls,nord,,,,les Tilleuls|la rue des tilleuls
            rue du Pont,sud,1,49,odd,
            rue du Lac,sud,x,,,
            rue du Bois,sud,9,3,,
            rue du Col,sud,,,left,
            """
        let streets = StreetSectors.read(Table.read(text.bytes).value)
        #expect(streets.value.map(\.street) == ["rue des Tilleuls", "rue du Pont"])
        #expect(streets.value[0].aliases == ["les Tilleuls", "la rue des tilleuls"])
        #expect(streets.value[1].from == 1 && streets.value[1].to == 49 && streets.value[1].side == .odd)
        #expect(
            streets.diagnostics.map(\.code) == ["streets.bad-number", "streets.reversed-numbers", "streets.bad-side"])
        #expect(streets.diagnostics.map(\.line) == [4, 5, 6])
    }

    @Test("read an instant of the school calendar as midnight in Paris")
    func schoolCalendar() throws {
        let text = """
            Description;Population;Date de début;Date de fin;Zones
            Vacances de la Toussaint;-;2026-10-16T22:00:00+00:00;2026-11-01T23:00:00+00:00;Zone B
            Vacances de Noël;Élèves;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Zone A, Zone B
            Prérentrée;Enseignants;2026-08-30T22:00:00+00:00;;Zone B
            Vacances d'Hiver;-;bientôt;plus tard;Zone B
            """
        let periods = SchoolCalendar.read(Table.read(text.bytes).value, in: .paris)
        #expect(periods.value.map(\.id) == ["autumn", "christmas"])
        #expect(periods.value.map(\.first.iso) == ["2026-10-17", "2026-12-19"])
        #expect(periods.value.map(\.last.iso) == ["2026-11-01", "2027-01-03"])
        #expect(periods.value.map { $0.concernsPupils(of: "A") } == [false, true])
        #expect(periods.diagnostics.map(\.line) == [5])
    }
}
