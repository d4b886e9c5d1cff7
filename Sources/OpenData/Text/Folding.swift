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
    // Most texts begin and end with a visible ASCII character: nothing is to be cut, and no character to be analysed.
    if let first = text.utf8.first, let last = text.unicodeScalars.last?.value, (33...126).contains(first),
        (33...126).contains(last)
    {
        return String(text)
    }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
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
