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
        guard let head = reader.numbers(), head.count == 2, head[0] == NameTable.signature,
            let slots = reader.texts(), let entries = reader.texts(), let letters = reader.texts(),
            let sounds = reader.texts(), let entrySlots = reader.numbers(), let formEntries = reader.numbers(),
            let formTraits = reader.numbers(), let starts = reader.numbers(), let marks = reader.numbers(),
            let values = reader.numbers(), let stuck = reader.bytes(), reader.isAtEnd,
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

/// Writes arrays one after the other, each after its length, each at a multiple of four bytes.
struct TableWriter {
    private(set) var data = Data()

    mutating func add(_ numbers: [UInt32]) {
        append(numbers.count)
        numbers.withUnsafeBytes { data.append(contentsOf: $0) }
    }

    mutating func add(_ bytes: [UInt8]) {
        append(bytes.count)
        data.append(contentsOf: bytes)
        data.append(contentsOf: repeatElement(0, count: -bytes.count & 3))
    }

    private mutating func append(_ count: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: count)) { data.append(contentsOf: $0) }
    }
}

/// Reads arrays that ``TableWriter`` wrote; nil where the bytes end before they should.
struct TableReader {
    private let data: Data
    private var offset: Int

    init(_ data: Data) { (self.data, offset) = (data, data.startIndex) }

    var isAtEnd: Bool { offset == data.endIndex }

    /// What was not read yet.
    var rest: Data { data[offset...] }

    mutating func numbers() -> [UInt32]? {
        guard let count = count(), let bytes = take(count * 4) else { return nil }
        return [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
            bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
            initialized = count
        }
    }

    mutating func bytes() -> [UInt8]? {
        guard let count = count(), let bytes = take(count), take(-count & 3) != nil else { return nil }
        return [UInt8](bytes)
    }

    /// Texts whose limits are in order.
    mutating func texts() -> NameTable.Texts? {
        guard let starts = numbers(), let bytes = bytes(), starts.first == 0, starts.last == UInt32(bytes.count),
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        return NameTable.Texts(starts: starts, bytes: bytes)
    }

    private mutating func count() -> Int? {
        take(4).map { bytes in Int(bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }) }
    }

    private mutating func take(_ count: Int) -> Data? {
        guard count <= data.endIndex - offset else { return nil }
        defer { offset += count }
        return data[offset..<(offset + count)]
    }
}
