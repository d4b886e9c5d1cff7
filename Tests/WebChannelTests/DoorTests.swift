import Dialogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebChannel

@Suite("The door of the server") struct DoorTests {
    private func commune(path: String = "", hosts: [String] = []) -> CommuneSettings {
        var settings = CommuneSettings()
        (settings.path, settings.hosts) = (path, hosts)
        return settings
    }

    @Test("Communes are told apart by their path, and hold conversations of their own")
    func paths() async throws {
        try await Scene([commune(path: "/un"), commune(path: "/deux")]).test { client in
            let id = try await client.begin("/un/api/v1")
            #expect(try await client.ask(.get, "/un/api/v1/conversations/" + id).status == .ok)
            #expect(try await client.ask(.get, "/deux/api/v1/conversations/" + id).status == .notFound)
            #expect(try await client.ask(.get, "/unique/api/v1/health").status == .notFound)
            #expect(try await client.ask(.get, "/api/v1/health").status == .notFound)
        }
    }

    @Test(
        "A name of a host is read without its port and in any letters",
        arguments: [
            ("valclair.example", "valclair.example"), ("VALCLAIR.example:8080", "valclair.example"),
            ("[::1]:80", "::1"),
        ])
    func hosts(authority: String, name: String) { #expect(RequestPath.hostName(authority) == name) }

    @Test(
        "An address with a trick in it is refused",
        arguments: [
            ("/", true), ("/api/v1/town", true), ("/a.b/c-d_e~", true), ("/%C3%A9t%C3%A9", true),
            ("/x?q=%2e%2e/", true),
            ("", false), ("api", false), ("//", false), ("/a//b", false), ("/../etc/passwd", false), ("/a/..", false),
            ("/a/./b", false), ("/%2e%2e/etc", false), ("/a%2fb", false), ("/a%5cb", false), ("/a\\b", false),
            ("/%00", false), ("/%", false), ("/%1", false), ("/%zz", false), ("/a b", false), ("/é", false),
            ("/" + String(repeating: "a", count: 3_000), false), ("http://example.com/", false),
        ])
    func tricks(path: String, isTaken: Bool) async throws {
        #expect(RequestPath.isPlain(path) == isTaken)
        guard !isTaken, path.hasPrefix("/"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return }
        try await Scene().test { client in
            let response = try await client.ask(.get, path)
            #expect(response.code == "bad-address")
        }
    }

    @Test("Every answer carries the headers that keep a browser safe; frames are those of the settings")
    func headers() async throws {
        var settings = commune()
        settings.frames = ["https://www.valclair.example"]
        try await Scene([settings]).test { client in
            for path in ["/api/v1/town", "/nothing", "/../x"] {
                let headers = try await client.ask(.get, path).headers
                let policy = try #require(headers[.contentSecurityPolicy])
                #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
                #expect(policy.hasSuffix("frame-ancestors 'self' https://www.valclair.example"))
                #expect(!policy.contains("unsafe") && headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.cacheControl] != nil && headers[.setCookie] == nil)
            }
        }
    }

    @Test(
        "A page of another site may use the API where the settings say so",
        arguments: [
            ([], "https://a.example", nil), (["https://a.example"], "https://a.example", "https://a.example"),
            (["https://a.example"], "https://b.example", nil), (["*"], "https://b.example", "*"),
        ] as [([String], String, String?)])
    func origins(allowed: [String], origin: String, answer: String?) async throws {
        var settings = commune()
        settings.origins = allowed
        try await Scene([settings]).test { client in
            let response = try await client.ask(.get, "/api/v1/town", headers: [.origin: origin])
            #expect(response.status == .ok && response.headers[.accessControlAllowOrigin] == answer)
            let before = try await client.ask(
                .options, "/api/v1/conversations",
                headers: [.origin: origin, .accessControlRequestMethod: "POST"])
            #expect(before.status == (answer == nil ? .methodNotAllowed : .noContent))
            #expect(before.headers[.accessControlAllowOrigin] == answer)
        }
    }

    @Test("A client that asks too often is told when to come back; a proxy's word is taken where it is trusted")
    func limits() async throws {
        let scene = try Scene {
            ($0.limits.requestsPerSecond, $0.limits.burst) = (0.01, 3)
        }
        try await scene.test { client in
            for _ in 0..<3 { #expect(try await client.ask(.get, "/api/v1/health").status == .ok) }
            let refused = try await client.ask(.get, "/api/v1/health", headers: [Self.forwarded: "192.0.2.1"])
            #expect(refused.status == .tooManyRequests && refused.code == "too-many")
            #expect(Int(refused.headers[.retryAfter] ?? "") ?? 0 >= 1)
        }
    }

    private static let forwarded = HTTPField.Name.known("X-Forwarded-For")

    @Test(
        "The client is the last address that is none of our proxies",
        arguments: [
            ("198.51.100.7", [], "10.0.0.1", "10.0.0.1"), ("198.51.100.7", ["10.0.0.1"], "10.0.0.1", "198.51.100.7"),
            ("6.6.6.6, 198.51.100.7", ["10.0.0.1"], "10.0.0.1", "198.51.100.7"),
            ("198.51.100.7, 10.0.0.2", ["10.0.0.1", "10.0.0.2"], "10.0.0.1", "198.51.100.7"),
            ("nonsense", ["10.0.0.1"], "10.0.0.1", "10.0.0.1"),
            ("2001:db8::9", ["10.0.0.1"], "10.0.0.1", "2001:db8::1"),
        ])
    func forwarding(header: String, trusted: [String], peer: String, client: String) throws {
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: nil, authority: nil, path: "/", headerFields: [Self.forwarded: header]),
            body: .init(buffer: .init()))
        let found = ClientFinder(trusted: trusted).client(of: request, peer: try #require(ClientAddress(peer)))
        #expect(found == ClientAddress(client))
    }

    @Test("Metrics count turns and requests by what is declared, and are for this computer alone")
    func metrics() async throws {
        let scene = try Scene {
            $0.metricsReaders = ["192.0.2.1"]
            $0.trustedProxies = ["0.0.0.0"]
        }
        let id = try await scene.commune.begin().id
        _ = try await scene.commune.answer(.act(.help), conversation: id)
        try await scene.test { client in
            _ = try await client.ask(.get, "/api/v1/conversations/" + id)
            _ = try await client.ask(.get, "/mots-du-citoyen")
            #expect(try await client.ask(.get, "/metrics").status == .notFound)
        }
        let text = MetricsPage(scene.site).text
        #expect(text.contains(#"parvis_turns_total{commune="Valclair",status="answered"} 2"#))
        #expect(text.contains(#"parvis_conversations{commune="Valclair"} 1"#))
        #expect(
            text.contains(
                #"parvis_http_requests_total{route="/api/v1/conversations/{id}",method="GET",code="200"} 1"#))
        #expect(!text.contains(id) && !text.contains("mots-du-citoyen"))
        let names = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(names.allSatisfy { $0.split(separator: " ").count == 2 })
    }
}

@Suite("Limits on clients") struct RateLimiterTests {
    @Test("A bucket empties, says when it has something again, and fills")
    func bucket() throws {
        let limiter = RateLimiter(rate: 2, burst: 3)
        let (client, start) = (try #require(ClientAddress("192.0.2.1")), ContinuousClock.now)
        for _ in 0..<3 { #expect(limiter.wait(client, start) == nil) }
        #expect(limiter.wait(client, start) == 1)
        #expect(limiter.wait(try #require(ClientAddress("192.0.2.2")), start) == nil)
        #expect(limiter.wait(client, start + .milliseconds(600)) == nil)
        #expect(limiter.wait(client, start + .milliseconds(600)) != nil)
        #expect(RateLimiter(rate: 0, burst: 1).wait(client, start) == nil)
    }

    @Test(
        "An IPv6 client is its network; one address in other words is the same",
        arguments: [
            ("2001:db8::1", "2001:db8::ffff", true), ("2001:db8:0:1::1", "2001:db8::1", false),
            ("192.0.2.1", "::ffff:192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
            ("192.0.2.1:99", "192.0.2.1", true),
            ("[2001:db8::1]:99", "2001:db8::2", true),
        ])
    func addresses(one: String, other: String, isSame: Bool) {
        #expect((ClientAddress(one) == ClientAddress(other)) == isSame)
    }

    @Test(
        "What is no address is none",
        arguments: ["", "a", "999.1.1.1", "1.2.3", "::g", String(repeating: "1", count: 99)])
    func noAddress(text: String) { #expect(ClientAddress(text) == nil) }
}
