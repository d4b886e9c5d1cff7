internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The part of a file that a request asks for (RFC 9110, section 14): Safari plays no sound from a server that gives no parts.
enum ByteRange: Equatable {
    /// The whole file: nothing was asked for, or several parts, or what is no range.
    case whole
    /// A part that is there.
    case part(Range<Int>)
    /// A part beyond the end.
    case outside

    /// Reads the header `Range` of a request for a file of so many bytes.
    init(_ header: String?, of count: Int) {
        self = .whole
        guard let header, header.hasPrefix("bytes=") else { return }
        let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, nil) where ends[1].isEmpty: self = first < count ? .part(first..<count) : .outside
        case (let first?, let last?) where first <= last:
            self = first < count ? .part(first..<min(last + 1, count)) : .outside
        case (nil, let length?) where ends[0].isEmpty:
            self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .outside
        default: break
        }
    }
}

extension Response {
    /// A file, or the part of it that is asked for.
    init(_ bytes: [UInt8], type: String, for request: Request) {
        var headers: HTTPFields = [.contentType: type, .acceptRanges: "bytes"]
        switch ByteRange(request.headers[.range], of: bytes.count) {
        case .whole: self.init(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
            self.init(
                status: .partialContent, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes[range])))
        case .outside:
            headers[.contentRange] = "bytes */\(bytes.count)"
            self.init(status: .rangeNotSatisfiable, headers: headers)
        }
    }
}
