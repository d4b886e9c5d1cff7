internal import Assistant
internal import Dialogue
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Language
internal import NIOCore
internal import Rendering
internal import TopicKit
internal import Town
internal import Understanding

extension Pages {
    /// The screen in the hall, its turns, and what its voice shows.
    func addKiosk(to routes: RouteTable) {
        routes.on(.get, "/kiosk") { request, context in
            let words = words(language(of: request))
            let model = kiosk(words, KioskQuery(request, commune), isOwn: ownFeed(context) != nil)
            return try page("kiosk", model, language: words.language)
        }
        routes.on(.get, "/kiosk-sizes.css") { request, _ in
            file(Array(KioskQuery(request, commune).sizes.css.utf8), "text/css; charset=utf-8", request)
        }
        routes.on(.post, "/kiosk/turn") { request, context in
            let form = try await PageForm.read(request, limit: limits.bodyBytes)
            let input = try Self.input(of: form)
            guard let feed = ownFeed(context) else { return try await kioskTurn(input, form) }
            feed.choose(input)
            return Response(status: .noContent)
        }
        guard feed != nil else { return }
        routes.on(.get, "/kiosk/events") { _, context in
            guard let feed = ownFeed(context) else { throw Problem(.notFound) }
            return Self.stream(feed)
        }
    }

    /// What is said at the kiosk is for the kiosk's own screen, which is on this computer; nil for any other.
    private func ownFeed(_ context: WebRequestContext) -> (any KioskScreenFeed)? {
        context.peer.isLoopback ? feed : nil
    }

    // MARK: The page

    private func kiosk(_ words: PageWords, _ query: KioskQuery, isOwn: Bool) -> [String: Any] {
        let assistant = words.edition.assistant
        var model = frame(words, title: words["kiosk-title"], address: "/kiosk")
        model["languages"] = languages.map { code in
            [
                "code": code, "name": self.words(code)["language-name"], "isCurrent": code == words.language,
                "address": commune.path + "/kiosk?lang=" + code + query.measures,
            ] as [String: Any]
        }
        model["sizes"] = String(query.measures.dropFirst())
        model["pitch"] = query.sizes.pixelPitch
        model["distance"] = query.sizes.distance
        model["capital"] = String(format: "%.3f", query.sizes.capitalHeight)
        model["idle"] = query.idle
        model["warning"] = KioskQuery.warning
        model["keys"] = query.keys.joined(separator: ",")
        model["hasFeed"] = isOwn
        model["topics"] = KioskMenu(assistant).topics.map { topic -> [String: Any] in
            [
                "title": topic.title,
                "questions": topic.questions.map { ["question": $0, "label": $0] as [String: Any] },
            ]
        }
        if let sounds, !isOwn {
            model["warningAudio"] =
                commune.path
                + sounds.address(of: words["kiosk-still-there"] + " " + words["kiosk-soon"], words.language)
            model["endedAudio"] =
                commune.path
                + sounds.address(of: words["kiosk-ended"] + ". " + words["kiosk-ended-text"], words.language)
        }
        return model
    }

    // MARK: A turn

    private static func input(of form: PageForm) throws(Problem) -> Input {
        switch form.asked {
        case .words(let text): .utterance(Utterance(text))
        case .choice(let id): .choice(id)
        case .act(let act): .act(act)
        case .again, .nothing, .tooLong, .unknown: throw Problem(.malformed)
        }
    }

    private func kioskTurn(_ input: Input, _ form: PageForm) async throws -> Response {
        let language = words(form.lang).language
        if input == .act(.erase), let id = form.conversationID { commune.erase(id) }
        let id =
            if let known = form.conversationID, commune.language(of: known) != nil { known } else {
                commune.open(language: language)
            }
        let turn = try await commune.answer(input, conversation: id, language: language, channel: .kiosk)
        var answer = KioskAnswer(turn.turn, by: turn.edition.assistant, at: turn.moment)
        answer.conversation = id
        if input == .act(.erase) {
            commune.erase(id)
            answer.conversation = ""
        }
        if let sounds { answer.audio = answer.sentences.map { sounds.address(of: $0, turn.language) } }
        return try JSONAnswer.response(answer)
    }

    // MARK: The feed

    /// Events as a stream that a browser reads; a comment every fifteen seconds keeps the way open.
    private static func stream(_ feed: any KioskScreenFeed) -> Response {
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            let (lines, continuation) = AsyncStream<ByteBuffer>.makeStream(bufferingPolicy: .bufferingNewest(64))
            let relay = Task {
                for await event in feed.events() {
                    // JSON escapes every end of line within a text: an event is one line.
                    guard let data = try? JSONAnswer.data(event) else { continue }
                    var buffer = ByteBuffer(string: "data: ")
                    buffer.writeBytes(data)
                    buffer.writeString("\n\n")
                    continuation.yield(buffer)
                }
                continuation.finish()
            }
            let beat = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: .seconds(15))
                    continuation.yield(ByteBuffer(string: ": \n\n"))
                }
            }
            defer {
                relay.cancel()
                beat.cancel()
            }
            for await line in lines { try await writer.write(line) }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }
}
