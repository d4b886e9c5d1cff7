import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import WebChannel

@Suite("Hostile clients on real sockets") struct HostileTests {
    /// Runs a server; the work gets its port, and afterwards everybody else must still be served.
    ///
    /// A hasty one waits a second for what a client sends; the others are not judged by how busy the machine is.
    private func serve(
        isHasty: Bool = false, prepare: (inout WebSettings) -> Void = { _ in },
        _ work: @escaping @Sendable (Int) -> Void
    ) async throws {
        let scene = try Scene {
            if isHasty { ($0.limits.idleSeconds, $0.limits.bodySeconds, $0.limits.requestSeconds) = (1, 1, 5) }
            $0.limits.connectionsPerClient = 0
            prepare(&$0)
        }
        try await WebServer(scene.site).application().test(.live) { client in
            let port = try #require(client.port)
            await onThread {
                work(port)
                // The client of the test has said nothing meanwhile and may be hung up on too: another one asks. The server may
                // need a moment to notice which connections are closed.
                let isServed = (0..<20).contains { attempt in
                    if attempt > 0 { Thread.sleep(forTimeInterval: 0.1) }
                    return Self.isAnswered(port)
                }
                #expect(isServed)
            }
        }
    }

    /// Whether somebody who begins a conversation and asks gets an answer.
    private static func isAnswered(_ port: Int) -> Bool {
        func ask(_ path: String, _ body: String) -> String {
            let client = RawClient(port: port)
            client?.send(head(path, "Content-Length: \(body.utf8.count)", "Connection: close") + body)
            return client?.readToEnd() ?? ""
        }
        let begun = ask("/api/v1/conversations", "{}")
        guard begun.hasPrefix("HTTP/1.1 201"), let id = begun.firstMatch(of: /"id":"([^"]+)"/)?.output.1 else {
            return false
        }
        return ask("/api/v1/conversations/\(id)/turns", #"{"text":"la piscine est ouverte vendredi ?"}"#)
            .hasPrefix("HTTP/1.1 200")
    }

    private static func head(_ path: String = "/api/v1/conversations", _ fields: String...) -> String {
        "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    }

    @Test("A body of a megabyte is refused before it is read, and the answer arrives")
    func longBody() async throws {
        try await serve { port in
            guard let client = RawClient(port: port) else { return #expect(Bool(false)) }
            client.send(Self.head("/api/v1/conversations", "Content-Length: 1000000"))
            client.send([UInt8](repeating: 0x20, count: 1_000_000))
            let answer = client.readToEnd()
            #expect(answer?.hasPrefix("HTTP/1.1 413") == true && answer?.contains("too-large") == true)
        }
    }

    @Test("A body in pieces that says no length is cut at the limit")
    func chunks() async throws {
        try await serve { port in
            guard let client = RawClient(port: port) else { return #expect(Bool(false)) }
            client.send(Self.head("/api/v1/conversations", "Transfer-Encoding: chunked"))
            let chunk = "1000\r\n" + String(repeating: " ", count: 4_096) + "\r\n"
            for _ in 0..<256 where client.send(chunk) {}
            #expect(client.readToEnd()?.hasPrefix("HTTP/1.1 413") == true)
        }
    }

    @Test("A client that sends its head, or its body, a byte at a time is hung up on")
    func slow() async throws {
        try await serve(isHasty: true) { port in
            let clients = (0..<20).compactMap { _ in RawClient(port: port) }
            for (index, client) in clients.enumerated() {
                client.send(index % 2 == 0 ? "POST /api/v1/conv" : Self.head("/", "Content-Length: 100") + "{")
            }
            for client in clients { #expect(client.readToEnd() != nil) }
        }
    }

    @Test("A client that says nothing is hung up on")
    func silent() async throws {
        try await serve(isHasty: true) { port in
            guard let client = RawClient(port: port) else { return #expect(Bool(false)) }
            #expect(client.readToEnd() == "")
        }
    }

    @Test(
        "Floods of fields, and fields without end, are refused",
        arguments: [
            (0..<2_000).map { "X-\($0): a\r\n" }.joined(), "X: " + String(repeating: "a", count: 100_000) + "\r\n",
            String(repeating: "Cookie: a=b\r\n", count: 500),
        ])
    func floods(fields: String) async throws {
        try await serve(isHasty: true) { port in
            guard let client = RawClient(port: port) else { return #expect(Bool(false)) }
            client.send("GET /api/v1/town HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n")
            let answer = client.readToEnd()
            #expect(answer == "" || answer?.hasPrefix("HTTP/1.1 4") == true)
        }
    }

    @Test(
        "What is no HTTP is refused",
        arguments: [
            "hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "GET /a b c HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        ])
    func noHTTP(bytes: String) async throws {
        try await serve(isHasty: true) { port in
            guard let client = RawClient(port: port) else { return #expect(Bool(false)) }
            client.send(bytes)
            let answer = client.readToEnd()
            #expect(answer == "" || answer?.hasPrefix("HTTP/1.1 4") == true, "\(answer ?? "nothing")")
        }
    }

    @Test("A client with too many connections loses the last ones; when it closes some, it may open others")
    func connections() async throws {
        try await serve(prepare: { $0.limits.connectionsPerClient = 8 }) { port in
            // The client of the test holds connections of its own.
            let clients = (0..<12).compactMap { _ in RawClient(port: port) }
            let served = clients.count { client in
                client.send("GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n")
                return client.read(until: "\"ok\"").hasPrefix("HTTP/1.1 200")
            }
            #expect((4...8).contains(served))
        }
    }

    @Test("Many requests on one connection, and several sent before the first answer, are all answered")
    func pipelining() async throws {
        try await serve { port in
            guard let client = RawClient(port: port) else { return #expect(Bool(false)) }
            let ask = "GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n"
            client.send(
                String(repeating: ask, count: 9) + ask.replacing("Host: a", with: "Host: a\r\nConnection: close"))
            let answers = client.readToEnd() ?? ""
            #expect(answers.split(separator: "HTTP/1.1 200").count == 10, "\(answers.prefix(200))")
        }
    }

    @Test("A name of a host decides between communes")
    func hosts() async throws {
        var (one, other) = (CommuneSettings(), CommuneSettings())
        (one.hosts, other.hosts) = (["un.example"], ["deux.example"])
        let scene = try Scene([one, other])
        try await WebServer(scene.site).application().test(.live) { client in
            let port = try #require(client.port)
            let answers = await onThread {
                ["UN.example:80", "deux.example", "trois.example"].map { host in
                    let client = RawClient(port: port)
                    client?.send("GET /api/v1/health HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
                    return String(client?.readToEnd()?.prefix(12) ?? "")
                }
            }
            #expect(answers == ["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 404"])
        }
    }
}
