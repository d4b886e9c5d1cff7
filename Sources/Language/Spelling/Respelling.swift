/// A run of tokens and the words that it is respelt as.
struct SpelledPiece {
    /// The tokens, as indices.
    var tokens: Range<Int>
    /// The words that stand for them, or nil where they are right.
    var words: [Token]?
    /// Whether a word that nothing sounds like was taken for another: in a text without mistakes it is rather a rare one.
    var isBold = false
    /// Whether an apostrophe lacks after it.
    var isElided = false
    /// What stands before a word that was written together with the one before; such a piece has no token of its own.
    var joint: String?

    /// The last token of the piece, or of the piece that it was written together with.
    var lastToken: Int { max(tokens.lowerBound, tokens.upperBound - 1) - (joint == nil ? 0 : 1) }

    /// A piece for each word.
    var oneByOne: [SpelledPiece] {
        guard let words, words.count > 1 else { return [self] }
        return words.enumerated().map { index, word in
            if index == 0 { return SpelledPiece(tokens: tokens, words: [word]) }
            let range = tokens.upperBound..<tokens.upperBound
            return SpelledPiece(tokens: range, words: [word], joint: words[index - 1].link.written)
        }
    }

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
    /// Whether most of the sentence is in capitals, so that a word in capitals is no short name.
    private var isShouted = false

    init(_ speller: Speller) { self.speller = speller }

    /// The pieces of a sentence, in order, without gaps.
    mutating func pieces(of tokens: [Token]) -> [SpelledPiece] {
        let shouted = tokens.count(where: Self.isInCapitals)
        isShouted = shouted * 2 > tokens.count && tokens.count > 2
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

    /// Whether a word is in capitals like the short name of an office: "CNIL".
    static func isInCapitals(_ token: Token) -> Bool {
        let letters = token.text.utf8
        return letters.count > 1 && letters.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    }

    private func piece(of tokens: [Token], at index: Int) -> SpelledPiece {
        if !isShouted, Self.isInCapitals(tokens[index]) { return SpelledPiece(tokens: index..<index + 1) }
        if let piece = shortForm(tokens, at: index) { return piece }
        let token = tokens[index]
        let isRight = speller.isRight(token)
        if let whole = split(tokens, at: index, isRight: isRight) {
            return SpelledPiece(tokens: index..<index + 2, words: [whole])
        }
        if isRight || isPartOfWord(tokens, at: index) { return SpelledPiece(tokens: index..<index + 1) }
        let isFirst = index == 0 || [.cut, .stop].contains(tokens[index - 1].link)
        let isBound = token.link == .hyphen || (index > 0 && tokens[index - 1].link == .hyphen)
        let words = correction(of: token, isFirst: isFirst, isBound: isBound)
        let isHeard = words?.count != 1 || words?.first?.sound == token.sound
        return SpelledPiece(tokens: index..<index + 1, words: words, isBold: !isHeard)
    }

    /// Short forms of the lists: "c" for "c'est", but not in "c'est" and "a-t-il".
    private func shortForm(_ tokens: [Token], at index: Int) -> SpelledPiece? {
        guard let (words, count) = speller.words.meaning(tokens, at: index) else { return nil }
        // "c’est" is listed for "c est", and is right.
        let inner = zip(words, tokens[index...]).dropLast()
        if words.count == count, inner.allSatisfy({ $0.link == $1.link }),
            zip(words, tokens[index...]).allSatisfy({ $0.text == $1.text.lowercased() })
        {
            return nil
        }
        let token = tokens[index]
        func isBinding(_ link: Token.Link) -> Bool { link == .apostrophe || link == .hyphen }
        if index > 0 {
            // "c'est elle" is not "est-elle", "20 mn" is a time.
            if isBinding(tokens[index - 1].link) { return nil }
            let isFigure = tokens[index - 1].folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
            if count == 1, isFigure, token.folded.utf8.count < 3 { return nil }
        }
        if count == 1, isBinding(token.link) || speller.favoured.word(token.folded) != nil { return nil }
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
                let isFavoured = speller.favoured.word(joined) != nil
                guard let rarest = parts.min(), rarest < (isFavoured ? 40 : 30),
                    isFavoured || view.frequency(whole) >= rarest + 12
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
    private func correction(of token: Token, isFirst: Bool, isBound: Bool) -> [Token]? {
        if let drawn = drawnOut(token) { return drawn }
        let best = CandidateSearch.candidates(
            for: token.text, folded: token.folded, sound: token.sound, speller: speller, count: 1
        ).first
        let isName = token.text.unicodeScalars.first?.properties.isUppercase == true && !isShouted
        if let parts = RunTogether(speller).parts(of: token), best.map({ parts.score < $0.score }) ?? true {
            return isName && !isFirst ? nil : parts.words
        }
        guard let best else { return nil }
        var limit = limit(token.folded.utf8.count, best)
        if isBound { limit = min(limit, 60) }
        if isName { limit = min(limit, isFirst ? 130 : best.isFavoured ? 60 : 20) }
        return best.cost <= limit ? [self.token(of: best.form)] : nil
    }

    /// How far a correction may be from what was written: less for short words and for what sounds otherwise.
    private func limit(_ length: Int, _ best: SpellingCandidate) -> Int32 {
        if best.isHeard { return length < 4 ? 70 : CandidateSearch.Limit.cost }
        switch length {
        case ...3: return 90
        case 4...5: return 115
        case 6...7: return 160
        default: return 220
        }
    }

    /// The words of one whose letters are drawn out: "ouiii", "trooop".
    private func drawnOut(_ token: Token) -> [Token]? {
        let scalars = Array(token.text.lowercased().unicodeScalars)
        guard scalars.count < 60,
            scalars.indices.dropFirst(2).contains(where: {
                scalars[$0] == scalars[$0 - 1] && scalars[$0] == scalars[$0 - 2]
            })
        else { return nil }
        for most in 1...2 {
            var word = String.UnicodeScalarView()
            for (index, scalar) in scalars.enumerated()
            where index < most || scalars[index - most..<index].contains(where: { $0 != scalar }) {
                word.append(scalar)
            }
            let text = String(word)
            let short = self.token(of: text)
            if let meaning = speller.words.meaning(of: text, folded: short.folded) { return meaning }
            if speller.isRight(short) { return [self.token(of: speller.rightForm(text, folded: short.folded).form)] }
        }
        return nil
    }
}
