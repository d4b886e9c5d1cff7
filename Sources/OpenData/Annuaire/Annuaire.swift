public import CivilTime
public import Diagnostics

/// A counter of the « Annuaire de l'administration » (DILA, v3).
public struct PublicService: Sendable, Hashable {
    /// `id`, or `ancien_code_pivot` when there is none.
    public let id: String
    /// `ancien_code_pivot`, or nil.
    public let pivot: String?
    /// `nom`.
    public let name: String
    /// The kinds of service: `mairie`, `france_services`.
    public let kinds: [String]
    /// The street address, or nil.
    public let street: String?
    /// The postcode, or nil.
    public let postcode: String?
    /// The commune, or nil.
    public let commune: String?
    /// `plage_ouverture` in OSM's notation with its comments, or nil.
    public let hours: String?
    /// `commentaire_plage_ouverture`, or nil.
    public let hoursComment: String?
    /// The first telephone number, or nil.
    public let phone: String?
    /// The first e-mail address, or nil.
    public let email: String?
    /// The first web site, or nil.
    public let url: String?
    /// The day of `date_modification`, or nil.
    public let modified: Day?
    /// The record's line, or nil.
    public let line: Int?
}

/// Reads the « Annuaire de l'administration »: the file's own shape, and the API's with JSON inside texts.
public enum Annuaire {
    /// Reads the services; one without an id or a name is left out with an error, a repeated id too.
    public static func read(_ raw: [UInt8]) -> Checked<[PublicService]> {
        let document = JSONRecords(raw, under: ["service", "results", "records"])
        var diagnostics = document.diagnostics
        var services: [PublicService] = []
        var ids: Set<String> = []
        for record in document.records {
            guard let service = service(record, &diagnostics) else { continue }
            if ids.insert(service.id).inserted {
                services.append(service)
            } else {
                diagnostics.append(Diagnostic(.error, "json.duplicate-id", ["id": service.id], line: record.line))
            }
        }
        return Checked(services, diagnostics)
    }

    private static func service(
        _ record: JSONRecords.Record, _ diagnostics: inout [Diagnostic]
    ) -> PublicService? {
        let fields = record.fields
        guard let id = fields["id"].text ?? fields["ancien_code_pivot"].text, let name = fields["nom"].text else {
            let field = fields["nom"].text == nil ? "nom" : "id"
            diagnostics.append(Diagnostic(.error, "json.missing-field", ["field": field], line: record.line))
            return nil
        }
        let address = address(of: fields)
        let ranges = AnnuaireHours.read(JSONRecords.unwrapped(fields["plage_ouverture"]))
        diagnostics += ranges.diagnostics.map { diagnostic in
            var copy = diagnostic
            (copy.line, copy.arguments["service"]) = (record.line, name)
            return copy
        }
        return PublicService(
            id: id, pivot: fields["ancien_code_pivot"].text, name: name,
            kinds: JSONRecords.unwrapped(fields["pivot"]).items.compactMap { $0["type_service_local"].text },
            street: address["numero_voie"].text, postcode: address["code_postal"].text,
            commune: address["nom_commune"].text, hours: ranges.value,
            hoursComment: fields["commentaire_plage_ouverture"].text, phone: first(fields, "telephone"),
            email: first(fields, "adresse_courriel"), url: first(fields, "site_internet"),
            modified: fields["date_modification"].text.flatMap { day($0) }, line: record.line)
    }

    /// The place itself rather than where letters go.
    private static func address(of fields: JSONValue) -> JSONValue {
        let addresses = JSONRecords.unwrapped(fields["adresse"]).items
        return addresses.first { $0["type_adresse"].text == "Adresse" } ?? addresses.first ?? .null
    }

    /// The first value of a field whose items are texts or objects with a `valeur`.
    private static func first(_ fields: JSONValue, _ name: String) -> String? {
        JSONRecords.unwrapped(fields[name]).items.lazy.compactMap { $0["valeur"].text ?? $0.text }.first
    }

    /// The day of `09/08/2023 13:30:19`.
    private static func day(_ text: String) -> Day? {
        let parts = text.prefix(10).split(separator: "/").compactMap { wholeNumber($0) }
        return parts.count == 3 ? Day(parts[2], parts[1], parts[0]) : Day(iso: text.prefix(10))
    }
}
