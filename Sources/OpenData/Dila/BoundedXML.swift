import Diagnostics
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An element of an XML document.
struct XMLElementNode {
    /// What an element holds, in order.
    enum Content {
        case element(XMLElementNode)
        case text(String)
    }

    /// The qualified name, as written: `dc:title`.
    let name: String
    /// The attributes, by qualified name.
    let attributes: [String: String]
    /// What it holds.
    var content: [Content] = []

    /// The elements directly inside.
    var elements: [XMLElementNode] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first element inside with a name.
    func first(_ name: String) -> XMLElementNode? { elements.first { $0.name == name } }
}

/// Reads XML into a tree, whatever it is: no document type, so no entity and no network; bounded size and depth.
enum BoundedXML {
    /// The largest file, in bytes; the largest published sheet has about 0.7 million.
    static let largestFile = 16_000_000
    /// The deepest nesting; published sheets stay below 40.
    static let deepest = 120
    /// The most elements.
    static let mostElements = 200_000

    /// Reads a document.
    ///
    /// - Returns: the root element, or nil with an error that says why: `xml.too-large`, `xml.encoding`,
    ///   `xml.document-type`, `xml.too-deep`, `xml.malformed`.
    static func read(_ bytes: [UInt8], file: String) -> Checked<XMLElementNode?> {
        func failure(_ code: String, line: Int? = nil) -> Checked<XMLElementNode?> {
            Checked(nil, [Diagnostic(.error, code, file: file, line: line)])
        }
        guard bytes.count <= largestFile else { return failure("xml.too-large") }
        guard let text = String(validating: bytes, as: UTF8.self) else { return failure("xml.encoding") }
        let prolog = Prolog(text.utf8)
        guard !prolog.hasDocumentType else { return failure("xml.document-type") }

        let builder = TreeBuilder()
        let parser = XMLParser(data: Data(prolog.withoutDeclaration))
        parser.shouldResolveExternalEntities = false
        parser.delegate = builder
        let isWhole = parser.parse()
        if builder.isTooDeep { return failure("xml.too-deep", line: builder.line) }
        guard isWhole, let root = builder.root else {
            let line = parser.lineNumber
            return failure("xml.malformed", line: line > 0 ? line : nil)
        }
        return Checked(root)
    }
}

/// What stands before the root element.
private struct Prolog {
    /// Whether a document type is declared: the way in of entities, which no sheet needs.
    let hasDocumentType: Bool
    /// The file with its XML declaration blanked, so that no declared encoding can change what the bytes mean.
    let withoutDeclaration: [UInt8]

    init(_ text: String.UTF8View) {
        var bytes = Array(text)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.starts(with: Array("<?xml".utf8)), let end = Prolog.end(of: "?>", in: bytes, from: 0) {
            for index in 0..<end where bytes[index] != UInt8(ascii: "\n") { bytes[index] = UInt8(ascii: " ") }
        }
        withoutDeclaration = bytes
        hasDocumentType = Prolog.declaresType(bytes)
    }

    private static func declaresType(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while let start = bytes[index...].firstIndex(where: { !" \t\r\n".utf8.contains($0) }) {
            let rest = bytes[start...]
            let close: String
            if rest.starts(with: Array("<?".utf8)) {
                close = "?>"
            } else if rest.starts(with: Array("<!--".utf8)) {
                close = "-->"
            } else {
                return rest.starts(with: Array("<!".utf8))
            }
            guard let end = end(of: close, in: bytes, from: start) else { return false }
            index = end
        }
        return false
    }

    /// The index after the next `mark`.
    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        guard bytes.count >= mark.count else { return nil }
        var index = start
        while index <= bytes.count - mark.count {
            if bytes[index...].starts(with: mark) { return index + mark.count }
            index += 1
        }
        return nil
    }
}

/// Builds the tree from the parser's events.
private final class TreeBuilder: NSObject, XMLParserDelegate {
    private(set) var root: XMLElementNode?
    private(set) var isTooDeep = false
    private(set) var line: Int?
    private var open: [XMLElementNode] = []
    private var count = 0

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName qName: String?, attributes attributeDict: [String: String]
    ) {
        count += 1
        guard open.count < BoundedXML.deepest, count <= BoundedXML.mostElements else {
            (isTooDeep, line) = (true, parser.lineNumber)
            return parser.abortParsing()
        }
        open.append(XMLElementNode(name: elementName, attributes: attributeDict))
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
    ) {
        guard let element = open.popLast() else { return }
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].content.append(.element(element))
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { append(string) }

    func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
        append(String(decoding: CDATABlock, as: UTF8.self))
    }

    private func append(_ text: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].content.append(.text(text))
    }
}
