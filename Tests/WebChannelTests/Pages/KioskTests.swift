import Assistant
import CivilTime
import Dialogue
import Foundation
import HTTPTypes
import HummingbirdTesting
import Language
import Rendering
import Testing
import TopicKit
import TownStore

@testable import WebChannel

@Suite("The kiosk's screen")
struct KioskTests {
    @Test("The menu has topics, and questions that are answered or asked about", arguments: ["fr", "en"])
    func menu(_ language: String) async throws {
        let assistant = try Assistant.open(locale: language, place: .memory)
        let menu = KioskMenu(assistant)
        #expect(menu.topics.count >= 5)
        for topic in menu.topics {
            #expect((1...6).contains(topic.questions.count), "\(topic.title)")
            for question in topic.questions {
                #expect(!question.contains("{") && question.first?.isUppercase == true, "\(question)")
                var talk = assistant.conversation()
                let turn = await talk.take(
                    .utterance(Utterance(question)), at: Scene.now, in: Surroundings(.kiosk))
                #expect(turn.status != .unclear, "\(question)")
            }
        }
    }

    @Test("An answer holds what may be chosen, what is said, and codes for its addresses")
    func answer() async throws {
        let assistant = try Assistant.open(place: .memory)
        var talk = assistant.conversation()
        var turn = await talk.take(.utterance(Utterance("refaire ma carte d'identité")), at: Scene.now)
        var answer = KioskAnswer(turn, by: assistant, at: Scene.now)
        #expect(answer.options.count >= 2 && answer.entries.isEmpty && !answer.ended)
        for _ in 0..<5 {
            guard let option = answer.options.first else { break }
            turn = await talk.take(.choice(option.id), at: Scene.now)
            answer = KioskAnswer(turn, by: assistant, at: Scene.now)
        }
        #expect(answer.codes.contains("<svg") && answer.codes.contains("aria-label=\"Code à photographier"))
        #expect(answer.sentences.count > 2)
        turn = await talk.take(.act(.quit), at: Scene.now)
        #expect(KioskAnswer(turn, by: assistant, at: Scene.now).ended)
    }

    @Test("A question for a street offers the streets")
    func entries() async throws {
        let assistant = try Assistant.open(place: .memory)
        var talk = assistant.conversation()
        let turn = await talk.take(.utterance(Utterance("quand passe la poubelle jaune")), at: Scene.now)
        let answer = KioskAnswer(turn, by: assistant, at: Scene.now)
        #expect(answer.entries.contains { $0.contains("Tilleuls") })
        #expect(Set(answer.entries).count == answer.entries.count)
    }

    @Test("What the voice shows reaches each screen, in order; a screen that comes later sees what comes later")
    func feed() async {
        let screen = KioskBroadcast()
        screen.show(.listening)
        let (one, two) = (screen.events(), screen.events())
        #expect(screen.count == 2)
        let told: [KioskScreenEvent] = [.listening, .heard, .caption("Bonjour à tous"), .silent, .reset]
        for event in told { screen.show(event) }
        screen.finish()
        for events in [one, two] {
            var seen: [KioskScreenEvent] = []
            for await event in events { seen.append(event) }
            #expect(seen == told)
        }
        #expect(screen.count == 0)
    }

    @Test("A screen that does not keep up loses the oldest")
    func slow() async {
        let screen = KioskBroadcast()
        let events = screen.events()
        for _ in 0..<200 { screen.show(.listening) }
        screen.show(.reset)
        screen.finish()
        var seen: [KioskScreenEvent] = []
        for await event in events { seen.append(event) }
        #expect(seen.count == 64 && seen.last == .reset)
    }

    @Test("Events are one line of JSON each")
    func json() throws {
        let data = try JSONAnswer.data(KioskScreenEvent.caption("à\n\""))
        let text = String(decoding: data, as: UTF8.self)
        #expect(!text.contains("\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["event"] as? String == "caption" && object["line"] as? String == "à\n\"")
    }
}

@Suite("The kiosk's routes")
struct KioskRoutesTests {
    @Test("A turn is JSON: what to show, to choose and to say; erasing leaves no conversation")
    func turn() async throws {
        let scene = try Scene()
        try await scene.test { client in
            let turn = try await client.post("/kiosk/turn", "question=quand+passe+la+poubelle+jaune")
            let id = try #require(turn.json["conversation"] as? String)
            #expect((turn.json["entries"] as? [String])?.isEmpty == false)
            let end = try await client.post("/kiosk/turn", "conversation=\(id)&act=erase")
            #expect(end.json["conversation"] as? String == "")
            #expect(scene.commune.language(of: id) == nil)
            #expect(try await client.post("/kiosk/turn", "set=display").status == .badRequest)
        }
    }

    @Test("The measures of the address count where they are right, else the town's")
    func measures() async throws {
        try await Scene().test { client in
            let near = try await client.ask(.get, "/kiosk-sizes.css?pitch=0.275&distance=60")
            #expect(near.text.contains("37.1px"))
            let far = try await client.ask(.get, "/kiosk-sizes.css?pitch=0.275&distance=100")
            #expect(far.text.contains("61.8px"))
            let wrong = try await client.ask(.get, "/kiosk-sizes.css?pitch=nan&distance=-4")
            #expect(wrong.text.contains("37.1px"))
            let page = try await client.ask(.get, "/kiosk?keys=a,b,%22onload&idle=5")
            #expect(
                page.text.contains("data-keys=\"ArrowLeft,ArrowRight,Enter\"") && page.text.contains("data-idle=\"90\"")
            )
        }
    }

    @Test("Where the voice runs in this process, the computer's own screen hands on what is chosen, and nobody else")
    func chosen() async throws {
        let screen = KioskBroadcast()
        var site = try Scene().site
        site.kioskFeed = screen
        try await WebServer(site).application().test(.live) { client in
            let taken = try await client.post("/kiosk/turn", "act=simpler")
            let refused = try await client.post("/kiosk/turn", "set=display")
            let page = try await client.ask(.get, "/kiosk").text
            #expect(taken.status == .noContent && refused.status == .badRequest && page.contains("data-feed"))
        }
        // A client without a connection is no screen of this computer: it has a conversation of its own.
        try await WebServer(site).application().test(.router) { client in
            let turn = try await client.post("/kiosk/turn", "question=bonjour").json
            let page = try await client.ask(.get, "/kiosk").text
            let events = try await client.ask(.get, "/kiosk/events")
            #expect(turn["conversation"] is String && !page.contains("data-feed") && events.status == .notFound)
        }
        screen.finish()
        var chosen: [Input] = []
        for await input in screen.choices { chosen.append(input) }
        #expect(chosen == [.act(.simpler)])
    }

    @Test("There is no feed where no voice runs in this process")
    func noFeed() async throws {
        try await Scene().test { client in
            let response = try await client.ask(.get, "/kiosk/events")
            #expect(response.status == .notFound)
        }
    }
}
