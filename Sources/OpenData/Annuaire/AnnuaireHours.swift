import CivilTime
import Diagnostics

/// Turns the `plage_ouverture` of the Annuaire into an OSM `opening_hours` text.
///
/// One range a rule: `Tu 09:00-12:00,18:00-19:00 "comment"`. What a comment says is free text and stays one.
enum AnnuaireHours {
    /// The OSM text, or nil when no range is usable.
    static func read(_ ranges: JSONValue) -> Checked<String?> {
        var diagnostics: [Diagnostic] = []
        var result = ""
        var days: Set<Int> = []
        for range in ranges.items {
            guard let rule = rule(range, &diagnostics) else { continue }
            // A later rule for the same day would replace the first one after `;`, and adds to it after `,`.
            let isAddition = !days.isDisjoint(with: rule.days)
            if !result.isEmpty { result += isAddition ? ", " : "; " }
            result += rule.text
            days.formUnion(rule.days)
        }
        return Checked(result.isEmpty ? nil : result, diagnostics)
    }

    private static func rule(_ range: JSONValue, _ diagnostics: inout [Diagnostic]) -> (text: String, days: [Int])? {
        let (firstName, lastName) = (range["nom_jour_debut"].text ?? "", range["nom_jour_fin"].text)
        guard let first = names.firstIndex(of: folded(firstName)),
            let last = lastName.map({ names.firstIndex(of: folded($0)) }) ?? first
        else {
            let arguments = ["value": firstName + " - " + (lastName ?? "")]
            diagnostics.append(Diagnostic(.warning, "annuaire.bad-day", arguments))
            return nil
        }
        var spans: [String] = []
        for number in ["1", "2"] {
            let begin = range["valeur_heure_debut_" + number].text
            let end = range["valeur_heure_fin_" + number].text
            if begin == nil, end == nil { continue }
            guard let opening = begin.flatMap({ clock($0) }), let closing = end.flatMap({ clock($0) }) else {
                let arguments = ["value": (begin ?? "") + " - " + (end ?? "")]
                diagnostics.append(Diagnostic(.warning, "annuaire.bad-hour", arguments))
                continue
            }
            spans.append(opening + "-" + (closing == "00:00" ? "24:00" : closing))
        }
        let comment = range["commentaire"].text.map { "\"" + $0.replacing("\"", with: "'") + "\"" }
        guard !spans.isEmpty || comment != nil else { return nil }
        let selector = codes[first] + (last == first ? "" : "-" + codes[last])
        let words = [selector, spans.joined(separator: ","), comment ?? ""].filter { !$0.isEmpty }
        let count = (last - first + 7) % 7
        return (words.joined(separator: " "), (0...count).map { (first + $0) % 7 })
    }

    /// `09:00` of `09:00:00`.
    private static func clock(_ text: String) -> String? {
        let parts = text.split(separator: ":")
        guard parts.count >= 2, let hour = wholeNumber(parts[0]), let minute = wholeNumber(parts[1]), hour <= 24,
            minute < 60, hour < 24 || minute == 0
        else { return nil }
        return (hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute)
    }

    private static let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    private static let codes = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
}
