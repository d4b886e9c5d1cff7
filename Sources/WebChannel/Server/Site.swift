public import Assistant
internal import Foundation
public import HTTPTypes
public import Hummingbird
public import Logging

/// Everything that the server serves, and what its routes share.
public struct Site: Sendable {
    /// The communes, in the order of the settings.
    public let communes: [Commune]
    /// How the server runs.
    public let settings: WebSettings
    /// The folder that holds `Locales/` and `Web/`.
    public let root: DataRoot
    /// Says a text of the town in a language; nil where this server has no voice.
    public var voice: (@Sendable (_ text: String, _ language: String) async -> SpokenSound?)?
    /// What the voice of a kiosk shows on its screen; nil where there is none in this process.
    public var kioskFeed: (any KioskScreenFeed)?

    /// Where the server tells what happens.
    let logger: Logger
    /// What sends text messages.
    let sender: MessageSender
    let metrics = WebMetrics()

    /// Makes a site.
    ///
    /// - Parameters:
    ///   - communes: the communes; the first one that a host and a path fit is served.
    ///   - settings: how the server runs.
    ///   - root: the folder that holds `Locales/` and `Web/`.
    ///   - logger: where it tells what happens; standard error, as the settings say, when nil.
    public init(
        communes: [Commune], settings: WebSettings = WebSettings(), root: DataRoot, logger: Logger? = nil
    ) {
        (self.communes, self.settings, self.root) = (communes, settings, root)
        self.logger = logger ?? ServerLog.logger(settings)
        sender = MessageSender(self.logger)
    }

    /// A file of the folder `Web/`, or nil.
    public func file(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: root.path + "/Web/" + name).map(Array.init)
    }

    /// The routers of the communes, each with every route of its commune, its paths without the commune's prefix.
    func routers() -> [(commune: Commune, routes: RouteTable, pages: Pages)] {
        communes.map { commune in
            let routes = RouteTable()
            addAPI(to: routes, commune: commune, site: self)
            addMessages(to: routes, commune: commune, site: self)
            let pages = Pages(commune: commune, site: self)
            pages.add(to: routes)
            return (commune, routes, pages)
        }
    }
}

/// The routes of one commune: a router that also knows which methods each address takes, so that any other is answered 405.
public final class RouteTable {
    /// Where routes are added that need no check of their method.
    public let router = Router(context: WebRequestContext.self, options: .autoGenerateHeadEndpoints)
    /// The methods of each path.
    private(set) var methods: [String: [HTTPRequest.Method]] = [:]

    /// Adds a route.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - path: the path without the commune's prefix: `/api/v1/conversations/{id}`.
    ///   - handler: what answers.
    public func on(
        _ method: HTTPRequest.Method, _ path: String,
        use handler: @escaping @Sendable (Request, WebRequestContext) async throws -> Response
    ) {
        methods[path, default: []].append(method)
        router.on(RouterPath(path), method: method, use: handler)
    }

    /// The router, every other method of its paths answered by ``Problem/Kind/methodNotAllowed``.
    func build() -> RouterResponder<WebRequestContext> {
        for (path, known) in methods {
            let allowed = known.map(\.rawValue) + (known.contains(.get) ? [HTTPRequest.Method.head.rawValue] : [])
            for method in Self.everyMethod where !allowed.contains(method.rawValue) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw Problem(.methodNotAllowed, allowed: allowed.sorted())
                }
            }
        }
        return router.buildResponder()
    }

    /// The methods that a path refuses by itself where it does not take them.
    static let everyMethod: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]
}
