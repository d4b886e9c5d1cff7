/// The letters of a word with their accents apart, as the costs of misspellings need them.
struct SpelledLetters: Sendable {
    /// The letters without accents, ligatures as two.
    private(set) var bases: [UInt8] = []
    /// The accent of each letter: 0 for none, else any number that tells accents apart.
    private(set) var accents: [UInt8] = []

    init() {
        bases.reserveCapacity(48)
        accents.reserveCapacity(48)
    }

    init(_ word: String) {
        self.init()
        for scalar in word.unicodeScalars { append(scalar.value) }
    }

    var count: Int { bases.count }

    /// Reads a form of the lexicon in place of what was there.
    mutating func read(_ form: UnsafeRawBufferPointer) {
        bases.removeAll(keepingCapacity: true)
        accents.removeAll(keepingCapacity: true)
        var index = 0
        while index < form.count {
            let byte = UInt32(form[index])
            if byte < 0x80 || index + 1 == form.count {
                append(byte)
                index += 1
            } else {
                append((byte & 0x1F) << 6 | UInt32(form[index + 1] & 0x3F))
                index += 2
            }
        }
    }

    private mutating func append(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A: add(UInt8(scalar) | 0x20)
        case 0x00...0x7F: add(UInt8(scalar))
        case 0xC0...0xC5, 0xE0...0xE5: add(UInt8(ascii: "a"), accent: scalar)
        case 0xC6, 0xE6:
            add(UInt8(ascii: "a"))
            add(UInt8(ascii: "e"))
        case 0xC7, 0xE7: add(UInt8(ascii: "c"), accent: scalar)
        case 0xC8...0xCB, 0xE8...0xEB: add(UInt8(ascii: "e"), accent: scalar)
        case 0xCC...0xCF, 0xEC...0xEF: add(UInt8(ascii: "i"), accent: scalar)
        case 0xD1, 0xF1: add(UInt8(ascii: "n"), accent: scalar)
        case 0xD2...0xD6, 0xF2...0xF6: add(UInt8(ascii: "o"), accent: scalar)
        case 0xD9...0xDC, 0xF9...0xFC: add(UInt8(ascii: "u"), accent: scalar)
        case 0xDD, 0xFD, 0xFF: add(UInt8(ascii: "y"), accent: scalar)
        case 0x152, 0x153:
            add(UInt8(ascii: "o"))
            add(UInt8(ascii: "e"))
        case 0x2019: add(UInt8(ascii: "'"))
        case 0x300...0x36F where !accents.isEmpty: accents[accents.count - 1] = UInt8(truncatingIfNeeded: scalar)
        default: add(0xFF)
        }
    }

    private mutating func add(_ base: UInt8, accent: UInt32 = 0) {
        bases.append(base)
        accents.append(UInt8(accent & 0x1F))
    }
}
