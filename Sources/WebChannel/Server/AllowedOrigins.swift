internal import HTTPTypes
internal import Hummingbird

/// Which pages of other sites may use the API (CORS): those of the settings, none by default.
struct AllowedOrigins: Sendable {
    private let origins: Set<String>

    /// The origins of the settings; `*` for any.
    init(_ origins: [String]) { self.origins = Set(origins) }

    /// The answer to a browser that asks before it asks; nil where it does not, or the settings name no origin.
    func preflight(_ request: Request) -> Response? {
        guard request.method == .options, request.headers[.accessControlRequestMethod] != nil,
            allowed(request) != nil
        else { return nil }
        return Response(
            status: .noContent,
            headers: [
                .accessControlAllowMethods: "GET, POST, DELETE", .accessControlAllowHeaders: "Content-Type, Accept",
                .accessControlMaxAge: "600",
            ])
    }

    /// Lets a page of an origin that is allowed read an answer; no cookie goes with it.
    func allow(_ request: Request, _ response: inout Response) {
        guard !origins.isEmpty else { return }
        response.headers[.vary] = "Origin"
        if let origin = allowed(request) { response.headers[.accessControlAllowOrigin] = origin }
    }

    private func allowed(_ request: Request) -> String? {
        guard let origin = request.headers[.origin], request.uri.path.contains("/api/") else { return nil }
        return origins.contains("*") ? "*" : origins.contains(origin) ? origin : nil
    }
}
