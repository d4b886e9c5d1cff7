internal import Foundation

/// Writes arrays of plain numbers one after the other, each after its length, for the compiled cache.
struct TableWriter {
    private(set) var data = Data()

    mutating func add<Element: BitwiseCopyable>(_ elements: [Element]) {
        withUnsafeBytes(of: UInt64(elements.count)) { data.append(contentsOf: $0) }
        elements.withUnsafeBytes { data.append(contentsOf: $0) }
    }

    mutating func add(_ text: String) { add(Array(text.utf8)) }
}

/// Reads arrays that ``TableWriter`` wrote; nil where the bytes end before they should.
struct TableReader {
    private let data: Data
    private var offset: Int

    init(_ data: Data) { (self.data, offset) = (data, data.startIndex) }

    var isAtEnd: Bool { offset == data.endIndex }

    mutating func array<Element: BitwiseCopyable>(of type: Element.Type = Element.self) -> [Element]? {
        guard let count = count(), let bytes = take(count * MemoryLayout<Element>.stride) else { return nil }
        return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
            initialized = count
        }
    }

    /// An array of bytes, where it lies.
    mutating func blob() -> Data? { count().flatMap { take($0) } }

    mutating func text() -> String? { array(of: UInt8.self).map { String(decoding: $0, as: UTF8.self) } }

    /// A length; nil where fewer bytes than that are left altogether.
    private mutating func count() -> Int? {
        guard let count = take(8).map({ $0.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) } }),
            count <= UInt64(data.count)
        else { return nil }
        return Int(count)
    }

    private mutating func take(_ count: Int) -> Data? {
        guard count <= data.endIndex - offset else { return nil }
        defer { offset += count }
        return data[offset..<(offset + count)]
    }
}
