/// Respells a text with accents and apostrophes, as one would print it.
struct TextRespelling {
    let speller: Speller
    private let tokens: [Token]
    private var pieces: [SpelledPiece]
    private var context = ContextWords(words: [])
    /// Whether the writer makes mistakes, so that a right word is less sure to be the one that was meant.
    private var isCareless = false

    /// Respells a stretch of text without addresses.
    static func respelt(_ text: Substring, speller: Speller) -> String {
        let tokens = speller.rules.tokens(in: String(text))
        guard !tokens.isEmpty, !isForeign(tokens, speller) else { return String(text) }
        var respelling = TextRespelling(speller: speller, tokens: tokens)
        respelling.restoreAccents()
        respelling.choose()
        return respelling.written(Array(text.utf8))
    }

    /// Whether a text is in another language: several of its small words are.
    private static func isForeign(_ tokens: [Token], _ speller: Speller) -> Bool {
        let count = tokens.count { speller.words.foreign.contains($0.folded) }
        return count > 1 && count * 7 > tokens.count
    }

    private init(speller: Speller, tokens: [Token]) {
        (self.speller, self.tokens) = (speller, tokens)
        var respelling = Respelling(speller)
        pieces = respelling.pieces(of: tokens).flatMap(\.oneByOne)
    }

    // MARK: Accents

    /// Gives every word its form with accents, and notes what it can be.
    private mutating func restoreAccents() {
        context.words.reserveCapacity(pieces.count)
        var capitals: [Int] = []
        var bold: [Int] = []
        for index in pieces.indices {
            let piece = pieces[index]
            let isLast = isLast(index)
            if let words = piece.words {
                if piece.isBold { bold.append(index) } else { isCareless = true }
                context.words.append(ContextWord(words, classes(words[words.count - 1].text), isLast: isLast))
                continue
            }
            let own = tokens[piece.tokens.lowerBound]
            let form = own.text.lowercased()
            let right = speller.rightForm(form, folded: own.folded)
            let isShouted = own.text.utf8.count > 1 && !own.text.contains(where: \.isLowercase)
            if right.form != form, !isShouted || own.text.utf8.count != own.folded.utf8.count {
                // An accent on a first capital is often left out by those who spell well.
                let isCapital = form != own.text && right.form.dropFirst() == form.dropFirst()
                if isCapital { capitals.append(index) } else { isCareless = true }
                if !isCapital { pieces[index].words = [respelt(right.form)] }
            }
            context.words.append(ContextWord([respelt(right.form)], right.classes, isLast: isLast))
        }
        // One bold change is undone in a longer text that has no other mistake; two are no chance.
        if !isCareless, pieces.count > 5, bold.count == 1 {
            pieces[bold[0]].words = nil
            let own = tokens[pieces[bold[0]].tokens.lowerBound].text.lowercased()
            context.words[bold[0]] = ContextWord([respelt(own)], [], isLast: isLast(bold[0]))
        } else if !bold.isEmpty {
            isCareless = true
        }
        guard isCareless || pieces.count < 4 else { return }
        for index in capitals { pieces[index].words = [respelt(context.words[index].form)] }
    }

    /// Whether a clause ends after a piece.
    private func isLast(_ index: Int) -> Bool {
        if index + 1 < pieces.count, pieces[index + 1].joint != nil { return false }
        return [.cut, .comma, .stop, .colon, .dash].contains(tokens[pieces[index].lastToken].link)
    }

    private func classes(_ form: String) -> WordClasses {
        speller.rightForm(form, folded: speller.rules.folded(form)).classes
    }

    private func respelt(_ form: String) -> Token {
        Token(
            text: form, folded: speller.rules.folded(form), sound: speller.rules.soundKey(of: form), start: 0, end: 0)
    }

    // MARK: Words that sound alike

    /// Chooses by the words around, from left to right.
    private mutating func choose() {
        for index in pieces.indices where pieces[index].tokens.count <= 1 {
            let token = tokens[pieces[index].lastToken]
            if Respelling.isInCapitals(token), pieces[index].words == nil { continue }
            if elide(index, token) { continue }
            let form = context.words[index].form
            if pieces[index].joint == nil, !isBound(pieces[index].lastToken), let rule = rule(for: form, at: index) {
                replace(index, by: rule.result)
            } else if !speller.words.isRight(token.folded), let form = formByClass(at: index, form) {
                replace(index, by: [respelt(form)])
            }
        }
    }

    private mutating func replace(_ index: Int, by words: [Token]) {
        pieces[index].words = words
        context.words[index] = ContextWord(
            words, classes(words[words.count - 1].text), isLast: context.words[index].isLast)
    }

    private func rule(for form: String, at index: Int) -> ContextRules.Rule? {
        speller.context.byWord[form]?.first { (isCareless || !$0.isCareless) && $0.isMet(context, at: index) }
    }

    private func isBound(_ token: Int) -> Bool {
        func binds(_ link: Token.Link) -> Bool { link == .apostrophe || link == .hyphen }
        return binds(tokens[token].link) || (token > 0 && binds(tokens[token - 1].link))
    }

    /// The apostrophe that a short word lacks before a vowel ("l ecole"), or the vowel that it lacks ("j vais").
    private mutating func elide(_ index: Int, _ token: Token) -> Bool {
        guard token.link == .space, pieces[index].words == nil, pieces[index].joint == nil, index + 1 < pieces.count,
            token.text == token.folded || index == 0, speller.words.elided.contains(token.folded),
            let first = context.words[index + 1].form.utf8.first, !context.words[index].isLast
        else { return false }
        let next = context.words[index + 1].classes
        let isVowel = speller.words.vowels.contains(
            SpelledLetters(String(context.words[index + 1].form.prefix(1))).bases.first ?? first)
        if isVowel, next != [] {
            pieces[index].isElided = true
            return true
        }
        if let whole = speller.words.unelided[token.folded], !next.main.isDisjoint(with: [.verb, .auxiliary, .pronoun])
        {
            replace(index, by: [whole])
            return true
        }
        return false
    }

    /// The form of the same word that the rules want here.
    private func formByClass(at index: Int, _ form: String) -> String? {
        let word = context.words[index]
        let verbs: WordClasses = [.verb, .infinitive, .participle]
        guard let lexicon = speller.lexicon, !word.classes.main.isDisjoint(with: [verbs, .noun]) else { return nil }
        // A form that may be a noun or an adjective as well is left alone, unless it is one in the first place.
        let isSure =
            word.classes.isDisjoint(with: [.noun, .adjective]) || word.classes.main == .infinitive
            || (word.classes.main == .noun && isCareless)
        guard isSure else { return nil }
        for rule in speller.context.byClass
        where !rule.classes.isDisjoint(with: word.classes.main)
            && (rule.endings.isEmpty || rule.endings.contains(where: form.hasSuffix))
            && !(rule.resultEndings.contains(where: form.hasSuffix)
                && (rule.resultClass.isEmpty || !rule.resultClass.isDisjoint(with: word.classes.main)))
            && rule.isMet(context, at: index)
        {
            let sound = speller.rules.soundKey(of: form)
            let own = lexicon.words(folded: speller.rules.folded(form)).first { $0.form == form }
            let others = lexicon.words(sounding: sound).filter { other in
                other.lemma == own?.lemma && !other.classes.isDisjoint(with: rule.resultClass)
                    && (rule.resultEndings.isEmpty || rule.resultEndings.contains(where: other.form.hasSuffix))
            }
            if let best = others.max(by: { ($0.frequency, $1.form) < ($1.frequency, $0.form) }), best.form != form {
                return best.form
            }
        }
        return nil
    }

    // MARK: Writing

    /// The text with the pieces in their places; what stands between them is kept.
    private func written(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var end = 0
        var letterCase = LetterCase.lower
        for piece in pieces {
            if let joint = piece.joint, let words = piece.words {
                result +=
                    (joint + (letterCase == .upper ? LetterCase.upper : .lower).applied(to: Speller.text(of: words)))
                    .utf8
                continue
            }
            let (first, last) = (tokens[piece.tokens.lowerBound], tokens[piece.tokens.upperBound - 1])
            guard first.start >= end, last.end <= bytes.count else { continue }
            if first.start > end { result += bytes[end..<first.start] }
            if let words = piece.words {
                letterCase = LetterCase(of: first.text)
                result += letterCase.applied(to: Speller.text(of: words)).utf8
            } else {
                result += bytes[first.start..<last.end]
            }
            end = last.end
            if piece.isElided, end < bytes.count {
                result.append(0x27)
                while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            }
        }
        if end < bytes.count { result += bytes[end...] }
        return String(decoding: result, as: UTF8.self)
    }
}

/// How a word's capitals stand.
enum LetterCase {
    case lower
    case capitalised
    case upper

    init(of text: String) {
        let first = text.first?.isUppercase == true
        if first, text.dropFirst().contains(where: \.isLetter), !text.contains(where: \.isLowercase) {
            self = .upper
        } else {
            self = first ? .capitalised : .lower
        }
    }

    /// A word in lower case, with these capitals.
    func applied(to text: String) -> String {
        switch self {
        case .lower: text
        case .capitalised: text.prefix(1).uppercased() + text.dropFirst()
        case .upper: text.uppercased()
        }
    }
}
