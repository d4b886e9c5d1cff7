import Language
import TopicKit

/// What "plus de détails" says.
extension LineWriter {
    /// The details, the records' own words, and where each fact comes from with its dates.
    func details(_ reply: Reply) -> [String] {
        let quotations = (reply.parts + reply.details).flatMap { part -> [String] in
            if case .quotation(let text, let source) = part { quotation(text, source) } else { [] }
        }
        var seen: Set<String> = []
        let evidence = reply.evidence.filter { seen.insert($0.title).inserted }.flatMap { self.evidence($0) }
        return lines(reply.details) + quotations + evidence
    }

    private func quotation(_ text: String, _ source: String) -> [String] {
        [own("quotation", ["source": .text(source)])] + readable(text).map { book.rules.sentence($0) }
    }

    private func evidence(_ evidence: Evidence) -> [String] {
        let first = own("evidence", ["title": .text(evidence.title), "publisher": .text(evidence.publisher)])
        let page = evidence.url.map { [own("evidence-page"), $0] } ?? []
        return [([first] + dates(evidence)).joined(separator: " ")] + (form == .speech ? [] : page)
    }

    /// Of when a record is, how long it holds, and when it was last checked, a sentence each.
    func dates(_ evidence: Evidence) -> [String] {
        [
            own("evidence-date", ["date": .day(evidence.date)]),
            evidence.validUntil.map { own("evidence-until", ["date": .day($0)]) },
            evidence.reviewed.map { own("evidence-reviewed", ["date": .day($0)]) },
        ].compactMap { $0 }
    }

    /// The lines of a record's text without what a screen reader would spell out: pictures, arrows, bullets.
    func readable(_ text: String) -> [String] {
        let ampersand = book.files.words["writing"]?["short.&"]?.first ?? " "
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace).map { word in
                word == "&" ? ampersand : String(String.UnicodeScalarView(word.unicodeScalars.filter(Self.isReadable)))
            }
            let kept = words.drop { word in word.allSatisfy { "-–—*•·".contains($0) } }.filter { !$0.isEmpty }
            let line = kept.joined(separator: " ")
            return line.isEmpty ? nil : form == .speech ? book.rules.spoken(line) : line
        }
    }

    private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .otherSymbol, .mathSymbol, .modifierSymbol: "°+=<>~^`".unicodeScalars.contains(scalar)
        case .control, .format, .surrogate, .privateUse, .unassigned: false
        default: !scalar.properties.isVariationSelector
        }
    }
}
