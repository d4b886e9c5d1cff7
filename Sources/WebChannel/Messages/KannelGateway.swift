internal import AsyncHTTPClient
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Kannel (kannel.org): a gateway to an operator's connection, or to a modem.
///
/// Its `sms-service` asks a `get-url` for each message, posts to a `post-url` with `X-Kannel-From`, or posts XML; in each
/// case it sends what is answered as plain text. Where the settings give an address, messages go by `sendsms` instead.
struct KannelGateway: Sendable {
    private let secret: String
    private let settings: MessageSettings
    private let password: String?

    /// Makes the gateway of settings, with the secrets that their files hold.
    init(_ settings: MessageSettings, secret: String, password: String?) {
        (self.settings, self.secret, self.password) = (settings, secret, password)
    }

    /// Whether messages go by `sendsms` rather than as the answer.
    var sends: Bool { !settings.address.isEmpty }

    /// The message of a request.
    ///
    /// - Throws: ``Problem/Kind/notAllowed`` where the secret is wrong, ``Problem/Kind/malformed`` where something lacks.
    func message(of request: Request, _ body: [UInt8]) throws(Problem) -> IncomingMessage {
        let query = QueryFields(request.uri.query ?? "")
        guard let given = query["secret"], Secret.isSame(given, secret) else { throw Problem(.notAllowed) }
        if request.method == .get {
            guard let number = query["from"], let text = query.bytes("text") else { throw Problem(.malformed) }
            return IncomingMessage(
                number: number, text: Self.text(text, charset: query["charset"]), delivery: query["id"])
        }
        let type = request.headers[.contentType]?.lowercased() ?? ""
        if type.contains("xml") {
            guard let message = KannelXML.message(in: body) else { throw Problem(.malformed) }
            return message
        }
        guard let number = request.headers[Self.fromField] else { throw Problem(.malformed) }
        return IncomingMessage(
            number: number, text: Self.text(body, charset: type.split(separator: "charset=").dropFirst().first),
            delivery: nil)
    }

    /// The request that sends a message.
    func request(sending text: String, isGSM: Bool, to number: PhoneNumber) -> HTTPClientRequest {
        var fields = [
            ("username", settings.user ?? ""), ("password", password ?? ""), ("to", number.text), ("text", text),
            ("charset", "UTF-8"), ("coding", isGSM ? "0" : "2"),
        ]
        if let sender = settings.sender { fields.append(("from", sender)) }
        let query = fields.map { $0.0 + "=" + QueryFields.escaped($0.1) }.joined(separator: "&")
        let address = settings.address.hasSuffix("/") ? String(settings.address.dropLast()) : settings.address
        return HTTPClientRequest(url: address + "/cgi-bin/sendsms?" + query)
    }

    /// Bytes as text: in the character set that is named, else UTF-8, else ISO 8859-1, which Kannel used to send.
    private static func text(_ bytes: [UInt8], charset: (some StringProtocol)?) -> String {
        if charset?.uppercased().hasPrefix("UTF-16") ?? false {
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
        return String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    private static let fromField = HTTPField.Name.known("X-Kannel-From")
}
