import Assistant
import Dialogue
import Foundation
import HTTPTypes
import HummingbirdTesting
import Language
import Testing
import TopicKit
import Yams

@testable import WebChannel

@Suite("The description of the API") struct DescriptionTests {
    private typealias Object = [String: Any]

    private func document(_ path: String = "") async throws -> Object {
        var settings = CommuneSettings()
        settings.path = path
        return try await Scene([settings]).test { client in
            let response = try await client.ask(.get, path + "/api/v1/openapi.json")
            #expect(response.status == .ok)
            return UncheckedObject(value: response.json)
        }.value
    }

    /// Objects of JSON are not known to be safe between tasks; this one is read by one after the other.
    private struct UncheckedObject: @unchecked Sendable { let value: Object }

    private func schema(_ document: Object, _ name: String) -> Object {
        ((document["components"] as? Object)?["schemas"] as? Object)?[name] as? Object ?? [:]
    }

    @Test("names every route with its methods, and no other")
    func routes() async throws {
        let scene = try Scene()
        let routes = RouteTable()
        addAPI(to: routes, commune: scene.commune, site: scene.site)
        let served = Set(routes.methods.flatMap { path, methods in methods.map { "\($0.rawValue) \(path)" } })
        let paths = try #require(try await document()["paths"] as? [String: Object])
        let described = Set(
            paths.flatMap { path, item in
                item.keys.filter { $0 != "parameters" }.map { $0.uppercased() + " /api/v1" + path }
            })
        #expect(served == described)
    }

    @Test("lists the acts, the statuses and the problems that there are")
    func lists() async throws {
        let document = try await document()
        let turn = schema(document, "TurnRequest")["properties"] as? [String: Object] ?? [:]
        #expect(turn["act"]?["enum"] as? [String] == Act.allCases.map(\.rawValue))
        #expect(Set(schema(document, "Status")["enum"] as? [String] ?? []) == Set(TurnStatus.allCases.map(\.rawValue)))
        let problem = schema(document, "Problem")["properties"] as? [String: Object] ?? [:]
        #expect(Set(problem["code"]?["enum"] as? [String] ?? []) == Set(Problem.Kind.allCases.map(\.rawValue)))
    }

    @Test("is the same as YAML, and says below which path a commune is served")
    func path() async throws {
        let servers = try await document("/valclair")["servers"] as? [[String: String]]
        #expect(servers?.first?["url"] == "/valclair/api/v1")
        try await Scene().test { client in
            let yaml = try await client.ask(.get, "/api/v1/openapi.yaml")
            #expect(yaml.headers[.contentType] == "application/yaml")
            #expect(try Yams.compose(yaml: yaml.text)?["openapi"]?.string == "3.1.0")
        }
    }

    @Test("Every problem has words in each language that the program answers in", arguments: ["fr", "en"])
    func words(language: String) async throws {
        let scene = try Scene()
        await scene.commune.editions.refresh()
        let book = scene.commune.edition(language).assistant.book
        for kind in Problem.Kind.allCases {
            #expect(book.has("server.title-" + kind.rawValue) && book.has("server.problem-" + kind.rawValue))
        }
    }
}
