internal import NIOCore

/// Where a request comes from, as far as limits must tell one client from another: an IPv4 address, or the /64 network of
/// an IPv6 one, since a household or a server has a whole one.
struct ClientAddress: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// A client that has no address, such as a socket of the file system.
    static let unknown = ClientAddress(high: 0, low: 0)

    /// Whether the client is this computer.
    var isLoopback: Bool { (high == 0 && low == 1) || (high == 0 && low >> 24 == 0xffff_7f) }

    private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// The address of a connection's other end.
    ///
    /// - Parameters:
    ///   - address: the address; nil for ``unknown``.
    ///   - isWhole: whether an IPv6 address stands for itself rather than for its network.
    init(_ address: SocketAddress?, isWhole: Bool = false) {
        // The bytes of `sockaddr_in` and `sockaddr_in6`, whose addresses begin at the same place on every system.
        switch address {
        case .v4(let address)?:
            self.init(bytes: withUnsafeBytes(of: address.address) { Array($0[4..<8]) }, wholeIPv6: isWhole)
        case .v6(let address)?:
            self.init(bytes: withUnsafeBytes(of: address.address) { Array($0[8..<24]) }, wholeIPv6: isWhole)
        default: self = .unknown
        }
    }

    /// An address as it is written in a header or in settings; nil when it is none.
    ///
    /// - Parameters:
    ///   - text: `192.0.2.7`, `2001:db8::1`, or the latter in brackets with or without a port.
    ///   - isWhole: whether an IPv6 address stands for itself rather than for its network.
    init?(_ text: some StringProtocol, isWhole: Bool = false) {
        var text = String(text).filter { $0 != " " }
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            text = String(text[text.index(after: text.startIndex)..<end])
        } else if text.filter({ $0 == ":" }).count == 1, let colon = text.firstIndex(of: ":") {
            text = String(text[..<colon])
        }
        guard text.utf8.count <= 45, let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        self.init(address, isWhole: isWhole)
    }

    /// What stands for a client that has no address, such as a telephone: sixteen bytes that tell it from others.
    init(hash: [UInt8]) { self.init(bytes: Array(hash.prefix(16)), wholeIPv6: true) }

    /// Four or sixteen bytes in the order of the network; IPv4 becomes IPv6 as RFC 4291 maps it.
    private init(bytes: [UInt8], wholeIPv6: Bool) {
        func number(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        guard bytes.count == 16 else {
            self.init(high: 0, low: 0xffff << 32 | number(bytes.prefix(4)))
            return
        }
        let (high, low) = (number(bytes.prefix(8)), number(bytes.suffix(8)))
        self.init(high: high, low: high == 0 || wholeIPv6 ? low : 0)
    }
}
