public import Diagnostics

/// A public place: a row of SCDL « équipements » 0.1.5.
public struct Equipment: Sendable, Hashable {
    /// `EQUIP_UID`.
    public let id: String
    /// `EQUIP_NOM`.
    public let name: String
    /// `EQUIP_TYPE`, or an empty text.
    public let type: String
    /// `ADR_NUMERO` and `ADR_NOMVOIE`, or nil.
    public let street: String?
    /// `ADR_CODEPOSTAL`, or nil.
    public let postcode: String?
    /// `ADR_COMMUNE`, or nil.
    public let commune: String?
    /// `EQUIP_OUVERTURE` in OSM's notation, or nil.
    public let hours: String?
    /// `EQUIP_TEL`, or nil.
    public let phone: String?
    /// `EQUIP_EMAIL`, or nil.
    public let email: String?
    /// `EQUIP_WEB`, or nil.
    public let url: String?
    /// The row's line.
    public let line: Int
}

/// Reads SCDL « équipements » 0.1.5: one row a place.
public enum Equipements {
    /// Whether a header looks like this schema's.
    public static func recognises(_ table: Table) -> Bool {
        table.header.contains { folded($0).hasPrefix("equip_") }
    }

    /// Reads the places; a row without an id or a name is left out with an error, a repeated id too.
    public static func read(_ table: Table) -> Checked<[Equipment]> {
        var diagnostics = table.missing([["EQUIP_UID"], ["EQUIP_NOM"]])
        guard diagnostics.isEmpty else { return Checked([], diagnostics) }
        diagnostics += table.missing([["EQUIP_OUVERTURE"]]).map {
            Diagnostic(.warning, "equipment.no-hours-column", line: $0.line)
        }
        var lines: [String: Int] = [:]
        var places: [Equipment] = []
        for row in table.rows {
            guard let id = row.required("EQUIP_UID", &diagnostics), let name = row.required("EQUIP_NOM", &diagnostics)
            else { continue }
            if let first = lines[id] {
                let arguments = ["id": id, "first": String(first)]
                diagnostics.append(Diagnostic(.error, "csv.duplicate-id", arguments, line: row.line))
                continue
            }
            lines[id] = row.line
            places.append(equipment(id: id, name: name, row))
        }
        return Checked(places, diagnostics)
    }

    private static func equipment(id: String, name: String, _ row: TableRow) -> Equipment {
        let street = [row["ADR_NUMERO"], row["ADR_NOMVOIE"]].compactMap { $0 }.joined(separator: " ")
        return Equipment(
            id: id, name: name, type: row["EQUIP_TYPE"] ?? "", street: filled(street),
            postcode: row["ADR_CODEPOSTAL"], commune: row["ADR_COMMUNE"], hours: row["EQUIP_OUVERTURE"],
            phone: row["EQUIP_TEL"], email: row["EQUIP_EMAIL"], url: row["EQUIP_WEB"], line: row.line)
    }
}
