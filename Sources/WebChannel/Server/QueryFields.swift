internal import HTTPTypes
internal import Hummingbird

/// The fields of a query, kept as bytes: a gateway may not send UTF-8.
struct QueryFields {
    private var fields: [String: [UInt8]] = [:]

    /// Reads `name=value&…`, "+" being a space; the first field of a name counts, and at most 64 are read.
    init(_ query: String) {
        for field in query.utf8.split(separator: UInt8(ascii: "&")).prefix(64) {
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first else { continue }
            let key = String(decoding: Self.decoded(name), as: UTF8.self)
            if fields[key] == nil { fields[key] = parts.count > 1 ? Self.decoded(parts[1]) : [] }
        }
    }

    /// A field as text; what is no UTF-8 in it is replaced.
    subscript(name: String) -> String? { fields[name].map { String(decoding: $0, as: UTF8.self) } }

    /// A field's bytes.
    func bytes(_ name: String) -> [UInt8]? { fields[name] }

    /// A text so that it may stand in a query.
    static func escaped(_ text: String) -> String {
        let figures = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: text.utf8.flatMap { byte -> [UInt8] in
                let isPlain =
                    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                    || [0x2d, 0x2e, 0x5f, 0x7e].contains(byte)
                return isPlain ? [byte] : [UInt8(ascii: "%"), figures[Int(byte >> 4)], figures[Int(byte & 15)]]
            }, as: UTF8.self)
    }

    private static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var (result, rest) = ([UInt8](), Array(bytes)[...])
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return result
    }
}

extension QueryFields {
    /// The fields of a form that a page posts.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - limit: the most bytes of its body.
    /// - Throws: ``Problem`` where it is no form, or too long.
    init(form request: Request, limit: Int) async throws {
        try request.requireType(Request.formType)
        self.init(String(buffer: try await JSONBody.bytes(of: request, limit: limit)))
    }
}
