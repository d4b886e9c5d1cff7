public import CivilTime
public import Diagnostics

/// Checks that texts are in plain language: the rules X1 to X12 that a machine can judge.
///
/// Each rule is a file of `Rules/`. What a machine refuses is surely hard to read; what it accepts is not proven easy: only
/// readers can say that.
public struct PlainCheck: Sendable {
    /// What a text is, which decides the rules that hold for it.
    public enum Kind: Sendable, Hashable {
        /// Sentences of ours.
        case answer
        /// The name of a thing of the town: a dish, a place, an event. Its words are the town's.
        case name
        /// A record's own words, heard only after "plus de détails": no rule on its sentences and words.
        case quotation
    }

    let rules: any LanguageRules
    let words: PlainWords
    let frequencies: WordFrequencies?
    let names: Set<String>
    /// The day for which dates are written in suggestions.
    public let today: Day

    /// Makes the check of a language.
    ///
    /// - Parameters:
    ///   - rules: its grammar.
    ///   - words: its word lists, as ``LocaleFiles/words``, of which `plain` holds what is looked for.
    ///   - lexicon: its words with their frequencies; no word is rare without.
    ///   - names: names of the town's own things, whose words are neither rare nor measured.
    ///   - today: the day for which dates are written in suggestions.
    public init(
        rules: any LanguageRules, words: [String: [String: [String]]], lexicon: Lexicon?, names: [String] = [],
        today: Day
    ) {
        self.rules = rules
        self.words = PlainWords(words["plain"] ?? [:], rules: rules)
        frequencies = lexicon.map(WordFrequencies.init)
        let frequencies = frequencies
        // "La rue des Lavandières" makes no name of "la" and "des": such words are ours in every other place.
        self.names = names.reduce(into: []) { names, name in
            names.formUnion(
                rules.tokens(in: name).filter { frequencies?.isGrammatical($0.text, folded: $0.folded) != true }
                    .map(\.folded))
        }
        self.today = today
    }

    /// What is wrong with a text.
    ///
    /// - Parameters:
    ///   - text: one or several lines, an item of a list or an address alone on each.
    ///   - kind: what the text is.
    /// - Returns: the problems in the order of the lines; `line` is that of the text, from 1, and the arguments hold
    ///   `rule` (X1 to X12), `text` (what is wrong) and often `suggestion`.
    public func problems(in text: String, as kind: Kind = .answer) -> [Diagnostic] {
        let text = ReadText(text, rules: rules, abbreviations: words.abbreviations)
        var found = symbols(text) + tables(text)
        switch kind {
        case .quotation: break
        case .name: found += writtenTimes(text) + shortForms(text)
        case .answer:
            let (foreign, short) = (foreignWords(text), shortForms(text))
            found += longSentences(text) + subordinates(text) + jargon(text) + passive(text) + lists(text)
            // A word for which we know what to say instead is neither rare nor initials besides.
            found += foreign + (rareWords(text) - foreign) + short + (initials(text) - short)
            found += writtenTimes(text) + romanNumbers(text) + links(text) + positions(text) + otherNames(text)
            found += parentheses(text)
        }
        return found.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
    }

    /// How hard texts are to read, all together.
    ///
    /// - Parameters:
    ///   - texts: what is said.
    ///   - quotations: how many records' own words were left out of them.
    /// - Returns: the counts and the figures made of them.
    public func measures(of texts: some Sequence<String>, quotations: Int = 0) -> ReadingMeasures {
        var sum = ReadingMeasures()
        for text in texts {
            for sentence in ReadText(text, rules: rules, abbreviations: words.abbreviations).sentences {
                sum.add(measures(of: sentence))
            }
        }
        sum.quotations = quotations
        if let ease = words.ease, sum.measured > 0 {
            sum.ease = ease.base - ease.sentence * sum.wordsPerSentence - ease.syllable * sum.syllablesPerWord
        }
        return sum
    }

    private func measures(of sentence: TextSentence) -> ReadingMeasures {
        var result = ReadingMeasures()
        result.sentences = 1
        result.words = sentence.words.count
        result.longest = sentence.words.count
        for word in ownWords(of: sentence) {
            let letters = word.text.count(where: \.isLetter)
            result.measured += 1
            result.syllables += word.isElided && letters < 3 ? 0 : rules.syllables(in: word.text)
            result.longWords += letters > 6 ? 1 : 0
        }
        return result
    }

    // MARK: What the rules share

    /// A problem of a rule, with a stretch of the text.
    func problem(
        _ severity: Diagnostic.Severity, _ code: String, rule: String, _ text: String, line: Int?,
        _ arguments: [String: String] = [:]
    ) -> Diagnostic {
        Diagnostic(severity, code, arguments.merging(["rule": rule, "text": text]) { $1 }, line: line)
    }

    /// The words of a sentence that are ours to choose: no names, dates, numbers, nor words of the town-hall list.
    func ownWords(of sentence: TextSentence) -> [ReadWord] {
        let now = Moment(today)
        let tokens = sentence.tokens
        let figures =
            rules.times(in: tokens, now: now, calendar: DayCalendar()).map(\.tokens)
            + rules.numbers(in: tokens).map(\.tokens).filter { !isArticle($0, in: tokens) }
            + rules.amounts(in: tokens).map(\.tokens)
        return sentence.words.enumerated().filter { index, word in
            !figures.contains { $0.overlaps(word.tokens) } && !isName(word, isFirst: index == 0, in: tokens)
                && !isTownHall(word, in: tokens)
        }.map(\.element)
    }

    /// Whether a word names something: one of the town's names, or with a capital that no sentence gave it.
    private func isName(_ word: ReadWord, isFirst: Bool, in tokens: [Token]) -> Bool {
        if tokens[word.tokens].allSatisfy({ names.contains($0.folded) }) { return true }
        guard word.isCapitalised else { return false }
        guard isFirst else { return true }
        let known = entries(word.text)
        return known.isEmpty || known.allSatisfy { $0.classes.main == .name }
    }

    /// Whether a number is the article "un" or "une", a word like others.
    private func isArticle(_ number: Range<Int>, in tokens: [Token]) -> Bool {
        guard number.count == 1, let token = number.first.map({ tokens[$0] }) else { return false }
        return frequencies?.isGrammatical(token.text, folded: token.folded) ?? false
    }

    private func isTownHall(_ word: ReadWord, in tokens: [Token]) -> Bool {
        let whole = rules.folded(word.text)
        return words.townHall.contains(whole)
            || entries(word.text).contains { words.townHall.contains(rules.folded($0.lemma)) }
            || (word.tokens.count > 1 && tokens[word.tokens].allSatisfy { words.townHall.contains($0.folded) })
    }

    /// The forms of the lexicon that a word may be.
    func entries(_ word: String) -> [Lexicon.Word] {
        frequencies?.entries(word.lowercased(), folded: rules.folded(word)) ?? []
    }

    /// The lemma of a token, folded, or nil.
    func lemma(_ token: Token) -> String? {
        entries(token.text).max { $0.frequency < $1.frequency }.map { rules.folded($0.lemma) }
    }
}

extension [Diagnostic] {
    /// The problems without those of a word that another list has for the same line.
    fileprivate static func - (all: [Diagnostic], other: [Diagnostic]) -> [Diagnostic] {
        all.filter { one in
            !other.contains {
                $0.line == one.line && $0.arguments["text"]?.lowercased() == one.arguments["text"]?.lowercased()
            }
        }
    }
}
