import Assistant
import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Rendering
import Synchronization
import Testing

@testable import WebChannel

@Suite("Conversations by text message") struct MessagesTests {
    private static let number = "+33 1 99 00 12 34"

    private func messages(perHour: Double = 100) throws -> (Commune, TextMessages) {
        let scene = try Scene()
        return (scene.commune, TextMessages(scene.commune, perHour: perHour))
    }

    @Test("An answer is one message of two segments at most, from the town hall, and \"suite\" gives the rest")
    func pages() async throws {
        let (_, messages) = try messages()
        let first = try #require(await messages.answer(to: "que faire ce week-end ?", from: Self.number))
        #expect(first.text.hasPrefix("Mairie de Valclair : ") && first.segments <= 2 && first.isGSM)
        var (last, count) = (first, 1)
        while last.text.hasSuffix("suite."), count < 20 {
            last = try #require(await messages.answer(to: count % 2 == 0 ? "Suite." : "SUITE", from: Self.number))
            #expect(last.segments <= 2)
            count += 1
        }
        #expect(count > 1 && count < 20)
    }

    @Test("A number is a conversation of its own, and remembers what was said before")
    func numbers() async throws {
        let (_, messages) = try messages()
        _ = await messages.answer(to: "la piscine est ouverte vendredi ?", from: Self.number)
        let again = try #require(await messages.answer(to: "et samedi ?", from: "+33199001234"))
        #expect(again.text.contains("samedi"))
        let other = try #require(await messages.answer(to: "répète", from: "+33199001235"))
        #expect(other.text.contains("encore rien dit"))
    }

    @Test("AIDE helps; STOP ends and forgets")
    func words() async throws {
        let (commune, messages) = try messages()
        _ = await messages.answer(to: "la piscine est ouverte vendredi ?", from: Self.number)
        #expect(await messages.answer(to: "AIDE", from: Self.number)?.text.contains("Je réponds") == true)
        #expect(commune.conversations.count == 1)
        #expect(await messages.answer(to: "STOP", from: Self.number)?.text.contains("plus de messages") == true)
        #expect(commune.conversations.count == 0)
    }

    @Test("A machine, an empty message and whoever writes too much get no answer")
    func silent() async throws {
        let (_, messages) = try messages(perHour: 2)
        for number in ["36105", "INFO", "", "+", "+3319900123412345"] {
            #expect(await messages.answer(to: "bonjour", from: number) == nil, "\(number)")
        }
        #expect(await messages.answer(to: " \n", from: Self.number) == nil)
        #expect(await messages.answer(to: "bonjour", from: Self.number) != nil)
        #expect(await messages.answer(to: "bonjour", from: Self.number) == nil)
    }

    @Test("Nothing that is held names a number; two salts make two hashes of one")
    func hashes() throws {
        let number = try #require(PhoneNumber("06 99 00 12 34"))
        #expect(number == PhoneNumber("06.99.00.12.34") && number.text == "0699001234")
        let (one, other) = (PhoneSalt(), PhoneSalt())
        #expect(one.hash(number) == one.hash(number) && one.hash(number) != other.hash(number))
    }

    @Test(
        "Signatures are those of RFC 4231",
        arguments: [
            (
                [UInt8](repeating: 0x0b, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
        ])
    func signatures(key: [UInt8], text: String, signature: String) {
        #expect(Secret.signature(of: Array(text.utf8), key: key) == signature)
        #expect(Secret.isSame(signature, signature) && !Secret.isSame(signature, "") && !Secret.isSame("a", "b"))
    }
}

@Suite("Gateways of text messages") struct GatewayTests {
    private func settings(_ gateway: MessageSettings.Gateway, _ address: String) throws -> MessageSettings {
        let file = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        try Data("s3cret\n".utf8).write(to: file)
        var settings = MessageSettings(gateway: gateway, address: address, secretFile: file.path)
        (settings.user, settings.sender) = ("parvis", "+33199001200")
        return settings
    }

    private func commune(_ messages: MessageSettings) -> CommuneSettings {
        var settings = CommuneSettings()
        settings.messages = messages
        return settings
    }

    private static let event = """
        {"deviceId":"f","event":"sms:received","id":"ID","webhookId":"w","payload":{"messageId":"a","message":"la \
        piscine est ouverte vendredi ?","phoneNumber":"+33199001234","simNumber":1,"receivedAt":"2026-11-20T10:00:00.000+01:00"}}
        """

    private static func signed(_ body: String, key: String = "s3cret", at time: Int? = nil) -> HTTPFields {
        let stamp = String(time ?? Int(Date().timeIntervalSince1970))
        return [
            .known("X-Timestamp"): stamp,
            .known("X-Signature"): Secret.signature(of: Array((body + stamp).utf8), key: Array(key.utf8)),
        ]
    }

    /// What a gateway that stands for a telephone was sent.
    private final class Sent: Sendable {
        private let requests = Mutex<[(path: String, authorization: String, body: String)]>([])

        func add(_ path: String, _ authorization: String, _ body: String) {
            requests.withLock { $0.append((path, authorization, body)) }
        }

        /// The first request, once it is there.
        func first() async -> (path: String, authorization: String, body: String)? {
            for _ in 0..<500 {
                if let request = requests.withLock({ $0.first }) { return request }
                try? await Task.sleep(for: .milliseconds(20))
            }
            return nil
        }

        var count: Int { requests.withLock { $0.count } }
    }

    /// Runs a gateway that keeps what it is sent.
    private func withGateway(_ sent: Sent, _ work: @Sendable (Int) async throws -> Void) async throws {
        let router = Router()
        for method in [HTTPRequest.Method.get, .post] {
            router.on("**", method: method) { request, _ -> HTTPResponse.Status in
                let body = try await request.body.collect(upTo: 10_000)
                sent.add(request.head.path ?? "", request.headers[.authorization] ?? "", String(buffer: body))
                return .accepted
            }
        }
        try await Application(router: router).test(.live) { try await work(try #require($0.port)) }
    }

    @Test("A telephone's signed event is answered by a message that it is asked to send, once")
    func android() async throws {
        let sent = Sent()
        try await withGateway(sent) { port in
            let scene = try Scene([commune(try settings(.android, "http://127.0.0.1:\(port)"))])
            try await WebServer(scene.site).application().test(.live) { client in
                let headers = Self.signed(Self.event)
                for status in [HTTPResponse.Status.accepted, .noContent] {
                    let answer = try await client.ask(.post, "/messages/android", Self.event, headers: headers)
                    #expect(answer.status == status)
                }
                let request = try #require(await sent.first())
                #expect(request.path == "/message" && request.authorization.hasPrefix("Basic cGFydmlzO"))
                #expect(request.body.contains(#""phoneNumbers":["+33199001234"]"#))
                #expect(request.body.contains("Mairie de Valclair : la piscine"), "\(request.body)")
                #expect(sent.count == 1)
            }
        }
    }

    @Test("An event with a wrong signature, or an old one, is refused; one of another kind is taken and left")
    func refused() async throws {
        try await Scene([commune(try settings(.android, "http://127.0.0.1:1"))]).test { client in
            let now = Int(Date().timeIntervalSince1970)
            for headers in [
                [:], Self.signed(Self.event, key: "other"), Self.signed(Self.event + " "),
                Self.signed(Self.event, at: now - 600), Self.signed(Self.event, at: now + 600),
            ] as [HTTPFields] {
                let answer = try await client.ask(.post, "/messages/android", Self.event, headers: headers)
                #expect(answer.status == .unauthorized && answer.code == "not-allowed")
            }
            let other = #"{"event":"sms:sent","payload":{"messageId":"a"}}"#
            #expect(
                try await client.ask(.post, "/messages/android", other, headers: Self.signed(other)).status
                    == .noContent)
            #expect(
                try await client.ask(.post, "/messages/android", "{", headers: Self.signed("{")).status == .badRequest)
            #expect(try await client.ask(.get, "/messages/kannel?secret=s3cret").status == .notFound)
        }
    }

    @Test("Kannel gets the answer as text, however it asks")
    func kannel() async throws {
        let question = "la piscine est ouverte vendredi ?"
        try await Scene([commune(try settings(.kannel, ""))]).test { client in
            let got = try await client.ask(
                .get, "/messages/kannel?secret=s3cret&from=%2B33199001234&text=la+piscine+est+ouverte+vendredi+%3F")
            #expect(got.status == .ok && got.text.hasPrefix("Mairie de Valclair : la piscine"), "\(got.text)")
            let posted = try await client.ask(
                .post, "/messages/kannel?secret=s3cret", question,
                headers: [.contentType: "text/plain; charset=UTF-8", .known("X-Kannel-From"): "+33199001235"])
            #expect(posted.text == got.text)
            let xml =
                "<?xml version=\"1.0\"?><message><submit><oa><number>+33199001236</number></oa><ud>\(question)</ud></submit></message>"
            let asXML = try await client.ask(
                .post, "/messages/kannel?secret=s3cret", xml, headers: [.contentType: "text/xml"])
            #expect(asXML.text == got.text)
            for path in ["/messages/kannel?secret=wrong&from=%2B33199001234&text=a", "/messages/kannel?from=1&text=a"] {
                #expect(try await client.ask(.get, path).status == .unauthorized)
            }
            let bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><message/>"
            let refused = try await client.ask(
                .post, "/messages/kannel?secret=s3cret", bomb, headers: [.contentType: "text/xml"])
            #expect(refused.code == "malformed")
        }
    }

    @Test(
        "Kannel's characters are read in the set that it names",
        arguments: [
            ("text=%C3%A9t%C3%A9", "été"), ("text=%E9t%E9", "été"),
            ("text=%00%E9%00t%00%E9&charset=UTF-16BE", "été"), ("text=", ""),
        ])
    func characters(query: String, text: String) throws {
        let gateway = KannelGateway(try settings(.kannel, ""), secret: "s", password: nil)
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: nil, authority: nil, path: "/messages/kannel?secret=s&from=1&" + query),
            body: .init(buffer: .init()))
        #expect(try gateway.message(of: request, []).text == text)
    }

    @Test("Kannel is asked to send with its own fields")
    func sending() throws {
        let gateway = KannelGateway(try settings(.kannel, "http://192.0.2.1:13013/"), secret: "s", password: "p&q")
        let number = try #require(PhoneNumber("+33199001234"))
        let url = gateway.request(sending: "Été & co", isGSM: false, to: number).url
        #expect(
            url == "http://192.0.2.1:13013/cgi-bin/sendsms?username=parvis&password=p%26q&to=%2B33199001234"
                + "&text=%C3%89t%C3%A9%20%26%20co&charset=UTF-8&coding=2&from=%2B33199001200")
    }
}
