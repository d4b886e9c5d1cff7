internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// The message in Kannel's XML: `<message><submit><oa><number>…</number></oa><ud>…</ud></submit></message>`.
enum KannelXML {
    /// The message, or nil where it is none.
    static func message(in bytes: [UInt8]) -> IncomingMessage? {
        // No message needs a document type: without one there are no entities that grow, and no files that are read.
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.contains("<!") else { return nil }
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        guard parser.parse(), let number = reader.texts["message/submit/oa/number"],
            let text = reader.texts["message/submit/ud"]
        else { return nil }
        return IncomingMessage(number: number, text: text, delivery: nil)
    }

    /// Gathers the text of each element by its path.
    private final class Reader: NSObject, XMLParserDelegate {
        private(set) var texts: [String: String] = [:]
        private var path: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            path.append(name)
            if path.count > 16 { parser.abortParsing() }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            _ = path.popLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            texts[path.joined(separator: "/"), default: ""] += text
        }
    }
}
