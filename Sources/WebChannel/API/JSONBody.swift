internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOFoundationCompat

/// Reads a body of JSON, once and no further than its limit.
enum JSONBody {
    private static let type = "application/json"

    /// The value of a body that must be there.
    ///
    /// - Throws: ``Problem``; nothing in it repeats the body.
    static func required<Value: Decodable>(
        _ type: Value.Type, of request: Request, limit: Int
    ) async throws -> Value {
        try request.requireType(Self.type)
        return try decode(type, try await bytes(of: request, limit: limit))
    }

    /// The value of a body that may be empty.
    static func optional<Value: Decodable>(
        _ type: Value.Type, of request: Request, limit: Int
    ) async throws -> Value? {
        let bytes = try await bytes(of: request, limit: limit)
        guard bytes.readableBytes > 0 else { return nil }
        try request.requireType(Self.type)
        return try decode(type, bytes)
    }

    /// The bytes of a body; one that says that it is too long is not read.
    static func bytes(of request: Request, limit: Int) async throws -> ByteBuffer {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Problem(.tooLarge)
        }
        return try await request.body.collect(upTo: limit)
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: ByteBuffer) throws(Problem) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(buffer: bytes, byteTransferStrategy: .noCopy))
        } catch DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context), DecodingError.keyNotFound(_, let context)
        {
            throw Problem(.malformed, pointer: pointer(context.codingPath))
        } catch {
            throw Problem(.malformed)
        }
    }

    /// Where in the body it is wrong; a key that the caller made up is not said again.
    private static func pointer(_ path: [any CodingKey]) -> String? {
        path.isEmpty ? nil : "/" + path.map(\.stringValue).joined(separator: "/")
    }
}

/// Writes answers of JSON.
enum JSONAnswer {
    /// A value as an answer.
    static func response(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) throws -> Response {
        response(ByteBuffer(bytes: try data(value)), status: status, headers: headers)
    }

    /// Bytes of JSON as an answer.
    static func response(
        _ bytes: ByteBuffer, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    /// A value as bytes of JSON.
    static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return try encoder.encode(value)
    }
}

/// Writes answers as events of a stream (server-sent events): one event an answer, whole, and then the stream ends.
enum EventAnswer {
    private static let type = "text/event-stream"

    /// Whether a client asks for events.
    static func isWanted(by request: Request) -> Bool { request.headers[.accept]?.contains(type) ?? false }

    /// An answer as its one event.
    ///
    /// - Parameter turn: the turn as JSON, which has no end of line outside its texts, and escapes those within.
    /// - Returns: the event.
    static func response(_ turn: ByteBuffer) -> Response {
        var buffer = ByteBuffer(string: "event: turn\ndata: ")
        buffer.writeImmutableBuffer(turn)
        buffer.writeString("\n\n")
        return Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: buffer))
    }
}
