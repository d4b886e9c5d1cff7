import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The characters that a terminal understands, as its locale says: UTF-8 or an older set.
struct TerminalEncoding: Sendable, Hashable {
    /// The name of the character set, as iconv knows it.
    let name: String

    /// Reads `LC_ALL`, `LC_CTYPE` and `LANG`, the first that says something, as the C library does.
    ///
    /// A language without a set means ISO-8859-1, `@euro` means ISO-8859-15; no language at all means UTF-8 here.
    init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let halves = locale.split(separator: "@", maxSplits: 1)
        let parts = (halves.first ?? "").split(separator: ".", maxSplits: 1)
        if parts.count == 2 {
            name = String(parts[1])
        } else if halves.count == 2, halves[1] == "euro" {
            name = "ISO-8859-15"
        } else {
            name = ["", "C", "POSIX"].contains(parts.first ?? "") ? "UTF-8" : "ISO-8859-1"
        }
    }

    private var isUnicode: Bool { ["utf-8", "utf8"].contains(name.lowercased()) }

    /// The bytes of a text; a character that the terminal lacks becomes the nearest that it has, or "?".
    func encode(_ text: String) -> Data {
        let data = Data(text.utf8)
        return isUnicode ? data : Self.convert(data, from: "UTF-8", to: name + "//TRANSLIT") ?? data
    }

    /// The text of bytes that were typed; what makes no character becomes U+FFFD.
    func decode(_ data: Data) -> String {
        let bytes = isUnicode ? data : Self.convert(data, from: name, to: "UTF-8") ?? data
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same text in another set; nil when iconv does not know one of the sets.
    private static func convert(_ data: Data, from: String, to: String) -> Data? {
        guard let converter = iconv_open(to, from), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = data.map { CChar(bitPattern: $0) }
        // Transliteration makes one character up to a few; four bytes a byte is ample.
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let written = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                convert(converter, source, target)
            }
        }
        return Data(output.prefix(written).map { UInt8(bitPattern: $0) })
    }

    /// Converts as far as it goes, putting "?" for each byte that stands for nothing; returns the bytes written.
    private static func convert(
        _ converter: iconv_t, _ source: UnsafeMutableBufferPointer<CChar>, _ target: UnsafeMutableBufferPointer<CChar>
    ) -> Int {
        var (from, fromCount) = (source.baseAddress, source.count)
        var (to, toCount) = (target.baseAddress, target.count)
        while fromCount > 0 {
            if iconv(converter, &from, &fromCount, &to, &toCount) != -1 { break }
            guard errno == EILSEQ || errno == EINVAL, fromCount > 0, toCount > 0 else { break }
            to?.pointee = CChar(UInt8(ascii: "?"))
            (from, fromCount) = (from?.advanced(by: 1), fromCount - 1)
            (to, toCount) = (to?.advanced(by: 1), toCount - 1)
        }
        return target.count - toCount
    }
}
