/// Telephone numbers and addresses of the web, written and said.
extension French {
    /// A telephone number in pairs: "01 99 00 12 34"; a short or a foreign number as it was given.
    static func phone(_ text: String) -> String {
        guard let digits = nationalDigits(text) else { return text }
        return pairs(digits).joined(separator: " ")
    }

    /// A telephone number in words, a pair at a time.
    func spokenPhone(_ text: String) -> String {
        if let digits = Self.nationalDigits(text) {
            return Self.pairs(digits).map { pair($0) }.joined(separator: ", ")
        }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count > 3 || digits.hasPrefix("0") else {
            return Int(digits).map { cardinal($0) } ?? text
        }
        return Self.pairs(digits).map { pair($0) }.joined(separator: " ")
    }

    /// An address of the web or of a mailbox, in words: "valclair point example barre oblique contact".
    func spokenAddress(_ text: String) -> String {
        var rest = text[...]
        for scheme in ["https://", "http://", "mailto:"] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        var spoken: [String] = []
        while let first = rest.first {
            let part: Substring
            if first.isASCII && first.isNumber {
                part = rest.prefix { $0.isASCII && $0.isNumber }
                spoken.append(part.count < 10 && first != "0" ? cardinal(Int(part) ?? 0) : sayPairs(part))
            } else if first.isLetter {
                part = rest.prefix { $0.isLetter }
                spoken.append(list("sign." + part.lowercased()).first ?? String(part))
            } else {
                part = rest.prefix(1)
                spoken.append(list("sign." + part).first ?? String(part))
            }
            rest = rest[part.endIndex...]
        }
        return spoken.joined(separator: " ")
    }

    /// Long figures, two at a time.
    func sayPairs(_ digits: some StringProtocol) -> String {
        Self.pairs(String(digits)).map { pair($0) }.joined(separator: " ")
    }

    /// The ten digits of a French number, from "01 99 00 12 34" or "+33 1 99 00 12 34"; nil for any other number.
    static func nationalDigits(_ text: String) -> String? {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || " .-+()".contains($0)) }) else { return nil }
        var digits = text.filter { $0.isASCII && $0.isNumber }
        for prefix in ["0033", "33"] where digits.count == prefix.count + 9 && digits.hasPrefix(prefix) {
            digits = "0" + digits.dropFirst(prefix.count)
        }
        return digits.count == 10 && digits.hasPrefix("0") ? digits : nil
    }

    private static func pairs(_ digits: String) -> [String] {
        let characters = Array(digits)
        return stride(from: 0, to: characters.count, by: 2).map { start in
            String(characters[start..<min(start + 2, characters.count)])
        }
    }
}
