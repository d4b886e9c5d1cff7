public import CivilTime
public import Diagnostics

/// A dish on a day's menu of one restaurant: a row of SCDL « menus-collectifs » 1.2.3.
public struct MenuDish: Sendable, Hashable {
    /// `menuRestaurantNom`.
    public let restaurant: String
    /// `menuRestaurantType`, or an empty text.
    public let restaurantType: String
    /// `menuDate`.
    public let day: Day
    /// `menuRepasType`, one of ``MenusCollectifs/meals``.
    public let meal: String
    /// `menuPlatType`, one of ``MenusCollectifs/kinds``.
    public let kind: String
    /// `menuPlatNom`.
    public let name: String
    /// `menuPlatRegime`, trimmed: the official list itself has "sans porc " with a space.
    public let diets: [String]
    /// `menuPlatAllergene` as the schema names them; nil when the field is empty: unknown, never "none", which is `[]`.
    public let allergens: [String]?
    /// `menuPublicationDate`, its day, or nil.
    public let published: Day?
    /// The row's line.
    public let line: Int
}

/// Reads SCDL « menus-collectifs » 1.2.3: one row a dish.
public enum MenusCollectifs {
    /// The meals that the schema knows.
    public static let meals = ["petit-déjeuner", "déjeuner", "goûter", "dîner", "collation", "pique-nique", "autre"]
    /// The kinds of dishes that the schema knows.
    public static let kinds = ["entrée", "plat principal", "garniture", "dessert", "produit laitier", "pain", "autre"]
    /// The fourteen allergens of regulation (EU) 1169/2011, annex II, as the schema names them.
    public static let allergens = [
        "céréales contenant du gluten", "crustacés", "oeufs", "poissons", "arachides", "soja", "lait",
        "fruits à coques", "céleri", "moutarde", "graines de sésame", "anhydride sulfureux et sulfites", "lupin",
        "mollusques",
    ]
    /// The diets that the schema knows, trimmed.
    public static let diets = ["végétarien", "sans sel", "sans porc", "sans sucre ajouté"]

    /// Whether a header looks like this schema's.
    public static func recognises(_ table: Table) -> Bool {
        table.header.contains { folded($0).hasPrefix("menuplat") || folded($0).hasPrefix("menurestaurant") }
    }

    /// Reads the dishes; a row without a restaurant, a day or a dish is left out with an error.
    public static func read(_ table: Table) -> Checked<[MenuDish]> {
        var diagnostics = table.missing([["menuRestaurantNom"], ["menuDate"], ["menuPlatNom"]])
        guard diagnostics.isEmpty else { return Checked([], diagnostics) }
        diagnostics += table.missing([["menuRepasType"], ["menuPlatType"], ["menuPlatAllergene"]]).map {
            Diagnostic(.warning, "menus.no-column", $0.arguments, line: $0.line)
        }
        let dishes = table.rows.compactMap { dish($0, &diagnostics) }
        return Checked(dishes, diagnostics)
    }

    private static func dish(_ row: TableRow, _ diagnostics: inout [Diagnostic]) -> MenuDish? {
        guard let restaurant = row.required("menuRestaurantNom", &diagnostics),
            let day = row.day("menuDate", &diagnostics), let name = row.required("menuPlatNom", &diagnostics)
        else { return nil }
        return MenuDish(
            restaurant: restaurant, restaurantType: row["menuRestaurantType"] ?? "", day: day,
            meal: value(row["menuRepasType"] ?? "déjeuner", of: meals, "menuRepasType", row, &diagnostics),
            kind: value(row["menuPlatType"] ?? "autre", of: kinds, "menuPlatType", row, &diagnostics), name: name,
            diets: row.list("menuPlatRegime").map { value($0, of: diets, "menuPlatRegime", row, &diagnostics) },
            allergens: declaredAllergens(row, &diagnostics),
            published: row["menuPublicationDate"].flatMap { Day(iso: $0.prefix(10)) }, line: row.line)
    }

    /// Nil for an empty field; none for the empty list `[]`, which says that the kitchen declares none.
    private static func declaredAllergens(_ row: TableRow, _ diagnostics: inout [Diagnostic]) -> [String]? {
        guard row["menuPlatAllergene"] != nil else { return nil }
        return row.list("menuPlatAllergene").map {
            value($0, of: allergens, "menuPlatAllergene", row, &diagnostics)
        }
    }

    /// The schema's own spelling of a value, or the value itself with a warning: an unknown allergen is still one.
    private static func value(
        _ text: String, of known: [String], _ column: String, _ row: TableRow, _ diagnostics: inout [Diagnostic]
    ) -> String {
        if known.contains(text) { return text }
        let folded = folded(text)
        if let match = known.first(where: { OpenData.folded($0) == folded }) { return match }
        let arguments = ["column": column, "value": text, "known": known.joined(separator: ", ")]
        diagnostics.append(Diagnostic(.warning, "menus.unknown-value", arguments, line: row.line))
        return text
    }
}
