/// A step of reading: a word, an expression of several words, or a number, with what it may mean.
struct TimeItem {
    /// A number said in words or in figures.
    struct Number {
        let value: Int
        let isOrdinal: Bool
        /// How many figures wrote it; 0 when it was written in words.
        let figures: Int
        /// Whether the first figure is a zero: "08" is never eight in the evening.
        var hasZero = false
    }

    /// The tokens that it comes from; parts of one token ("8h30") share it.
    let tokens: Range<Int>
    var meaning = TimeMeaning()
    var number: Number?
    /// What stands between it and the next item.
    var link: Token.Link
    /// Whether nothing at all stands between it and the next item, as in "8h".
    var isTight = false

    /// The roles of the word in grammar.
    var roles: TimeRoles { meaning.roles }

    /// Whether it was written with a capital and small letters.
    var isCapital = false
    /// Whether it was written with three letters or more.
    var isLong = true

    /// Whether the item is nothing that times are made of.
    var isOther: Bool { number == nil && !meaning.isContent && meaning.edge == nil && meaning.roles.isEmpty }
}
