internal import Assistant
internal import Dialogue
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Where the API lives below a commune's path.
enum API {
    /// The path of its first version.
    static let root = "/api/v1"
}

/// Adds the API for other programs: conversations, turns, topics, the town, health and its own description.
///
/// - Parameters:
///   - routes: the routes of the commune.
///   - commune: whose API it is.
///   - site: what the server shares.
func addAPI(to routes: RouteTable, commune: Commune, site: Site) {
    addConversations(to: routes, commune, site.settings.limits)
    addTown(to: routes, commune)
    addDescription(to: routes, OpenAPIDocument(site.file("openapi.yaml"), path: commune.path))
}

private func addConversations(to routes: RouteTable, _ commune: Commune, _ limits: WebLimits) {
    let bodies = TurnBodies()
    let beginnings = RateLimiter(
        rate: limits.conversationsPerMinute / 60, burst: max(10, limits.conversationsPerMinute))
    routes.on(.post, API.root + "/conversations") { request, context in
        if let wait = beginnings.wait(context.client, .now) { throw Problem(.tooMany, retryAfter: wait) }
        let opening = try await JSONBody.optional(ConversationRequest.self, of: request, limit: limits.bodyBytes)
        let (id, turn) = try await commune.begin(
            language: opening?.language, channel: opening?.channel ?? .web)
        let wantsHTML = try HTMLWish(request).isWanted
        return try JSONAnswer.response(
            ConversationObject(id: id, language: turn.nextLanguage, turn: TurnObject(turn, hasHTML: wantsHTML)),
            status: .created, headers: [.location: commune.path + API.root + "/conversations/" + id])
    }
    routes.on(.get, API.root + "/conversations/{id}") { _, context in
        let id = try context.parameters.require("id")
        guard let language = commune.language(of: id) else { throw Problem(.unknownConversation) }
        return try JSONAnswer.response(ConversationObject(id: id, language: language, turn: nil))
    }
    routes.on(.delete, API.root + "/conversations/{id}") { _, context in
        guard commune.erase(try context.parameters.require("id")) else { throw Problem(.unknownConversation) }
        return Response(status: .noContent)
    }
    routes.on(.post, API.root + "/conversations/{id}/turns") { request, context in
        let asked = try await JSONBody.required(TurnRequest.self, of: request, limit: limits.bodyBytes)
        let wantsHTML = try HTMLWish(request).isWanted
        let turn = try await commune.answer(
            asked.input, conversation: try context.parameters.require("id"), language: asked.language,
            channel: asked.channel ?? .web, isSpeaking: asked.isSpeaking)
        let body = try bodies.body(of: turn, id: asked.id, hasHTML: wantsHTML)
        return EventAnswer.isWanted(by: request) ? EventAnswer.response(body) : JSONAnswer.response(body)
    }
}

private func addTown(to routes: RouteTable, _ commune: Commune) {
    routes.on(.get, API.root + "/topics") { request, _ in
        let language = AcceptedLanguages.first(of: request) { commune.editions.has($0) }
        return try JSONAnswer.response(TopicsObject(commune.edition(language)))
    }
    routes.on(.get, API.root + "/town") { _, _ in try JSONAnswer.response(TownObject(commune)) }
    routes.on(.get, API.root + "/health") { _, _ in try JSONAnswer.response(HealthObject(commune)) }
}

private func addDescription(to routes: RouteTable, _ document: OpenAPIDocument) {
    routes.on(.get, API.root + "/openapi.yaml") { _, _ in
        guard let text = document.yaml else { throw Problem(.unavailable) }
        return Response(
            status: .ok, headers: [.contentType: "application/yaml"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
    routes.on(.get, API.root + "/openapi.json") { _, _ in
        guard let bytes = document.json else { throw Problem(.unavailable) }
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Whether an answer is wanted as elements of a page too: `?html=true`.
private struct HTMLWish {
    let isWanted: Bool

    init(_ request: Request) throws(Problem) {
        guard request.uri.query != nil, let value = request.uri.queryParameters["html"] else {
            isWanted = false
            return
        }
        guard let wish = ["true": true, "false": false][value] else { throw Problem(.malformed) }
        isWanted = wish
    }
}
