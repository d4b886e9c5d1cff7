/// Puts a person's answers into a web address: `…/carte?motif={motif}`.
enum LinkTemplate {
    /// Fills the places of an address.
    ///
    /// A parameter whose question has not been answered is left out, so that the page asks it; an address whose path
    /// needs an answer that is not there is no address yet.
    ///
    /// - Parameters:
    ///   - url: the address, with question ids in braces.
    ///   - answers: the answers by question, percent-encoded here.
    /// - Returns: the address, or nil.
    static func fill(_ url: String, with answers: [String: String]) -> String? {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first.flatMap({ filled($0, answers) }) else { return nil }
        let parameters = parts.dropFirst().first?.split(separator: "&").compactMap { filled($0, answers) } ?? []
        return parameters.isEmpty ? path : path + "?" + parameters.joined(separator: "&")
    }

    /// A text with its places filled; nil when an answer is missing.
    private static func filled(_ text: Substring, _ answers: [String: String]) -> String? {
        var result = ""
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            guard let answer = answers[String(rest[rest.index(after: open)..<close])] else { return nil }
            result += rest[..<open]
            result += encoded(answer)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.append(Character(Unicode.Scalar(byte)))
            default:
                result += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
            }
        }
    }
}
