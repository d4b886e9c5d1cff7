/// How a compiled lexicon is laid out: a header, entries, two hash tables and the letters of the words.
///
/// All numbers are 32-bit, little-endian. Nothing is a pointer and every read is checked against the end of the bytes,
/// so that a damaged lexicon gives wrong words at worst.
enum LexiconFormat {
    /// "PLX" and the version of the layout.
    static let magic: UInt32 = 0x0158_4C50
    /// Magic, entries, bits of the two tables, start of the letters, all bytes, then the alphabet of the sounds.
    static let headerSize = 24 + alphabetSize
    static let alphabetSize = 64
    /// Bytes of an entry: letters at, lengths and frequency, classes, lemma, next of the same folded form, hash of the
    /// sound, next of the same sound.
    static let entrySize = 28
    /// No entry.
    static let none: UInt32 = .max
    /// More entries than any language needs; an index leaves room for a fingerprint in a slot.
    static let mostEntries = 1 << 20

    /// The multiplier of the hash, odd.
    static let base: UInt64 = 0x9E37_79B9_7F4A_7C55

    /// The hash of a word, a polynomial in its bytes: after a change of one letter it is known without reading the rest.
    static func polynomial(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var (power, sum): (UInt64, UInt64) = (1, 0)
        for byte in bytes {
            sum &+= UInt64(byte) &* power
            power &*= base
        }
        return sum
    }

    /// The bits of a polynomial mixed: the low half chooses a slot, the high half is its fingerprint.
    static func mixed(_ polynomial: UInt64) -> UInt64 {
        var value = (polynomial ^ (polynomial >> 29)) &* 0xBF58_476D_1CE4_E5B9
        value ^= value >> 32
        return value
    }
}

/// The bytes of a compiled lexicon while they are read.
struct LexiconView {
    let bytes: UnsafeRawBufferPointer
    let header: LexiconHeader

    /// The number at a place, or 0 outside the bytes.
    private func number(_ offset: Int) -> UInt32 {
        guard offset >= 0, offset &+ 4 <= bytes.count else { return 0 }
        return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private func field(_ entry: Int, _ offset: Int) -> UInt32 {
        number(LexiconFormat.headerSize + entry * LexiconFormat.entrySize + offset)
    }

    /// The letters of a form, as written.
    func form(_ entry: Int) -> UnsafeRawBufferPointer {
        letters(from: Int(field(entry, 0)), count: Int(field(entry, 4) & 0xFF))
    }

    /// The letters of a form, folded; stored only where they differ.
    func folded(_ entry: Int) -> UnsafeRawBufferPointer {
        let lengths = field(entry, 4)
        let (own, folded) = (Int(lengths & 0xFF), Int((lengths >> 8) & 0xFF))
        let start = Int(field(entry, 0))
        return folded == 0 ? letters(from: start, count: own) : letters(from: start + own, count: folded)
    }

    private func letters(from start: Int, count: Int) -> UnsafeRawBufferPointer {
        let first = header.letters + start
        guard first + count <= bytes.count else { return UnsafeRawBufferPointer(rebasing: bytes[0..<0]) }
        return UnsafeRawBufferPointer(rebasing: bytes[first..<first + count])
    }

    /// Ten times the Zipf scale.
    func frequency(_ entry: Int) -> Int { Int((field(entry, 4) >> 16) & 0xFF) }

    func classes(_ entry: Int) -> WordClasses { WordClasses(rawValue: field(entry, 8)) }

    /// The entry of the lemma; the entry itself where it is its own.
    func lemma(_ entry: Int) -> Int { valid(field(entry, 12)) ?? entry }

    func next(_ entry: Int) -> Int? { later(field(entry, 16), than: entry) }

    func nextSound(_ entry: Int) -> Int? { later(field(entry, 24), than: entry) }

    /// Chains only go forwards, so that a damaged one ends.
    private func later(_ index: UInt32, than entry: Int) -> Int? { valid(index).flatMap { $0 > entry ? $0 : nil } }

    private func valid(_ index: UInt32) -> Int? { index < UInt32(header.count) ? Int(index) : nil }

    /// The first entry whose folded form has a hash; another word may share it once in many thousand.
    func first(hash polynomial: UInt64) -> Int? {
        probe(polynomial, table: header.forms, bits: header.formBits) { _ in true }
    }

    /// The first entry of a folded form, and by ``next(_:)`` those that differ in accents.
    func first(folded word: some Collection<UInt8>) -> Int? {
        probe(LexiconFormat.polynomial(word), table: header.forms, bits: header.formBits) { entry in
            folded(entry).elementsEqual(word)
        }
    }

    /// The first entry whose sound has a hash.
    func firstSound(hash polynomial: UInt64) -> Int? {
        let hash = UInt32(truncatingIfNeeded: LexiconFormat.mixed(polynomial))
        return probe(polynomial, table: header.sounds, bits: header.soundBits) { field($0, 20) == hash }
    }

    @inline(__always)
    private func probe(_ polynomial: UInt64, table: Int, bits: Int, accept: (Int) -> Bool) -> Int? {
        let mixed = LexiconFormat.mixed(polynomial)
        let mask = (1 << bits) - 1
        let indexMask = UInt32(truncatingIfNeeded: (1 << header.indexBits) - 1)
        let print = UInt32(truncatingIfNeeded: mixed >> 32) & ~indexMask
        var slot = Int(truncatingIfNeeded: mixed & UInt64(mask))
        for _ in 0...mask {
            let value = number(table + slot * 4)
            if value == LexiconFormat.none { return nil }
            if value & ~indexMask == print, let entry = valid(value & indexMask), accept(entry) { return entry }
            slot = (slot + 1) & mask
        }
        return nil
    }
}

/// Where the parts of a compiled lexicon are.
struct LexiconHeader: Sendable {
    let count: Int
    let formBits: Int
    let soundBits: Int
    let letters: Int
    /// The sounds that occur in keys, in order.
    let alphabet: [UInt8]

    var forms: Int { LexiconFormat.headerSize + count * LexiconFormat.entrySize }
    var sounds: Int { forms + 4 << formBits }
    /// The bits of a slot that are an index; the others are a fingerprint.
    var indexBits: Int { Self.indexBits(count) }

    static func indexBits(_ count: Int) -> Int { max(1, Int.bitWidth - count.leadingZeroBitCount) }

    /// Reads the header; nil when the bytes are not a lexicon or their parts do not fit.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= LexiconFormat.headerSize else { return nil }
        let numbers = (0..<6).map {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
        }
        guard numbers[0] == Int(LexiconFormat.magic), numbers[1] <= LexiconFormat.mostEntries, numbers[2] <= 22,
            numbers[3] <= 22, numbers[5] == bytes.count
        else { return nil }
        (count, formBits, soundBits, letters) = (numbers[1], numbers[2], numbers[3], numbers[4])
        alphabet = bytes[24..<LexiconFormat.headerSize].filter { $0 != 0 }
        guard letters == sounds + 4 << soundBits, letters <= bytes.count else { return nil }
    }
}
