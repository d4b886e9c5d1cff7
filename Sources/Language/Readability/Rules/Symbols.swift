import Diagnostics

/// Rule X4: no emoji, arrow, drawing or sign that a voice spells out; rule X5: no table.
extension PlainCheck {
    func symbols(_ text: ReadText) -> [Diagnostic] {
        text.lines.flatMap { line -> [Diagnostic] in
            var seen: Set<Character> = []
            return line.prose.compactMap { sign in
                guard isSymbol(sign), seen.insert(sign).inserted else { return nil }
                let word = words.signs[sign]
                return problem(
                    .error, word == nil ? "plain.symbol" : "plain.sign", rule: "X4", String(sign), line: line.number,
                    ["suggestion": word ?? ""])
            }
        }
    }

    private func isSymbol(_ sign: Character) -> Bool {
        if words.signs[sign] != nil { return true }
        return sign.unicodeScalars.contains { scalar in
            if scalar.isASCII { return "&<>#\\|~^_*{}[]`=".unicodeScalars.contains(scalar) }
            switch scalar.properties.generalCategory {
            case .otherSymbol: return scalar != "°"
            case .mathSymbol, .modifierSymbol, .control, .format, .privateUse, .unassigned: return true
            default: return "…§•·†‡¶".unicodeScalars.contains(scalar)
            }
        }
    }

    /// Columns that only the eye can follow: a bar, a tabulation, or a run of spaces between words.
    func tables(_ text: ReadText) -> [Diagnostic] {
        text.lines.filter { $0.text.contains("\t") || $0.text.contains("   ") || $0.text.count { $0 == "|" } > 1 }
            .map { problem(.error, "plain.table", rule: "X5", $0.text, line: $0.number) }
    }

    /// What stands between parentheses breaks the sentence for the ear.
    func parentheses(_ text: ReadText) -> [Diagnostic] {
        text.lines.filter { $0.prose.contains("(") }
            .map { problem(.warning, "plain.parenthesis", rule: "X1", $0.text, line: $0.number) }
    }
}
