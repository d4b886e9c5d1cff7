extension French {
    /// The sums, lengths of time, ages, telephone numbers, addresses and their like that a text names.
    ///
    /// A point in time is no length: "dans 2 heures" and "à 8 h" are left to ``times(in:now:calendar:)``. What is read does
    /// not depend on when.
    public func amounts(in tokens: [Token]) -> [AmountMention] {
        AmountReader(tokens: tokens, words: amount, numbers: number, times: time).mentions()
    }
}
