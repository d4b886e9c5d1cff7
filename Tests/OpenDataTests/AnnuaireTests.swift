import CivilTime
import Diagnostics
import OpenData
import Testing

@Suite("The Annuaire de l'administration")
struct AnnuaireTests {
    private func range(_ first: String, _ last: String, _ clocks: [String], _ comment: String = "") -> String {
        let padded = clocks + Array(repeating: "", count: 4 - clocks.count)
        return """
            {"nom_jour_debut": "\(first)", "nom_jour_fin": "\(last)", "valeur_heure_debut_1": "\(padded[0])",
             "valeur_heure_fin_1": "\(padded[1])", "valeur_heure_debut_2": "\(padded[2])",
             "valeur_heure_fin_2": "\(padded[3])", "commentaire": "\(comment)"}
            """
    }

    private func read(_ ranges: [String]) -> Checked<[PublicService]> {
        let text =
            "{\"service\": [\n{\"id\": \"1\", \"nom\": \"Mairie\", \"plage_ouverture\": [\(ranges.joined(separator: ","))]}]}"
        return Annuaire.read(text.bytes)
    }

    @Test("has its ranges in OSM's notation")
    func hours() {
        let day = ["08:30:00", "12:00:00", "13:30:00", "17:30:00"]
        let cases: [([String], String?)] = [
            ([range("Lundi", "Vendredi", day)], "Mo-Fr 08:30-12:00,13:30-17:30"),
            (
                [range("Lundi", "Lundi", day), range("Samedi", "Samedi", ["9:00", "12:00:00"])],
                "Mo 08:30-12:00,13:30-17:30; Sa 09:00-12:00"
            ),
            (
                [range("Mardi", "Mardi", ["09:00:00", "12:00:00"], "sur \\\"rendez-vous\\\"")],
                "Tu 09:00-12:00 \"sur 'rendez-vous'\""
            ),
            (
                [
                    range("Mardi", "Mardi", ["09:00:00", "12:00:00"]),
                    range("Mardi", "Mardi", ["14:00:00", "16:00:00"], "le soir"),
                ], "Tu 09:00-12:00, Tu 14:00-16:00 \"le soir\""
            ),
            ([range("Lundi", "Lundi", [], "sur rendez-vous")], "Mo \"sur rendez-vous\""),
            ([range("Vendredi", "Lundi", ["20:00:00", "00:00:00"])], "Fr-Mo 20:00-24:00"),
            ([], nil), ([range("Lundi", "Lundi", [])], nil),
        ]
        for (ranges, expected) in cases {
            let services = read(ranges)
            #expect(services.value.first?.hours == expected)
            #expect(services.diagnostics == [])
        }
    }

    @Test("says which range is wrong")
    func badRanges() {
        let services = read([
            range("Lundi", "Lunedi", ["09:00:00", "12:00:00"]), range("Mardi", "Mardi", ["25:00:00", "12:00:00"]),
        ])
        #expect(services.diagnostics.map(\.code) == ["annuaire.bad-day", "annuaire.bad-hour"])
        #expect(services.diagnostics.allSatisfy { $0.line == 2 && $0.arguments["service"] == "Mairie" })
        #expect(services.value.first?.hours == nil)
    }

    @Test("is read when its fields are JSON within texts")
    func nested() throws {
        let text = """
            {"results": [{"ancien_code_pivot": "mairie-1", "nom": "Mairie", "pivot": "[{\\"type_service_local\\": \\"mairie\\"}]",
              "adresse": "[{\\"type_adresse\\": \\"Adresse postale\\"}, {\\"type_adresse\\": \\"Adresse\\", \\"numero_voie\\": \\"3 rue\\"}]",
              "telephone": "[{\\"valeur\\": \\"01\\"}]", "adresse_courriel": "a@b.example"}]}
            """
        let service = try #require(Annuaire.read(text.bytes).value.first)
        #expect(service.id == "mairie-1" && service.kinds == ["mairie"] && service.street == "3 rue")
        #expect(service.phone == "01" && service.email == "a@b.example")
    }

    @Test(
        "of a real town hall is read whole",
        .enabled(if: SharedData.has("annuaire/mairie-fontaine-le-port.json"), "the shared samples are absent"))
    func real() throws {
        let services = Annuaire.read(try SharedData.bytes("annuaire/mairie-fontaine-le-port.json"))
        let service = try #require(services.value.first)
        #expect(services.diagnostics == [])
        #expect(
            service.hours
                == "Tu 09:00-12:00,18:00-19:00 \"Accueil ouvert uniquement hors vacances scolaires l'après-midi.\"; We 09:00-12:00; Fr 09:00-12:00"
        )
        #expect(
            service.pivot == "mairie-77188-01" && service.street == "3 rue du Général-Roux"
                && service.phone == "01 64 38 30 52")
        #expect(service.modified == Day(2023, 8, 9))
    }
}
