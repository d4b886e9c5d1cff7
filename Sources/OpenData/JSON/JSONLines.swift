/// Finds the lines of a JSON list's items, which Foundation's decoder does not tell.
struct JSONLines {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line of each item of the list under `key` of the document, or of the document itself when `key` is nil.
    func lines(ofItemsUnder key: String?) -> [Int] {
        var (result, line, depth, listDepth): ([Int], Int, Int, Int?) = ([], 1, 0, nil)
        var (isString, isEscaped, string, expectsItem): (Bool, Bool, [UInt8], Bool) = (false, false, [], false)
        for byte in bytes {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isString {
                (isString, isEscaped) = (isEscaped || byte != Self.quote, !isEscaped && byte == Self.backslash)
                if isString, depth == 1 { string.append(byte) }
                continue
            }
            if " \t\r\n".utf8.contains(byte) { continue }
            if expectsItem, depth == listDepth, byte != UInt8(ascii: "]") {
                result.append(line)
                expectsItem = false
            }
            switch byte {
            case Self.quote:
                isString = true
                if depth == 1 { string = [] }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                let isWanted = key.map { depth == 1 && string.elementsEqual($0.utf8) } ?? (depth == 0)
                depth += 1
                if listDepth == nil, isWanted, byte == UInt8(ascii: "[") { (listDepth, expectsItem) = (depth, true) }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == listDepth { return result }
                depth -= 1
            case UInt8(ascii: ","):
                expectsItem = depth == listDepth
            default: break
            }
        }
        return result
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}
