/// How text messages come and go; `Docs/sms.md` describes each.
public struct MessageSettings: Sendable, Hashable {
    /// A kind of gateway.
    public enum Gateway: String, Sendable, Hashable, CaseIterable {
        /// SMS Gateway for Android: a telephone with its own number.
        case android
        /// Kannel, for an operator's connection.
        case kannel
    }

    /// The kind of gateway.
    public var gateway: Gateway
    /// The address that messages are sent by: `http://192.0.2.10:8080`; empty where Kannel sends what it is answered.
    public var address: String
    /// The name that the gateway knows the server by, or nil.
    public var user: String?
    /// The file whose one line is the gateway's password.
    public var passwordFile: String?
    /// The file whose one line is the secret that messages from the gateway prove to know.
    public var secretFile: String
    /// The number that messages are sent from, where the gateway must be told.
    public var sender: String?
    /// Messages that one number may send in an hour.
    public var messagesPerHour = 30.0

    /// Makes settings.
    public init(gateway: Gateway, address: String, secretFile: String) {
        (self.gateway, self.address, self.secretFile) = (gateway, address, secretFile)
    }
}
