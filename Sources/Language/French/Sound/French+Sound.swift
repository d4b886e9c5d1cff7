extension French {
    /// What a word sounds like, in ASCII (the letters are explained at `SoundScanner`).
    ///
    /// A word that the spelling rules misread ("femme", "monsieur") is listed in `words/sound.yaml` under a spelling that
    /// they read right. A word with a digit keeps its folded form.
    public func soundKey(of word: String) -> String { sound.key(of: word, folded: Folding.fold(word)) }
}
