internal import AsyncHTTPClient
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Rendering
internal import Synchronization

/// Adds the addresses to which a gateway of text messages brings them.
///
/// - Parameters:
///   - routes: the routes of the commune.
///   - commune: who answers.
///   - site: what the server shares.
func addMessages(to routes: RouteTable, commune: Commune, site: Site) {
    guard let settings = commune.settings.messages, let secret = SecretFile.line(of: settings.secretFile) else {
        return
    }
    let password = settings.passwordFile.flatMap(SecretFile.line)
    let desk = MessageDesk(
        messages: TextMessages(commune, perHour: settings.messagesPerHour), sender: site.sender,
        limit: site.settings.limits.bodyBytes)
    switch settings.gateway {
    case .android:
        let gateway = AndroidGateway(settings, secret: secret, password: password)
        routes.on(.post, "/messages/android") { request, _ in try await desk.take(request, from: gateway) }
    case .kannel:
        let gateway = KannelGateway(settings, secret: secret, password: password)
        routes.on(.get, "/messages/kannel") { request, _ in try await desk.take(request, from: gateway) }
        routes.on(.post, "/messages/kannel") { request, _ in try await desk.take(request, from: gateway) }
    }
}

/// Takes messages from a gateway and gives their answers to it.
private struct MessageDesk: Sendable {
    let messages: TextMessages
    let sender: MessageSender
    let limit: Int
    private let seen = SeenDeliveries()

    init(messages: TextMessages, sender: MessageSender, limit: Int) {
        (self.messages, self.sender, self.limit) = (messages, sender, limit)
    }

    func take(_ request: Request, from gateway: AndroidGateway) async throws -> Response {
        let body = Array(buffer: try await JSONBody.bytes(of: request, limit: limit))
        guard let message = try gateway.message(of: request, body, now: Int(Date().timeIntervalSince1970)),
            seen.isNew(message.delivery),
            let answer = await messages.answer(to: message.text, from: message.number),
            let number = PhoneNumber(message.number)
        else { return Response(status: .noContent) }
        return try accepted(try gateway.request(sending: answer.text, to: number))
    }

    func take(_ request: Request, from gateway: KannelGateway) async throws -> Response {
        let body = Array(buffer: try await JSONBody.bytes(of: request, limit: limit))
        let message = try gateway.message(of: request, body)
        guard seen.isNew(message.delivery), let answer = await messages.answer(to: message.text, from: message.number),
            let number = PhoneNumber(message.number)
        else { return plain("") }
        guard gateway.sends else { return plain(answer.text) }
        _ = try accepted(gateway.request(sending: answer.text, isGSM: answer.isGSM, to: number))
        return plain("")
    }

    private func accepted(_ request: HTTPClientRequest) throws(Problem) -> Response {
        guard sender.send(request) else { throw Problem(.unavailable) }
        return Response(status: .accepted)
    }

    private func plain(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// The deliveries that came lately: a gateway brings one again when its answer was lost.
private final class SeenDeliveries: Sendable {
    private let recent = Mutex<(ids: Set<String>, order: [String])>(([], []))

    private static let limit = 1_000

    /// Whether a delivery comes for the first time; one without an id counts as new.
    func isNew(_ id: String?) -> Bool {
        guard let id else { return true }
        return recent.withLock { recent in
            guard recent.ids.insert(id).inserted else { return false }
            recent.order.append(id)
            if recent.order.count > Self.limit { recent.ids.remove(recent.order.removeFirst()) }
            return true
        }
    }
}

/// Secrets, each in a file of its own that only the server may read.
enum SecretFile {
    /// The first line of a file without the spaces around it; nil where there is none.
    static func line(of path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let line = String(decoding: data.prefix(4_096), as: UTF8.self).split(whereSeparator: \.isNewline).first
        let text = line.map { String($0).trimmingCharacters(in: .whitespaces) } ?? ""
        return text.isEmpty ? nil : text
    }
}
