/// Why a request is not answered as it asked; said to people in words of `Locales`, to programs by a code.
public struct Problem: Error, Sendable, Hashable {
    /// What is wrong.
    ///
    /// The raw value is the `code` of the API, and the phrase `server.problem-<code>`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// There is nothing at this address.
        case notFound = "not-found"
        /// There is no conversation of that id, or no more.
        case unknownConversation = "unknown-conversation"
        /// What is there is not asked for in this way.
        case methodNotAllowed = "method-not-allowed"
        /// The body is not what the address takes.
        case malformed
        /// The address itself is not one that the server takes.
        case badAddress = "bad-address"
        /// The body is not of a type that the address takes.
        case unsupportedType = "unsupported-type"
        /// The body is too long.
        case tooLarge = "too-large"
        /// The client asks too often.
        case tooMany = "too-many"
        /// Too many turns of this conversation wait.
        case busy
        /// The secret that came with a message is not that of the settings.
        case notAllowed = "not-allowed"
        /// What is needed is not there right now.
        case unavailable
        /// Something went wrong that should not have.
        case failure

        /// The status of HTTP that goes with it.
        public var status: Int {
            switch self {
            case .notFound, .unknownConversation: 404
            case .methodNotAllowed: 405
            case .malformed, .badAddress: 400
            case .unsupportedType: 415
            case .tooLarge: 413
            case .tooMany, .busy: 429
            case .notAllowed: 401
            case .unavailable: 503
            case .failure: 500
            }
        }
    }

    /// What is wrong.
    public let kind: Kind
    /// After how many seconds it is worth trying again, or nil.
    public let retryAfter: Int?
    /// The methods that an address takes, for ``Kind/methodNotAllowed``.
    let allowed: [String]
    /// Where in the body it is wrong, as a JSON pointer, or nil.
    let pointer: String?

    /// Makes a problem.
    public init(_ kind: Kind, retryAfter: Int? = nil) { self.init(kind, retryAfter: retryAfter, allowed: []) }

    init(_ kind: Kind, retryAfter: Int? = nil, allowed: [String] = [], pointer: String? = nil) {
        (self.kind, self.retryAfter, self.allowed, self.pointer) = (kind, retryAfter, allowed, pointer)
    }
}
