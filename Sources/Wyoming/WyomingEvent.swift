public import Foundation

/// One event of the Wyoming protocol: a type, its data as JSON, and bytes, as a rule sound.
///
/// On the wire: a line of JSON with the type and two lengths, then the data, then the bytes. What the events mean is in
/// the types that conform to ``WyomingMessage``; an event of a type that nobody knows is passed on or dropped, never an error.
public struct WyomingEvent: Sendable, Hashable {
    /// What it is, as `audio-chunk`.
    public let type: String
    /// Its data: one JSON object, or nothing.
    public let data: Data
    /// The bytes that go with it.
    public let payload: [UInt8]

    /// An event from its parts.
    ///
    /// - Parameters:
    ///   - type: what it is.
    ///   - data: one JSON object, or nothing.
    ///   - payload: the bytes that go with it.
    public init(type: String, data: Data = Data(), payload: [UInt8] = []) {
        (self.type, self.data, self.payload) = (type, data, payload)
    }

    /// A typed message as an event.
    public init(_ message: some WyomingMessage, payload: [UInt8] = []) {
        let data = (try? WyomingCoding.encoder.encode(message)) ?? Data()
        self.init(type: Swift.type(of: message).type, data: data == Data("{}".utf8) ? Data() : data, payload: payload)
    }

    /// The typed message that this event is; nil when it is of another type.
    ///
    /// - Parameter type: the type of message.
    /// - Returns: the message.
    /// - Throws: ``WyomingError/wrongData(type:)`` when its data is not what its type needs.
    public func message<Message: WyomingMessage>(_ type: Message.Type = Message.self) throws(WyomingError) -> Message? {
        guard self.type == Message.type else { return nil }
        do {
            return try WyomingCoding.decoder.decode(Message.self, from: data.isEmpty ? Data("{}".utf8) : data)
        } catch {
            throw .wrongData(type: self.type)
        }
    }

    /// The event as it goes over the wire.
    public var bytes: [UInt8] {
        let header = WireHeader(
            type: type, dataLength: data.isEmpty ? nil : data.count,
            payloadLength: payload.isEmpty ? nil : payload.count)
        // A header is a text and two numbers: encoding it cannot fail.
        let line = (try? WyomingCoding.encoder.encode(header)) ?? Data()
        return [UInt8](line) + [0x0a] + [UInt8](data) + payload
    }
}

/// A typed event of the protocol; its properties in camel case are the keys of its data in snake case.
public protocol WyomingMessage: Codable, Sendable {
    /// The type of the event, as `audio-chunk`.
    static var type: String { get }
}

/// What is on the first line of an event.
struct WireHeader: Encodable {
    let type: String
    let version = WyomingProtocol.version
    let dataLength: Int?
    let payloadLength: Int?
}

/// What both sides of the protocol must agree upon.
public enum WyomingProtocol {
    /// The version of the protocol's Python package that this was written from and tested with.
    public static let version = "1.10.2"
    /// The most bytes of an event's first line.
    public static let longestHeader = 1 << 20
    /// The most bytes of its data: a language model in text takes some megabytes.
    public static let longestData = 64 << 20
    /// The most bytes that go with it: more than five minutes of sound at 48 kHz.
    public static let longestPayload = 32 << 20
}

/// JSON as the protocol writes it; both coders are made anew because they are not to be shared by threads.
enum WyomingCoding {
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }
}
