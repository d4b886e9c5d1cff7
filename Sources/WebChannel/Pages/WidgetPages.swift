internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Town

extension Pages {
    /// The script that a site of the town's takes, and the page that it shows in a frame.
    func addWidget(to routes: RouteTable) {
        routes.on(.get, "/widget.js") { request, _ in
            guard let script = assets["widget.js"], let style = assets["widget.css"] else { throw Problem(.notFound) }
            var response = file(try widget(script, style), "text/javascript; charset=utf-8", request)
            // Another site's page loads it: that is what it is for.
            response.headers[.known("Cross-Origin-Resource-Policy")] = "cross-origin"
            return response
        }
        routes.on(.get, "/widget/exemple") { request, _ in
            let words = words(language(of: request))
            return try page("widget-example", example(words, host: request.head.authority), language: words.language)
        }
        routes.on(.get, "/widget") { request, _ in
            let words = words(language(of: request))
            return try conversationPage(Stage(words: words, title: words["title-ask"]), isEmbedded: true)
        }
    }

    /// A page of a site, with the line that the site takes: to try it, and to copy it.
    private func example(_ words: PageWords, host: String?) -> [String: Any] {
        var model = frame(words, title: words["widget-example"], address: "/widget/exemple")
        model["heading"] = words["widget-example-title"]
        model["robots"] = "noindex"
        model["line"] =
            "<script src=\"https://\(host ?? "")\(commune.path)/widget.js\" data-lang=\"\(words.language)\"></script>"
        return model
    }

    /// What the script must know, put where it says so.
    private struct Settings: Encodable {
        let language: String
        let style: String
        let words: [String: Words]

        struct Words: Encodable {
            let open: String
            let title: String
            let close: String
            let dir: String
        }
    }

    private func widget(_ script: [UInt8], _ style: [UInt8]) throws -> [UInt8] {
        let known = languages.map { code in
            let words = words(code)
            return (
                code,
                Settings.Words(
                    open: words["widget-open"], title: words["widget-title"] + " - " + words.townTitle,
                    close: words["widget-close"], dir: words.direction)
            )
        }
        let colour = "\n:host { --town: \(Palette(look.colour).town.hex); }\n"
        let settings = Settings(
            language: words(nil).language, style: String(decoding: style, as: UTF8.self) + colour,
            words: Dictionary(known) { first, _ in first })
        let json = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
        return Array(String(decoding: script, as: UTF8.self).replacing("\"__SETTINGS__\"", with: json).utf8)
    }
}
