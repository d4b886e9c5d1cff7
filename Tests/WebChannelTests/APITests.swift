import Dialogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebChannel

@Suite("The API") struct APITests {
    @Test("A conversation begins, goes on, and is forgotten when it is erased")
    func conversation() async throws {
        try await Scene().test { client in
            let begun = try await client.ask(.post, "/api/v1/conversations", #"{"language":"fr"}"#)
            let id = try #require(begun.json["id"] as? String)
            #expect(begun.headers[.location] == "/api/v1/conversations/" + id)
            #expect((begun.json["turn"] as? [String: Any])?["intent"] as? String == "core.greeting")
            let first = try await client.turn(id, #"{"text":"la piscine est ouverte vendredi ?","id":"q1"}"#)
            #expect(first.status == .ok && first.json["id"] as? String == "q1")
            #expect(first.json["topic"] as? String == "hours" && first.json["conversation"] as? String == id)
            let second = try await client.turn(id, #"{"text":"et samedi ?"}"#)
            #expect(second.json["topic"] as? String == "hours" && second.json["id"] is NSNull)
            #expect(try await client.ask(.get, "/api/v1/conversations/" + id).json["language"] as? String == "fr")
            #expect(try await client.ask(.delete, "/api/v1/conversations/" + id).status == .noContent)
            for response in [
                try await client.turn(id, #"{"text":"bonjour"}"#),
                try await client.ask(.get, "/api/v1/conversations/" + id),
                try await client.ask(.delete, "/api/v1/conversations/" + id),
            ] { #expect(response.status == .notFound && response.code == "unknown-conversation") }
        }
    }

    @Test("Two conversations do not hear of each other")
    func apart() async throws {
        try await Scene().test { client in
            let (one, other) = (try await client.begin(), try await client.begin())
            #expect(one != other && one.utf8.count == 22)
            _ = try await client.turn(one, #"{"text":"la piscine est ouverte vendredi ?"}"#)
            #expect(try await client.turn(other, #"{"act":"repeat"}"#).text.contains("Je n'ai encore rien dit"))
        }
    }

    @Test("Choices, acts and silence are turns too")
    func inputs() async throws {
        try await Scene().test { client in
            let id = try await client.begin()
            let asked = try await client.turn(id, #"{"text":"quand passe la poubelle"}"#)
            #expect(asked.json["status"] as? String == "asked")
            let choices = try #require(asked.json["choices"] as? [[String: Any]])
            let labels = (asked.json["ask"] as? [String: Any])?["choices"] as? [String]
            #expect(choices.map { $0["label"] as? String ?? "" } == labels)
            if let choice = choices.first?["id"] as? String {
                let chosen = try await client.turn(id, "{\"choice\":\"\(choice)\"}")
                #expect(chosen.status == .ok && chosen.json["status"] as? String != "unclear")
            }
            #expect(try await client.turn(id, #"{"act":"help"}"#).json["intent"] as? String == "core.help")
            #expect(try await client.turn(id, #"{"silence":true}"#).status == .ok)
            #expect(try await client.turn(id, #"{"act":"quit"}"#).json["leaving"] as? Bool == true)
        }
    }

    @Test("The answer comes as elements of a page where that is asked, and as one event of a stream")
    func forms() async throws {
        try await Scene().test { client in
            let id = try await client.begin()
            let question = #"{"text":"la piscine est ouverte vendredi ?"}"#
            #expect(try await client.turn(id, question).json["html"] == nil)
            let html = try await client.turn(id, question, "?html=true")
            #expect((html.json["html"] as? String)?.hasPrefix("<p>") == true)
            #expect(try await client.turn(id, question, "?html=perhaps").code == "malformed")
            let event = try await client.ask(
                .post, "/api/v1/conversations/\(id)/turns", question, headers: [.accept: "text/event-stream"])
            #expect(event.headers[.contentType] == "text/event-stream")
            let lines = event.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == 4 && lines[0] == "event: turn" && lines[2].isEmpty && lines[3].isEmpty)
            let data = Data(lines[1].dropFirst("data: ".count).utf8)
            #expect((try JSONSerialization.jsonObject(with: data) as? [String: Any])?["topic"] as? String == "hours")
        }
    }

    @Test("A conversation goes on in English when the person asks for it")
    func language() async throws {
        let scene = try Scene()
        await scene.commune.editions.refresh()
        try await scene.test { client in
            let id = try await client.begin()
            let turn = try await client.turn(id, #"{"text":"in English please"}"#)
            #expect(turn.json["language"] as? String == "fr" && turn.json["next_language"] as? String == "en")
            let next = try await client.turn(id, #"{"text":"is the swimming pool open on Friday?"}"#)
            #expect(next.json["language"] as? String == "en" && next.json["topic"] as? String == "hours")
            let forced = try await client.turn(id, #"{"text":"la piscine est ouverte ?","language":"fr"}"#)
            #expect(forced.json["language"] as? String == "fr")
            let topics = try await client.ask(.get, "/api/v1/topics", headers: [.acceptLanguage: "de, en-GB;q=0.8"])
            #expect(topics.json["language"] as? String == "en")
        }
    }

    @Test(
        "A body that is not what a turn takes is refused with the reason, and nothing of it is said again",
        arguments: [
            "", "{", "[]", "null", "\"text\"", "{}", #"{"text":""}"#, #"{"text":null}"#, #"{"text":5}"#,
            #"{"text":"a","choice":"b"}"#, #"{"act":"sing"}"#, #"{"silence":false}"#, #"{"text":"a","secret":1}"#,
            #"{"text":"a","channel":"sms"}"#, #"{"text":"a","speaking":"yes"}"#, #"{"text":"a","language":"f"}"#,
            "{\"text\":\"" + String(repeating: "a", count: 1_001) + "\"}", "{\"text\":\"\u{1}\"}",
            String(repeating: "[", count: 5_000), "{\"text\":\"a\"} {\"text\":\"b\"}",
        ])
    func malformed(body: String) async throws {
        try await Scene().test { client in
            let response = try await client.turn(try await client.begin(), body)
            #expect(response.status == .badRequest && response.code == "malformed", "\(body)")
            #expect(!response.text.contains("secret") && !response.text.contains("sing"))
            #expect(response.headers[.contentLanguage] == "fr")
        }
    }

    @Test("What is no JSON, what is too long, and other methods are refused each in its way")
    func refused() async throws {
        try await Scene().test { client in
            let path = "/api/v1/conversations/" + (try await client.begin()) + "/turns"
            let form = try await client.ask(.post, path, "text=a", headers: [.contentType: "text/plain"])
            #expect(form.status == .unsupportedMediaType && form.code == "unsupported-type")
            let long = try await client.ask(.post, path, String(repeating: " ", count: 20_000))
            #expect(long.status == .contentTooLarge && long.code == "too-large")
            let other = try await client.ask(.put, path, "{}")
            #expect(other.status == .methodNotAllowed && other.headers[.allow] == "POST")
            let unheard = try #require(HTTPRequest.Method("QUERY"))
            #expect(try await client.ask(unheard, "/api/v1/town").status == .methodNotAllowed)
            #expect(try await client.ask(unheard, "/api/v1/nothing").code == "not-found")
            #expect(try await client.ask(.get, "/api/v1/nothing").code == "not-found")
            #expect(try await client.ask(.post, "/api/v1/town", "{}").headers[.allow] == "GET, HEAD")
        }
    }

    @Test("The town, its topics and its health are told")
    func town() async throws {
        try await Scene().test { client in
            let town = try await client.ask(.get, "/api/v1/town").json
            #expect(town["name"] as? String == "Valclair" && town["open_until"] as? String == "2026-11-20T12:00")
            let topics = try await client.ask(.get, "/api/v1/topics").json["topics"] as? [[String: Any]] ?? []
            #expect(topics.contains { $0["id"] as? String == "waste" })
            #expect(try await client.ask(.get, "/api/v1/health").json["status"] as? String == "ok")
        }
    }
}
