import FoundationEssentials

/// Makes the bytes of a lexicon from its word list.
struct LexiconCompiler {
    /// A word while the tables are made.
    private struct Entry {
        var letters: Int
        var formLength: Int
        var foldedLength: Int
        var frequency: Int
        var classes: WordClasses
        var lemma = LexiconFormat.none
        var next = LexiconFormat.none
        var sound: UInt64
        var nextSound = LexiconFormat.none
        var hash: UInt64
    }

    private let rules: any ReadingRules
    private var entries: [Entry] = []
    private var letters: [UInt8] = []
    private var lemmas: [(entry: Int, lemma: [UInt8])] = []
    private var soundLetters = [Bool](repeating: false, count: 128)

    init(rules: any ReadingRules) { self.rules = rules }

    /// Reads a list: `form TAB frequency TAB lemma TAB classes`; a line that is not one is left out.
    mutating func read(_ list: Data) {
        entries.reserveCapacity(list.count / 18)
        letters.reserveCapacity(list.count)
        for line in list.split(separator: UInt8(ascii: "\n")) where entries.count < LexiconFormat.mostEntries {
            line.withUnsafeBytes { readLine($0) }
        }
    }

    private mutating func readLine(_ line: UnsafeRawBufferPointer) {
        let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, (1...60).contains(fields[0].count) else { return }
        let form = String(decoding: fields[0], as: UTF8.self)
        let folded = rules.folded(form)
        let sound = rules.soundKey(of: form)
        let frequency = fields[1].reduce(0) { min(255, $0 * 10 + Int($1 & 15)) }
        let (formLength, foldedLength) = (form.utf8.count, folded == form ? 0 : folded.utf8.count)
        guard formLength < 256, foldedLength < 256 else { return }
        for byte in sound.utf8 where byte < 0x80 { soundLetters[Int(byte)] = true }
        if !fields[2].isEmpty { lemmas.append((entries.count, Self.lemma(of: fields[0], code: fields[2]))) }
        entries.append(
            Entry(
                letters: letters.count, formLength: formLength, foldedLength: foldedLength, frequency: frequency,
                classes: WordClasses(letters: fields[3]), sound: LexiconFormat.polynomial(sound.utf8),
                hash: LexiconFormat.polynomial(folded.utf8)))
        letters += form.utf8
        if foldedLength > 0 { letters += folded.utf8 }
    }

    /// The lemma that a code makes of a form: as many letters off its end as the number says, then the rest put there.
    private static func lemma(of form: Slice<UnsafeRawBufferPointer>, code: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        let digits = code.prefix { (0x30...0x39).contains($0) }
        var drop = digits.reduce(0) { min(255, $0 * 10 + Int($1 & 15)) }
        var kept = form
        while drop > 0, let byte = kept.popLast() {
            if byte & 0xC0 != 0x80 { drop -= 1 }
        }
        return Array(kept) + Array(code.dropFirst(digits.count))
    }

    /// The whole lexicon.
    mutating func finish() -> Data {
        let forms = table(\.hash, chain: \.next) { [letters, entries] in
            Self.folded(entries[$0], letters).elementsEqual(Self.folded(entries[$1], letters))
        }
        let sounds = table(\.sound, chain: \.nextSound) { [entries] in
            Self.hash(entries[$0].sound) == Self.hash(entries[$1].sound)
        }
        linkLemmas(forms)
        var data = Data()
        let size =
            LexiconFormat.headerSize + entries.count * LexiconFormat.entrySize + (forms.count + sounds.count) * 4
        data.reserveCapacity(size + letters.count)
        func write(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) } }
        for number in [
            Int(LexiconFormat.magic), entries.count, forms.count.trailingZeroBitCount, sounds.count.trailingZeroBitCount,
            size, size + letters.count,
        ] { write(UInt32(number)) }
        let alphabet = soundLetters.indices.filter { soundLetters[$0] }.map(UInt8.init)
        data.append(contentsOf: alphabet.prefix(LexiconFormat.alphabetSize))
        data.append(Data(count: LexiconFormat.headerSize - data.count))
        for entry in entries {
            write(UInt32(entry.letters))
            write(UInt32(entry.formLength | entry.foldedLength << 8 | entry.frequency << 16))
            write(entry.classes.rawValue)
            write(entry.lemma)
            write(entry.next)
            write(Self.hash(entry.sound))
            write(entry.nextSound)
        }
        for slot in forms { write(slot) }
        for slot in sounds { write(slot) }
        data.append(contentsOf: letters)
        return data
    }

    private static func hash(_ polynomial: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: LexiconFormat.mixed(polynomial))
    }

    private static func folded(_ entry: Entry, _ letters: [UInt8]) -> ArraySlice<UInt8> {
        entry.foldedLength == 0
            ? letters[entry.letters..<entry.letters + entry.formLength]
            : letters[entry.letters + entry.formLength..<entry.letters + entry.formLength + entry.foldedLength]
    }

    /// A hash table with open addressing; entries that are alike are chained behind the first.
    private mutating func table(
        _ hash: KeyPath<Entry, UInt64>, chain: WritableKeyPath<Entry, UInt32>, alike: (Int, Int) -> Bool
    ) -> [UInt32] {
        let size = 1 << max(2, LexiconHeader.indexBits(entries.count * 3 / 2))
        let indexMask = UInt32(truncatingIfNeeded: (1 << LexiconHeader.indexBits(entries.count)) - 1)
        var slots = [UInt32](repeating: LexiconFormat.none, count: size)
        var ends = [Int](repeating: 0, count: size)
        for index in entries.indices {
            let mixed = LexiconFormat.mixed(entries[index][keyPath: hash])
            var slot = Int(truncatingIfNeeded: mixed & UInt64(size - 1))
            while slots[slot] != LexiconFormat.none, !alike(Int(slots[slot] & indexMask), index) {
                slot = (slot + 1) & (size - 1)
            }
            if slots[slot] == LexiconFormat.none {
                slots[slot] = UInt32(truncatingIfNeeded: mixed >> 32) & ~indexMask | UInt32(index)
            } else {
                entries[ends[slot]][keyPath: chain] = UInt32(index)
            }
            ends[slot] = index
        }
        return slots
    }

    /// Finds the entries of the lemmas that are in the list themselves.
    private mutating func linkLemmas(_ forms: [UInt32]) {
        let indexMask = UInt32(truncatingIfNeeded: (1 << LexiconHeader.indexBits(entries.count)) - 1)
        for (index, lemma) in lemmas {
            let folded = rules.folded(String(decoding: lemma, as: UTF8.self))
            var slot = Int(truncatingIfNeeded: LexiconFormat.mixed(LexiconFormat.polynomial(folded.utf8)))
                & (forms.count - 1)
            while forms[slot] != LexiconFormat.none {
                var entry = forms[slot] & indexMask
                while entry < UInt32(entries.count) {
                    let other = entries[Int(entry)]
                    if letters[other.letters..<other.letters + other.formLength].elementsEqual(lemma) {
                        entries[index].lemma = entry
                        break
                    }
                    entry = other.next
                }
                if entries[index].lemma != LexiconFormat.none { break }
                slot = (slot + 1) & (forms.count - 1)
            }
        }
    }
}
