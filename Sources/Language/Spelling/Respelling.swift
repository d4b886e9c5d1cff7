/// A run of tokens and the words that it is respelt as.
struct SpelledPiece {
    /// The tokens, as indices.
    var tokens: Range<Int>
    /// The words that stand for them, or nil where they are right.
    var words: [Token]?

    /// Adds the tokens that stand for the piece.
    func append(to result: inout [Token], from tokens: [Token]) {
        guard let words, let first = self.tokens.first, let last = self.tokens.last else {
            result += tokens[self.tokens]
            return
        }
        let text = self.tokens.map { tokens[$0].text }.joined(separator: " ")
        for (index, word) in words.enumerated() {
            result.append(
                Token(
                    text: index == 0 ? text : "", folded: word.folded, sound: word.sound, start: tokens[first].start,
                    end: tokens[last].end, link: index + 1 < words.count ? .joined : tokens[last].link))
        }
    }
}

/// Respells a sentence word by word.
struct Respelling {
    let speller: Speller

    init(_ speller: Speller) { self.speller = speller }

    /// The pieces of a sentence, in order, without gaps.
    func pieces(of tokens: [Token]) -> [SpelledPiece] {
        var pieces: [SpelledPiece] = []
        pieces.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let piece = piece(of: tokens, at: index)
            pieces.append(piece)
            index = piece.tokens.upperBound
        }
        return pieces
    }

    private func piece(of tokens: [Token], at index: Int) -> SpelledPiece {
        if let piece = shortForm(tokens, at: index) { return piece }
        let token = tokens[index]
        let isRight = speller.isRight(token)
        if let whole = split(tokens, at: index, isRight: isRight) {
            return SpelledPiece(tokens: index..<index + 2, words: [whole])
        }
        if isRight || isPartOfWord(tokens, at: index) { return SpelledPiece(tokens: index..<index + 1) }
        return SpelledPiece(tokens: index..<index + 1, words: correction(of: token, isFirst: index == 0))
    }

    /// Short forms of the lists: "c" for "c'est", but not in "c'est" and "a-t-il".
    private func shortForm(_ tokens: [Token], at index: Int) -> SpelledPiece? {
        guard let (words, count) = speller.words.meaning(tokens, at: index) else { return nil }
        let token = tokens[index]
        if count == 1 {
            let isBound = token.link == .apostrophe || token.link == .hyphen
                || (index > 0 && (tokens[index - 1].link == .apostrophe || tokens[index - 1].link == .hyphen))
            if isBound || speller.favoured.word(token.folded) != nil { return nil }
        }
        return SpelledPiece(tokens: index..<index + count, words: words)
    }

    /// Whether hyphens make a token part of a right word: "rez-de-chaussée".
    private func isPartOfWord(_ tokens: [Token], at index: Int) -> Bool {
        var (first, last) = (index, index)
        while first > 0, tokens[first - 1].link == .hyphen, index - first < 4 { first -= 1 }
        while last + 1 < tokens.count, tokens[last].link == .hyphen, last - index < 4 { last += 1 }
        guard first < last, let lexicon = speller.lexicon else { return false }
        let whole = tokens[first...last].map(\.folded).joined(separator: "-")
        return lexicon.reading { $0.first(folded: whole.utf8) != nil }
    }

    /// The word that two tokens are when the space between them is a mistake.
    private func split(_ tokens: [Token], at index: Int, isRight: Bool) -> Token? {
        guard index + 1 < tokens.count, tokens[index].link == .space, let lexicon = speller.lexicon else { return nil }
        let (first, second) = (tokens[index], tokens[index + 1])
        guard first.folded.utf8.count + second.folded.utf8.count > 4, second.link != .apostrophe else { return nil }
        let bothRight = isRight && speller.isRight(second)
        return lexicon.reading { view -> Token? in
            let joined = first.folded + second.folded
            guard let entry = view.first(folded: joined.utf8) else { return nil }
            let whole = most(frequent: entry, view)
            if bothRight {
                let parts = [first, second].map { frequency($0.folded, view) }
                guard let rarest = parts.min(), rarest < 30,
                    view.frequency(whole) >= rarest + 12 || (speller.favoured.word(joined) != nil && rarest < 40)
                else { return nil }
            }
            return token(of: String(decoding: view.form(whole), as: UTF8.self))
        }
    }

    private func frequency(_ folded: String, _ view: LexiconView) -> Int {
        view.first(folded: folded.utf8).map { view.frequency(most(frequent: $0, view)) } ?? 0
    }

    /// The commonest of the forms that are one when folded.
    private func most(frequent first: Int, _ view: LexiconView) -> Int {
        var (best, entry) = (first, view.next(first))
        while let current = entry {
            if view.frequency(current) > view.frequency(best) { best = current }
            entry = view.next(current)
        }
        return best
    }

    private func token(of form: String) -> Token {
        let folded = speller.rules.folded(form)
        return Token(text: form, folded: folded, sound: speller.rules.soundKey(of: form), start: 0, end: 0)
    }

    /// The words that a misspelt one stands for, or nil when nothing is near enough.
    private func correction(of token: Token, isFirst: Bool) -> [Token]? {
        let best = CandidateSearch.candidates(
            for: token.text, folded: token.folded, sound: token.sound, speller: speller, count: 1
        ).first
        let parts = RunTogether(speller).parts(of: token)
        if let parts, best.map({ parts.score < $0.score }) ?? true { return parts.words }
        guard let best, best.cost <= limit(token, best, isFirst: isFirst) else { return nil }
        return [self.token(of: best.form)]
    }

    /// How far a correction may be from what was written: less for short words and for what may be a name.
    private func limit(_ token: Token, _ best: SpellingCandidate, isFirst: Bool) -> Int32 {
        let length = token.folded.utf8.count
        let isName = !isFirst && token.text.first?.isUppercase == true && token.text.dropFirst().contains(where: \.isLowercase)
        if isName && !best.isFavoured { return 20 }
        switch length {
        case ...3: return 100
        case 4...5: return 160
        case 6...7: return 220
        default: return CandidateSearch.Limit.cost
        }
    }
}
