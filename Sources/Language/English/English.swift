public import CivilTime

/// The grammar of English; its words are those of `Locales/en/words`.
///
/// Numbers, amounts and the words of times are found as for French, by the lists of the language; how they stand together to
/// name a time is ``EnglishTimeReader``'s. Streets, towns and telephone numbers are read as they are in France.
public struct English: ReadingRules {
    /// The word lists: file name without its ending, then key, then words.
    public let words: [String: [String: [String]]]

    let text: TextWords
    let sound: SoundWords
    let number: NumberWords
    let time: TimeWords
    let amount: AmountWords

    /// Makes the language from its word lists; a list that lacks takes away what it would have let read.
    public init(words: [String: [String: [String]]]) {
        self.words = words
        text = TextWords(words["text"] ?? [:])
        sound = SoundWords(words["sound"] ?? [:], rule: EnglishSound.key)
        number = NumberWords(words["numbers"] ?? [:], sound: sound)
        time = TimeWords(time: words["time"] ?? [:], holidays: words["holidays"] ?? [:], sound: sound) { [text] entry in
            text.joined(WordScanner.runs(of: entry)).map(\.folded)
        }
        amount = AmountWords(
            words["amounts"] ?? [:], small: words["small"] ?? [:], numbers: words["numbers"] ?? [:], sound: sound)
    }
}

extension English {
    /// The words of a text; the words that keep their apostrophe ("o'clock") are one even when it is missing.
    public func tokens(in text: String) -> [Token] {
        self.text.joined(WordScanner.runs(of: text)).map { run in
            Token(
                text: run.text, folded: run.folded, sound: sound.key(of: run.text, folded: run.folded),
                start: run.start, end: run.end, link: run.link)
        }
    }

    /// A word in lower case, without accents or ligatures, with a plain apostrophe.
    public func folded(_ word: String) -> String { Folding.fold(word) }

    /// What a word sounds like, in ASCII (see ``EnglishSound``).
    public func soundKey(of word: String) -> String { sound.key(of: word, folded: Folding.fold(word)) }

    /// The whole numbers named in a text; "a" alone is an article.
    public func numbers(in tokens: [Token]) -> [NumberMention] {
        let reader = NumberReader(tokens: tokens, words: number)
        return NumberScan.mentions(reader).filter { mention in
            mention.tokens.count > 1 || mention.value != 1 || !isArticle(tokens[mention.tokens.lowerBound])
        }
    }

    /// The sums, lengths of time, ages, telephone numbers, addresses and their like that a text names.
    public func amounts(in tokens: [Token]) -> [AmountMention] {
        AmountReader(tokens: tokens, words: amount, numbers: number, times: time).mentions()
    }

    /// The times named in a text, in order and not overlapping.
    ///
    /// What is not said is taken from now, and lies ahead: "Monday" and "next Monday" are the coming one, "14 July" the
    /// next one. Hours from one to six without "am" are in the afternoon, when a town hall is open. "26/11" has its day
    /// first, as in France.
    public func times(in tokens: [Token], now: Moment, calendar: DayCalendar) -> [TimeMention] {
        let items = TimeLexer(tokens: tokens, words: time, numbers: number).items()
        guard items.contains(where: { $0.meaning.isContent || $0.number != nil }) else { return [] }
        let reader = EnglishTimeReader(base: TimeReader(items: items, now: now, calendar: calendar))
        return reader.mentions().map { mention in
            let first = items[mention.items.lowerBound].tokens.lowerBound
            let last = items[mention.items.upperBound - 1].tokens.upperBound
            return TimeMention(
                span: mention.span, reach: mention.reach, tokens: first..<last, text: tokens.text(of: first..<last))
        }
    }

    private func isArticle(_ token: Token) -> Bool { number.role(.one, token) && token.folded != "one" }
}
