internal import HTTPTypes
internal import Hummingbird

/// Finds who asks: the other end of the connection, or whom a proxy that is trusted names.
struct ClientFinder: Sendable {
    private let trusted: Set<ClientAddress>

    /// Trusts the proxies of the settings.
    init(trusted: [String]) { self.trusted = Set(trusted.compactMap { ClientAddress($0) }) }

    /// The client of a request.
    ///
    /// `X-Forwarded-For` grows on its way: each proxy writes at its end whom it got the request from. The last address that
    /// is none of our own proxies is the client; what stands before it anybody may have written.
    func client(of request: Request, peer: ClientAddress) -> ClientAddress {
        guard !trusted.isEmpty, trusted.contains(peer) else { return peer }
        let fields = request.headers[values: Self.forwarded]
        for entry in fields.flatMap({ $0.split(separator: ",") }).reversed().prefix(16) {
            guard let address = ClientAddress(entry) else { return peer }
            if !trusted.contains(address) { return address }
        }
        return peer
    }

    /// Whether a request says that it came through a proxy.
    static func isForwarded(_ request: Request) -> Bool {
        request.headers.contains(forwarded) || request.headers.contains(standard)
    }

    private static let forwarded = HTTPField.Name.known("X-Forwarded-For")
    private static let standard = HTTPField.Name.known("Forwarded")
}

extension HTTPField.Name {
    /// A name of which it is known that it is one.
    static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
