import Assistant
import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Testing
import TownStore
import WebChannel

/// The example commune, opened once for all tests; nothing is kept on the disk.
private let example = Result { try Assistant.open(place: .memory) }

/// A server of the example commune, on a Friday morning.
struct Scene {
    /// 20 November 2026, ten o'clock: the town hall is open.
    static let now = Moment(Day(number: 20_777), hour: 10)

    let site: Site
    var commune: Commune { site.communes[0] }

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - communes: where the commune is served; once at the root when there are none.
    ///   - prepare: changes the settings.
    /// - Throws: where the example commune cannot be opened.
    init(_ communes: [CommuneSettings] = [CommuneSettings()], prepare: (inout WebSettings) -> Void = { _ in }) throws {
        var settings = WebSettings()
        (settings.limits.requestsPerSecond, settings.limits.conversationsPerMinute) = (0, 0)
        settings.port = 0
        prepare(&settings)
        let assistant = try example.get()
        let root = try #require(DataRoot.find())
        var quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        quiet.logLevel = .critical
        site = Site(
            communes: communes.map {
                Commune(assistant, settings: $0, limits: settings.limits, now: { Scene.now })
            }, settings: settings, root: root, logger: quiet)
    }

    /// Runs requests against the routes, without a socket.
    func test<Value>(_ work: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await WebServer(site).application().test(.router, work)
    }
}

extension TestClientProtocol {
    /// One request, its answer as it came.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }

    /// Begins a conversation; its id.
    func begin(_ path: String = "/api/v1") async throws -> String {
        let response = try await ask(.post, path + "/conversations")
        #expect(response.status == .created)
        return try #require(response.json["id"] as? String)
    }

    /// Puts a turn to a conversation.
    func turn(_ id: String, _ body: String, _ query: String = "") async throws -> TestResponse {
        try await ask(.post, "/api/v1/conversations/" + id + "/turns" + query, body)
    }
}

extension TestResponse {
    /// The body as an object of JSON, empty where it is none.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body.readableBytesView))) as? [String: Any] ?? [:]
    }

    /// The body as text.
    var text: String { String(buffer: body) }
    /// The code of a problem, or nil.
    var code: String? { headers[.contentType] == "application/problem+json" ? json["code"] as? String : nil }
}
