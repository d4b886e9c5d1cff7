internal import AsyncHTTPClient
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOHTTP1

/// A message that came in.
struct IncomingMessage: Sendable, Hashable {
    /// Who wrote.
    let number: String
    /// What was written.
    let text: String
    /// The gateway's id of this delivery, by which one that comes twice is known; nil where it gives none.
    let delivery: String?
}

/// SMS Gateway for Android (github.com/capcom6/android-sms-gateway): a telephone in the town hall with its own number.
///
/// It posts an event `sms:received` for each message, signed: `X-Signature` is the HMAC-SHA256 of the body followed by
/// `X-Timestamp`, seconds since 1970, in hexadecimal. Messages are sent by `POST /message` of the telephone, or by
/// `POST /3rdparty/v1/messages` of a server between, with a name and a password.
struct AndroidGateway: Sendable {
    private let secret: [UInt8]
    private let authorization: String
    private let url: String

    /// Seconds by which the clock of the telephone may differ.
    private static let tolerance = 300

    /// Makes the gateway of settings, with the secrets that their files hold.
    init(_ settings: MessageSettings, secret: String, password: String?) {
        self.secret = Array(secret.utf8)
        authorization = "Basic " + Data(((settings.user ?? "sms") + ":" + (password ?? "")).utf8).base64EncodedString()
        // The address of a server between goes on with its path; that of a telephone is its host alone.
        let address = settings.address.hasSuffix("/") ? String(settings.address.dropLast()) : settings.address
        url = address.contains("/3rdparty") ? address + "/messages" : address + "/message"
    }

    /// The message of a request; nil for an event that is none.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - body: its body, as it came.
    ///   - now: seconds since 1970.
    /// - Returns: the message, or nil.
    /// - Throws: ``Problem/Kind/notAllowed`` where the signature or its time is wrong.
    func message(of request: Request, _ body: [UInt8], now: Int) throws(Problem) -> IncomingMessage? {
        guard let signature = request.headers[Self.signatureField], let stamp = request.headers[Self.stampField],
            let time = Int(stamp), abs(now - time) <= Self.tolerance,
            Secret.isSame(Secret.signature(of: body + Array(stamp.utf8), key: secret), signature.lowercased())
        else { throw Problem(.notAllowed) }
        guard let event = try? JSONDecoder().decode(Event.self, from: Data(body)) else { throw Problem(.malformed) }
        guard event.event == "sms:received" else { return nil }
        guard let payload = event.payload, let number = payload.phoneNumber ?? payload.sender,
            let text = payload.message
        else { throw Problem(.malformed) }
        return IncomingMessage(number: number, text: text, delivery: event.id)
    }

    /// The request that sends a message.
    func request(sending text: String, to number: PhoneNumber) throws -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Authorization", value: authorization)
        let body = Message(textMessage: .init(text: text), phoneNumbers: [number.text], withDeliveryReport: false)
        request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(body)))
        return request
    }

    private static let signatureField = HTTPField.Name.known("X-Signature")
    private static let stampField = HTTPField.Name.known("X-Timestamp")

    private struct Event: Decodable {
        let id: String?
        let event: String
        let payload: Payload?
    }

    private struct Payload: Decodable {
        let message: String?
        let phoneNumber: String?
        /// What newer versions call the number.
        let sender: String?
    }

    private struct Message: Encodable {
        struct Text: Encodable { let text: String }

        let textMessage: Text
        let phoneNumbers: [String]
        let withDeliveryReport: Bool
    }
}
