extension French {
    /// The words of a text: elisions and hyphens separate words ("l'école" is two), except in the words that keep
    /// their apostrophe ("aujourd'hui"), which are one even when it is missing or is a space.
    public func tokens(in text: String) -> [Token] {
        let runs = WordScanner.runs(of: text)
        var tokens: [Token] = []
        tokens.reserveCapacity(runs.count)
        var index = 0
        while index < runs.count {
            var run = runs[index]
            index += 1
            if index < runs.count, run.link == .apostrophe || run.link == .space {
                let next = runs[index]
                let joined = run.folded + "'" + next.folded
                if self.text.whole.contains(joined) {
                    let sign = run.link == .apostrophe ? "'" : " "
                    run.text += sign + next.text
                    (run.folded, run.end, run.link) = (joined, next.end, next.link)
                    index += 1
                }
            }
            tokens.append(
                Token(
                    text: run.text, folded: run.folded, sound: sound.key(of: run.text, folded: run.folded),
                    start: run.start, end: run.end,
                    link: run.link))
        }
        return tokens
    }

    /// A word in lower case, without accents or ligatures, with a plain apostrophe.
    public func folded(_ word: String) -> String { Folding.fold(word) }
}
