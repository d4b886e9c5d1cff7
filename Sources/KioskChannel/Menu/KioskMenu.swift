import Dialogue

/// What the three keys choose from: one item at a time, said and shown, round and round.
struct KioskMenu: Sendable {
    /// What choosing an item does.
    indirect enum Action: Sendable {
        /// Gives the conversation something.
        case input(Input)
        /// Opens further choices.
        case open([Item])
        /// Adds a letter or a figure to what is spelt.
        case letter(String)
        /// Takes the last letter back.
        case undo
        /// Ends spelling: what was spelt is the answer.
        case spelt
        /// Begins to listen.
        case talk
    }

    /// One choice.
    struct Item: Sendable {
        /// How it is named.
        let label: String
        /// What it does.
        let action: Action
    }

    private(set) var items: [Item]
    /// The item that was said last; -1 before the first.
    private(set) var index = -1
    /// What was spelt so far.
    private(set) var spelt = ""

    init(_ items: [Item]) { self.items = items }

    /// The item that was said last, or nil.
    var current: Item? { items.indices.contains(index) ? items[index] : nil }
    var isEmpty: Bool { items.isEmpty }
    /// The place of the current item, from 1.
    var number: Int { index + 1 }

    /// Goes to the next item; from the first again after the last.
    mutating func next() { index = items.isEmpty ? -1 : (index + 1) % items.count }

    /// Adds to what is spelt; the next letter is looked for from the first.
    mutating func spell(_ letter: String) {
        spelt = String((spelt + letter).prefix(60))
        index = -1
    }

    /// Takes the last letter back.
    mutating func undo() {
        spelt = String(spelt.dropLast())
        index = -1
    }
}
