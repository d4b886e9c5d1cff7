internal import Assistant
internal import Dialogue
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import TopicKit
internal import Town

extension Pages {
    /// The files of `Web/` that are served as they are, by their type.
    private static let files = [
        "page.css": "text/css", "page.js": "text/javascript", "kiosk.css": "text/css", "kiosk.js": "text/javascript",
        "widget.css": "text/css",
    ]

    /// Styles, scripts, the town's colours and its icon.
    func addFiles(to routes: RouteTable) {
        for (name, type) in Self.files {
            routes.on(.get, "/" + name) { request, _ in
                guard let bytes = assets[name] else { throw Problem(.notFound) }
                return file(bytes, type + "; charset=utf-8", request)
            }
        }
        routes.on(.get, "/colours.css") { request, _ in
            file(Array(Palette(look.colour).css.utf8), "text/css; charset=utf-8", request)
        }
        routes.on(.get, "/icon.svg") { request, _ in
            let initial = commune.edition().assistant.setting.profile.name.first.map(String.init) ?? "P"
            return file(Array(Palette(look.colour).icon(initial).utf8), "image/svg+xml", request)
        }
    }

    /// A file that a browser may keep: for a day where its address holds the version, else for five minutes.
    func file(_ bytes: [UInt8], _ type: String, _ request: Request) -> Response {
        let isVersioned = request.uri.queryParameters["v"].map(String.init) == assets.version
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: isVersioned ? "public, max-age=86400" : "public, max-age=300",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
