/// The grammar of French; its words are those of `Locales/fr/words`.
public struct French: ReadingRules {
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
        sound = SoundWords(words["sound"] ?? [:])
        number = NumberWords(words["numbers"] ?? [:], sound: sound)
        time = TimeWords(time: words["time"] ?? [:], holidays: words["holidays"] ?? [:], sound: sound) { [text] entry in
            text.joined(WordScanner.runs(of: entry)).map(\.folded)
        }
        amount = AmountWords(
            words["amounts"] ?? [:], small: words["small"] ?? [:], numbers: words["numbers"] ?? [:], sound: sound)
    }
}
