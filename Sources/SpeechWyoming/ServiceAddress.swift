/// Where a Wyoming service listens.
public struct ServiceAddress: Sendable, Hashable, CustomStringConvertible {
    /// The computer's name or number.
    public let host: String
    /// The port, from 1 to 65 535.
    public let port: Int

    /// An address.
    public init(host: String, port: Int) { (self.host, self.port) = (host, port) }

    /// Reads `tcp://127.0.0.1:10300`, `127.0.0.1:10300` or `[::1]:10300`; nil for anything else.
    public init?(_ text: String) {
        let rest = text.hasPrefix("tcp://") ? text.dropFirst("tcp://".count) : text[...]
        guard let colon = rest.lastIndex(of: ":"), let port = Int(rest[rest.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        var host = rest[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: port)
    }

    /// The address as it is written in an option.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
