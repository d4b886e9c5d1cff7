internal import Foundation

extension NameTable {
    /// What the bytes begin with: the kind and version of the table.
    private static let signature: UInt32 = 0x4e41_4d31

    /// The table as bytes, for the compiled cache.
    var data: Data {
        var writer = TableWriter()
        writer.add([NameTable.signature, longestForm])
        for texts in [slots, entries, letters, sounds] {
            writer.add(texts.starts)
            writer.add(texts.bytes)
        }
        for numbers in [entrySlots, formEntries, formTraits, index.starts, index.marks, index.values] {
            writer.add(numbers)
        }
        writer.add(stuck)
        return writer.data
    }

    /// Reads what ``data`` wrote; nil when the bytes cannot be a table.
    init?(data: Data) {
        var reader = TableReader(data)
        guard let head = reader.array(of: UInt32.self), head.count == 2, head[0] == NameTable.signature,
            let slots = reader.texts(), let entries = reader.texts(), let letters = reader.texts(),
            let sounds = reader.texts(), let entrySlots = reader.array(of: UInt32.self),
            let formEntries = reader.array(of: UInt32.self),
            let formTraits = reader.array(of: UInt32.self), let starts = reader.array(of: UInt32.self),
            let marks = reader.array(of: UInt32.self),
            let values = reader.array(of: UInt32.self), let stuck = reader.array(of: UInt8.self), reader.isAtEnd,
            let index = KeyIndex(starts: starts, marks: marks, values: values)
        else { return nil }
        guard (1...256).contains(head[1]), slots.count % 2 == 0, entries.count == entrySlots.count,
            entrySlots.allSatisfy({ $0 >> 2 < slots.count / 2 }), formEntries.count == formTraits.count,
            formEntries.allSatisfy({ $0 < entrySlots.count }), letters.count == sounds.count + formEntries.count
        else { return nil }
        (self.slots, self.entries, self.letters, self.sounds) = (slots, entries, letters, sounds)
        (self.entrySlots, self.formEntries, self.formTraits) = (entrySlots, formEntries, formTraits)
        (self.index, self.stuck, longestForm) = (index, stuck, head[1])
    }
}

extension TableReader {
    /// Texts whose limits are in order.
    fileprivate mutating func texts() -> NameTable.Texts? {
        guard let starts = array(of: UInt32.self), let bytes = array(of: UInt8.self), starts.first == 0,
            starts.last == UInt32(exactly: bytes.count), zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        return NameTable.Texts(starts: starts, bytes: bytes)
    }
}
