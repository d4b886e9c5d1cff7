/// The names of all topics, ready to be compared: flat arrays that are stored and taken up as they are.
struct NameTable: Sendable {
    /// What is looked up in the index.
    enum Kind: UInt64 { case word = 1, letters, sound }

    /// No name has this many letters, or this long a sound.
    static let longestLetters = 256

    /// Texts one after the other: where each begins, and the bytes.
    struct Texts: Sendable {
        var starts: [UInt32] = [0]
        var bytes: [UInt8] = []

        var count: Int { starts.count - 1 }
        var indices: Range<Int> { 0..<count }

        subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

        mutating func append(_ text: some Sequence<UInt8>) {
            bytes.append(contentsOf: text)
            starts.append(UInt32(bytes.count))
        }

        func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }
    }

    /// The names of slots, the topic's and the slot's in turn.
    var slots = Texts()
    /// The ids of entries.
    var entries = Texts()
    /// The slot of each entry, and whether it is proper (1) and a detail (2), in the bits above.
    var entrySlots: [UInt32] = []
    /// What shortened words stand for, then the letters of each form.
    var letters = Texts()
    /// The sounds of what shortened words stand for.
    var sounds = Texts()
    /// The entry of each form.
    var formEntries: [UInt32] = []
    /// The weight of each form in thousandths, and what it is in the bits above.
    var formTraits: [UInt32] = []
    /// Words, letters, sounds and pieces of names by key.
    var index = KeyIndex([], isCommon: { _ in false })
    /// The most words that a form has.
    var longestForm: UInt32 = 1
    /// Letters that are words of their own and may be stuck to the next one: "l" in "lecole".
    var stuck: [UInt8] = []

    /// What is known of a word, and the shortened word that it is.
    func word(_ folded: String) -> (kind: WordKind, short: Int?) {
        var hash: UInt64 = 0
        var isFigure = !folded.isEmpty
        var folded = folded
        folded.withUTF8 { bytes in
            for byte in bytes {
                hash = RollingHash.adding(byte, to: hash)
                if !(0x30...0x39).contains(byte) { isFigure = false }
            }
        }
        let value = index.first(RollingHash.key(hash, kind: Kind.word.rawValue)) ?? 0
        var kind = WordKind(rawValue: value & (1 << WordKind.flagBits - 1))
        if isFigure { kind.insert(.figure) }
        let short = Int(value >> WordKind.flagBits) - 1
        return (kind, sounds.indices.contains(short) ? short : nil)
    }

    /// Calls a body with each form that has a key; a damaged index may hold numbers of none.
    @inline(__always)
    func forEachForm(_ key: UInt64, _ body: (UInt32) -> Void) {
        index.forEach(key) { form in if form < formEntries.count { body(form) } }
    }

    /// One form of a name.
    func form(_ index: UInt32) -> Form {
        Form(entry: Int(formEntries[Int(index)]), traits: formTraits[Int(index)])
    }

    /// The letters of a form.
    func letters(of form: UInt32) -> ArraySlice<UInt8> { letters[sounds.count + Int(form)] }

    /// One form of a name, without its letters.
    struct Form {
        /// The entry that it names.
        let entry: Int
        let traits: UInt32

        var weight: Double { Double(traits & 0xffff) / 1000 }
        var isCore: Bool { traits & Form.core != 0 }
        var isOrdinary: Bool { traits & Form.ordinary != 0 }
        var isWayLeftOut: Bool { traits & Form.way != 0 }
        var isWhole: Bool { traits & Form.whole != 0 }

        /// The kind of way, or of place, is left out.
        static let core: UInt32 = 1 << 16
        /// Every word that tells something is a word of everyday talk.
        static let ordinary: UInt32 = 1 << 17
        /// Nothing but articles is left out.
        static let whole: UInt32 = 1 << 18
        /// The name begins with a kind of way, which the form leaves out.
        static let way: UInt32 = 1 << 19
    }
}
