/// Text made safe for a web page.
package enum HTMLText {
    /// The text with the signs of markup replaced, in an element or between double quotes; between single ones where asked.
    ///
    /// It goes by Unicode scalars: a sign that a combining mark follows is one character with it, and must be replaced too.
    package static func escaped(_ text: some StringProtocol, betweenSingleQuotes: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'" where betweenSingleQuotes: result += "&#39;"
            case "\t", "\n": result += " "
            default: if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// An element whose content is already markup.
    static func element(_ name: String, lang: String? = nil, _ content: String) -> String {
        "<\(name)\(lang.map { " lang=\"" + escaped($0) + "\"" } ?? "")>\(content)</\(name)>"
    }

    /// A list whose items are already markup.
    static func list(_ name: String, ofClass kind: String? = nil, _ items: [String]) -> String {
        let start = name + (kind.map { " class=\"" + escaped($0) + "\"" } ?? "")
        return "<\(start)>\n" + items.map { "  " + element("li", $0) + "\n" }.joined() + "</\(name)>"
    }

    /// A link; its text alone where the address is not of the web, of a mailbox or of a telephone.
    static func link(_ text: String, to address: String) -> String {
        let scheme = address.prefix { $0 != ":" }.lowercased()
        guard ["https", "http", "mailto", "tel"].contains(scheme), address.contains(":") else { return text }
        return "<a href=\"\(escaped(address))\">\(text)</a>"
    }
}
