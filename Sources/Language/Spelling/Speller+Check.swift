/// A word that is misspelt or that the lexicon lacks.
public struct Misspelling: Sendable, Hashable {
    /// The word as written; several where a space or an apostrophe is part of the mistake.
    public let text: String
    /// What may have been meant, best first; empty when nothing resembles it.
    public let suggestions: [String]
}

extension Speller {
    /// How much commoner a word must be to be suggested for a right one, in tenths of the Zipf scale.
    private static let doubt = 5

    /// The words of a text that are misspelt or not known, in order.
    ///
    /// - Parameter text: a text, of which the first ``Token/longestText`` scalars are looked at. A text of one word is
    ///   also doubted when a word that is near is three times commoner.
    /// - Returns: the words with their suggestions.
    public func misspellings(in text: String) -> [Misspelling] {
        let tokens = rules.tokens(in: text)
        if tokens.count == 1 || (tokens.count < 4 && !tokens.dropLast().contains { $0.link == .space }) {
            let suggestions = suggestions(for: text)
            let isWrong = tokens.contains { !isRight($0) || isChanged($0) } || corrected(text) != text
            return isWrong || isDoubtful(tokens, suggestions) ? [Misspelling(text: text, suggestions: suggestions)] : []
        }
        var respelling = Respelling(self)
        return respelling.pieces(of: tokens).compactMap { piece in
            let own = tokens[piece.tokens.lowerBound]
            guard let words = piece.words else {
                guard !isRight(own) || isChanged(own) else { return nil }
                return Misspelling(text: own.text, suggestions: suggestions(for: own.text))
            }
            let first = LetterCase(of: own.text).applied(to: Self.text(of: words))
            let others = piece.tokens.count == 1 ? suggestions(for: own.text) : []
            return Misspelling(
                text: tokens.text(of: piece.tokens),
                suggestions: Array(([first] + others.filter { $0 != first }).prefix(8)))
        }
    }

    /// Whether a known word lacks an accent.
    private func isChanged(_ token: Token) -> Bool {
        let form = token.text.lowercased()
        return form == token.text && rightForm(form, folded: token.folded).form != form
    }

    private func isDoubtful(_ tokens: [Token], _ suggestions: [String]) -> Bool {
        guard tokens.count == 1, let lexicon, let best = suggestions.first else { return false }
        let own = lexicon.words(folded: tokens[0].folded).map(\.frequency).max() ?? 0
        let other = lexicon.words(folded: rules.folded(best)).map(\.frequency).max() ?? 0
        return other >= own + Self.doubt
    }
}
