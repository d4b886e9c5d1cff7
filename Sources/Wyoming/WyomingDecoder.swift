internal import Foundation

/// Takes the bytes of a connection as they come, gives the events in them.
public struct WyomingDecoder: Sendable {
    private var buffer: [UInt8] = []
    /// What of the buffer is already read; it is cut off now and then, not at each event.
    private var start = 0
    private var pending: Pending?

    /// A decoder at the start of a connection.
    public init() {}

    /// Adds bytes that have come.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        if start > 1 << 16 || start == buffer.count {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole event; nil when more bytes must come first.
    ///
    /// - Throws: ``WyomingError``; the connection cannot be read any further then.
    public mutating func next() throws(WyomingError) -> WyomingEvent? {
        if pending == nil { pending = try nextHeader() }
        guard let header = pending, buffer.count - start >= header.dataLength + header.payloadLength else { return nil }
        pending = nil
        let data = take(header.dataLength)
        let payload = take(header.payloadLength)
        return WyomingEvent(type: header.type, data: try header.merged(Data(data)), payload: Array(payload))
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        defer { start += count }
        return buffer[start..<start + count]
    }

    private mutating func nextHeader() throws(WyomingError) -> Pending? {
        guard let end = buffer[start...].firstIndex(of: 0x0a) else {
            guard buffer.count - start <= WyomingProtocol.longestHeader else {
                throw .wrongLength(part: "header", bytes: buffer.count - start)
            }
            return nil
        }
        let line = take(end - start)
        start += 1
        return try Pending(line: Data(line))
    }
}

/// An event whose first line is read.
private struct Pending: Sendable {
    let type: String
    let dataLength: Int
    let payloadLength: Int
    /// Data that older writers put into the first line.
    private let inline: Data?

    init(line: Data) throws(WyomingError) {
        guard let header = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any],
            let type = header["type"] as? String
        else { throw .malformedHeader }
        self.type = type
        dataLength = try Self.length("data", header["data_length"], WyomingProtocol.longestData)
        payloadLength = try Self.length("payload", header["payload_length"], WyomingProtocol.longestPayload)
        let data = header["data"] as? [String: Any] ?? [:]
        inline = data.isEmpty ? nil : try? JSONSerialization.data(withJSONObject: data)
    }

    private static func length(_ part: String, _ value: Any?, _ most: Int) throws(WyomingError) -> Int {
        guard let length = value as? Int else {
            if value == nil || value is NSNull { return 0 }
            throw .malformedHeader
        }
        guard (0...most).contains(length) else { throw .wrongLength(part: part, bytes: length) }
        return length
    }

    /// The data of both places; that which follows the first line wins.
    func merged(_ data: Data) throws(WyomingError) -> Data {
        guard let inline else { return data }
        guard !data.isEmpty else { return inline }
        guard var all = (try? JSONSerialization.jsonObject(with: inline)) as? [String: Any],
            let rest = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
        else { throw .wrongData(type: type) }
        all.merge(rest) { $1 }
        guard let merged = try? JSONSerialization.data(withJSONObject: all) else { throw .wrongData(type: type) }
        return merged
    }
}
