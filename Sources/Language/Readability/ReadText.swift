/// A text as the rules of plain language look at it: lines, which of them are items or addresses, and sentences.
struct ReadText {
    /// A line of the text that is not blank.
    struct Line {
        /// Its place in the text, from 1.
        let number: Int
        /// The line as written, without white space at its ends.
        let text: String
        /// The same with spaces in place of the addresses of the web and of mailboxes.
        let prose: String
        /// The number of the item that it is in a list.
        let item: Int?
        /// Whether it begins with a dash or a bullet instead of a number.
        let isBullet: Bool
        /// The addresses of the web that it holds.
        let links: [String]

        /// Whether it is an address and nothing else.
        var isLink: Bool { links.count == 1 && links.first == text }
    }

    let lines: [Line]
    let sentences: [TextSentence]
    /// The whole text in lower case, folded, without line breaks, to look for what explains a word.
    let folded: String

    init(_ text: String, rules: any ReadingRules, abbreviations: Set<String>) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            number, line in ReadText.line(line, number + 1)
        }
        sentences = lines.filter { !$0.isLink }.flatMap { line in
            Sentences.cut(ReadText.withoutMark(line.prose).text, keeping: abbreviations).compactMap {
                ReadText.sentence($0, line.number, rules)
            }
        }
        folded = rules.folded(lines.map(\.prose).joined(separator: " "))
    }

    // MARK: Lines

    private static func line(_ line: Substring, _ number: Int) -> Line? {
        let text = line.trimmed
        guard !text.isEmpty else { return nil }
        let mark = withoutMark(text)
        var (prose, links): ([String], [String]) = ([], [])
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let core = Self.core(word)
            if Self.isMail(core) {
                prose.append(String(word).replacing(String(core), with: " "))
            } else if Self.isLink(core) {
                links.append(String(core))
                prose.append(String(word).replacing(String(core), with: " "))
            } else {
                prose.append(String(word))
            }
        }
        return Line(
            number: number, text: text, prose: prose.joined(separator: " "), item: mark.item, isBullet: mark.isBullet,
            links: links)
    }

    /// A line without the number or the bullet of a list.
    private static func withoutMark(_ line: String) -> (text: String, item: Int?, isBullet: Bool) {
        let first = line.prefix { !$0.isWhitespace }
        let rest = line.dropFirst(first.count).trimmed
        if first.count > 1, first.count < 5, let end = first.last, ".)".contains(end),
            let number = Int(first.dropLast()), !rest.isEmpty
        {
            return (rest, number, false)
        }
        if first.count == 1, let mark = first.first, "-–—*•·●▪◦".contains(mark), !rest.isEmpty {
            return (rest, nil, true)
        }
        return (line, nil, false)
    }

    /// A word without the marks around it.
    private static func core(_ word: Substring) -> Substring {
        let start = word.drop { "«(\"'".contains($0) }
        let marks = start.reversed().prefix { ".,;:?!»)\"'".contains($0) }.count
        return start.dropLast(marks)
    }

    private static func isMail(_ word: Substring) -> Bool {
        let halves = word.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && halves.allSatisfy { !$0.isEmpty }
    }

    /// Whether a word is an address of the web: with its scheme, with "www", or a name that ends in a known domain.
    private static func isLink(_ word: Substring) -> Bool {
        if word.contains("://") || word.hasPrefix("www.") { return true }
        let host = word.prefix { $0 != "/" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, domains.contains(last.lowercased()) else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
    }

    /// Ends of names on the web that French texts have.
    private static let domains: Set<String> = [
        "fr", "com", "org", "net", "eu", "gouv", "info", "example", "io", "app", "paris", "bzh", "corsica", "alsace",
    ]

    // MARK: Sentences

    private static func sentence(_ text: String, _ line: Int, _ rules: any ReadingRules) -> TextSentence? {
        let tokens = rules.tokens(in: text)
        var words: [ReadWord] = []
        var index = 0
        while index < tokens.count {
            let start = index
            while index + 1 < tokens.count, tokens[index].link == .hyphen { index += 1 }
            index += 1
            let range = start..<index
            // Figures, sums and signs are no words, nor is what is glued to a figure: "12bis", "8h30".
            guard
                tokens[range].allSatisfy({ $0.text.contains(where: \.isLetter) && !$0.text.contains(where: \.isNumber) }
                )
            else { continue }
            words.append(
                ReadWord(
                    text: tokens.text(of: range), tokens: range, isElided: tokens[index - 1].link == .apostrophe))
        }
        return words.isEmpty ? nil : TextSentence(text: text, line: line, words: words, tokens: tokens)
    }
}
