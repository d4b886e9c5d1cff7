internal import CQREncode
internal import Rendering

/// A code that a telephone reads from a screen or from paper, made by libqrencode.
struct QRCode: Sendable {
    /// Its squares, row by row; true is dark.
    let rows: [[Bool]]

    /// The most bytes of a text: a code that is larger cannot be read from an arm's length.
    static let longest = 300

    /// Makes the code of a text, in which a quarter of the squares may be lost (level M); nil where it is too long.
    init?(_ text: String) {
        guard text.utf8.count <= QRCode.longest, !text.isEmpty, !text.utf8.contains(0),
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let data = code.pointee.data else { return nil }
        // The lowest bit of each byte is the colour; the others tell what the square is for.
        rows = (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
    }

    /// The code as an image of a page: dark squares on white, with the margin of four squares that readers need.
    ///
    /// - Parameter label: what it is for, for those who do not see it.
    /// - Returns: an element whose size the page decides.
    func svg(label: String) -> String {
        let (margin, width) = (4, rows.count + 8)
        var path = ""
        for (y, row) in rows.enumerated() {
            for (x, isDark) in row.enumerated() where isDark { path += "M\(x + margin) \(y + margin)h1v1h-1z" }
        }
        return """
            <svg class="qr" role="img" aria-label="\(HTMLText.escaped(label))" viewBox="0 0 \(width) \(width)" \
            xmlns="http://www.w3.org/2000/svg"><rect width="\(width)" height="\(width)" fill="#ffffff"/>\
            <path fill="#000000" d="\(path)"/></svg>
            """
    }
}
