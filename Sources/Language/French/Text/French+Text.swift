extension French {
    /// The words of a text: elisions and hyphens separate words ("l'école" is two), except in the words that keep
    /// their apostrophe ("aujourd'hui"), which are one even when it is missing or is a space.
    public func tokens(in text: String) -> [Token] {
        self.text.joined(WordScanner.runs(of: text)).map { run in
            Token(
                text: run.text, folded: run.folded, sound: sound.key(of: run.text, folded: run.folded),
                start: run.start, end: run.end, link: run.link)
        }
    }

    /// A word in lower case, without accents or ligatures, with a plain apostrophe.
    public func folded(_ word: String) -> String { Folding.fold(word) }
}
