extension French {
    /// The whole numbers named in a text: in figures, in words, as ranks, in Roman figures, in dozens.
    ///
    /// Telephone numbers, decimals and times of day are no whole numbers and are left out.
    public func numbers(in tokens: [Token]) -> [NumberMention] {
        NumberScan.mentions(NumberReader(tokens: tokens, words: number))
    }
}
