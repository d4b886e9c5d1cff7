internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// Where every request comes in: its commune is found, limits are kept, the answer gets its headers and is counted.
///
/// What is thrown on the way becomes an answer here; nothing that a citizen said is written anywhere.
struct Door: HTTPResponder {
    typealias Context = WebRequestContext

    /// A commune with its routes.
    private struct Entrance: Sendable {
        let commune: Commune
        let router: RouterResponder<WebRequestContext>
        let headers: SecurityHeaders
        let origins: AllowedOrigins
        let problems: ProblemWriter
    }

    private let entrances: [Entrance]
    private let clients: ClientFinder
    private let limiter: RateLimiter
    private let metrics: WebMetrics
    private let metricsPage: MetricsPage
    private let clock = ContinuousClock()

    init(_ site: Site) {
        entrances = site.routers().map { commune, routes, pages in
            Entrance(
                commune: commune, router: routes.build(), headers: SecurityHeaders(frames: commune.settings.frames),
                origins: AllowedOrigins(commune.settings.origins), problems: ProblemWriter(commune, pages: pages))
        }
        clients = ClientFinder(trusted: site.settings.trustedProxies)
        limiter = RateLimiter(rate: site.settings.limits.requestsPerSecond, burst: site.settings.limits.burst)
        metrics = site.metrics
        metricsPage = MetricsPage(site)
    }

    func respond(to request: Request, context: WebRequestContext) async throws -> Response {
        let start = clock.now
        var context = context
        context.client = clients.client(of: request, peer: context.peer)
        let path = request.head.path ?? ""
        guard let entrance = entrance(host: request.head.authority, path: path) else {
            return Response(status: .notFound)
        }
        var response: Response
        do {
            response = try await answer(request, path, context, entrance)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            response = entrance.problems.response(to: error, for: request, context.logger)
        }
        entrance.origins.allow(request, &response)
        entrance.headers.add(to: &response)
        let route = context.endpointPath ?? "none"
        let time = clock.now - start
        metrics.count(route: route, method: request.method, status: response.status.code, time: time)
        context.logger.debug(
            "request",
            metadata: [
                "route": .string(route), "method": .string(request.method.rawValue),
                "status": .stringConvertible(response.status.code), "ms": .stringConvertible(time.milliseconds),
            ])
        return response
    }

    private func answer(
        _ request: Request, _ path: String, _ context: WebRequestContext, _ entrance: Entrance
    ) async throws -> Response {
        guard RequestPath.isPlain(path) else { throw Problem(.badAddress) }
        if let wait = limiter.wait(context.client, clock.now) { throw Problem(.tooMany, retryAfter: wait) }
        if path == "/metrics" {
            context.coreContext.endpointPath.value = "/metrics"
            return try metricsPage.response(to: request, context)
        }
        if let answer = entrance.origins.preflight(request) { return answer }
        var request = request
        if !entrance.commune.path.isEmpty {
            var head = request.head
            head.path = RequestPath.without(entrance.commune.path, path)
            request = Request(head: head, body: request.body)
        }
        let response = try await entrance.router.respond(to: request, context: context)
        guard response.status == .notFound, context.endpointPath == "NotFound" else { return response }
        // Hummingbird answers what no route takes by itself, without words. A method that nobody knows is refused as one is
        // that every route refuses, where there is a route.
        if !RouteTable.everyMethod.contains(request.method) {
            var head = request.head
            head.method = .trace
            _ = try await entrance.router.respond(to: Request(head: head, body: request.body), context: context)
        }
        throw Problem(.notFound)
    }

    /// The commune that a request is for: the first whose hosts and path fit.
    private func entrance(host: String?, path: String) -> Entrance? {
        if entrances.count == 1, let only = entrances.first, only.commune.settings.hosts.isEmpty,
            only.commune.path.isEmpty
        {
            return only
        }
        let name = host.map(RequestPath.hostName)
        return entrances.first { entrance in
            let settings = entrance.commune.settings
            return (settings.hosts.isEmpty || name.map { settings.hosts.contains($0) } ?? false)
                && RequestPath.isBelow(settings.path, path)
        }
    }
}

/// What is asked of the address of a request before anybody reads it.
enum RequestPath {
    /// The longest address that is taken.
    private static let longest = 2_048

    /// Whether an address is one that the server's own pages may make: no way up, no empty step, no hidden separator.
    static func isPlain(_ path: String) -> Bool {
        guard path.utf8.count <= longest, path.utf8.first == UInt8(ascii: "/") else { return false }
        let bytes = path.utf8.prefix { $0 != UInt8(ascii: "?") }
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }) else { return false }
        var last: UInt8 = 0
        var (segment, dots) = (0, 0)
        var escape = 0
        for byte in bytes {
            if byte == UInt8(ascii: "/") {
                if last == byte || (segment > 0 && segment == dots && dots <= 2) { return false }
                (segment, dots) = (0, 0)
            } else {
                segment += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
            // "%2e", "%2f" and "%5c" are ".", "/" and "\" that somebody hides; "%00" ends a text in C.
            if escape == 1 {
                guard let digit = hex(byte) else { return false }
                escape = 0x100 | Int(digit) << 4
            } else if escape > 1 {
                guard let digit = hex(byte) else { return false }
                let value = escape & 0xf0 | Int(digit)
                if value < 0x20 || value == 0x7f || [0x2e, 0x2f, 0x5c].contains(value) { return false }
                escape = 0
            } else if byte == UInt8(ascii: "%") {
                escape = 1
            }
            last = byte
        }
        return escape == 0 && !(segment > 0 && segment == dots && dots <= 2)
    }

    /// Whether a path is a commune's prefix, or below it.
    static func isBelow(_ prefix: String, _ path: String) -> Bool {
        guard !prefix.isEmpty else { return true }
        guard path.hasPrefix(prefix) else { return false }
        let next = path.utf8.dropFirst(prefix.utf8.count).first
        return next == nil || next == UInt8(ascii: "/") || next == UInt8(ascii: "?")
    }

    /// A path without a commune's prefix.
    static func without(_ prefix: String, _ path: String) -> String {
        let rest = path.dropFirst(prefix.count)
        return rest.hasPrefix("/") ? String(rest) : "/" + rest
    }

    /// The name of a host without its port, in small letters.
    static func hostName(_ authority: String) -> String {
        let name = authority.lowercased()
        if name.hasPrefix("[") { return String(name.prefix { $0 != "]" }.dropFirst()) }
        return String(name.prefix { $0 != ":" })
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

extension Duration {
    /// The time in milliseconds, rounded to a tenth of one.
    var milliseconds: Double { (seconds * 10_000).rounded() / 10 }

    /// The time in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
