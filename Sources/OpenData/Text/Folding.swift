/// Lower case without accents, for names that formats and their users write in several ways.
package func folded(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text.lowercased() {
        switch character {
        case "à", "â", "ä": result.append("a")
        case "é", "è", "ê", "ë": result.append("e")
        case "î", "ï": result.append("i")
        case "ô", "ö": result.append("o")
        case "ù", "û", "ü": result.append("u")
        case "ç": result.append("c")
        case "œ": result.append("oe")
        case "’": result.append("'")
        default: result.append(character)
        }
    }
    return result
}

/// A text without white space at its ends, non-breaking spaces included.
func trimmed(_ text: some StringProtocol) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
}

/// A trimmed text, or nil when nothing is left of it.
func filled(_ text: (some StringProtocol)?) -> String? {
    guard let text else { return nil }
    let result = trimmed(text)
    return result.isEmpty ? nil : result
}

/// A whole number written in one to nine ASCII digits, or nil.
func wholeNumber(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
}
