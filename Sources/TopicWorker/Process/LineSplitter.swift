/// Cuts a stream of bytes into lines, and refuses one that is longer than any message.
struct LineSplitter {
    private var rest: [UInt8] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// What a piece of the stream completes.
    ///
    /// - Parameter bytes: the next piece.
    /// - Returns: the lines that end in it, without their end; nil once a line is too long.
    mutating func lines(in bytes: some Collection<UInt8>) -> [[UInt8]]? {
        var lines: [[UInt8]] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: 0x0a) {
            guard rest.count + bytes.distance(from: start, to: end) <= limit else { return nil }
            lines.append(rest + bytes[start..<end])
            rest.removeAll()
            start = bytes.index(after: end)
        }
        rest += bytes[start...]
        return rest.count <= limit ? lines : nil
    }
}
