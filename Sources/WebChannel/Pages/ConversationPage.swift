internal import Assistant
internal import Dialogue
internal import HTTPTypes
internal import Hummingbird
internal import Language
internal import NIOCore
internal import Rendering
internal import TopicKit

extension Pages {
    /// The page of the conversation: got to begin, posted to go on; a large-print page of the last answer.
    func addConversation(to routes: RouteTable) {
        routes.on(.get, "/") { request, _ in
            let words = words(language(of: request))
            return try conversationPage(Stage(words: words, title: words["title-ask"]))
        }
        routes.on(.post, "/") { request, context in
            try await answer(
                try await PageForm.read(request, limit: limits.bodyBytes), isFragment: Self.wantsFragment(request),
                context)
        }
        routes.on(.post, "/imprimer") { request, _ in
            try printPage(try await PageForm.read(request, limit: limits.bodyBytes))
        }
    }

    /// The type of an answer alone, which the page's script asks for.
    static let fragmentType = "text/vnd.parvis.exchange+html"

    private static func wantsFragment(_ request: Request) -> Bool {
        request.headers[.accept]?.contains(fragmentType) ?? false
    }

    // MARK: Asking

    private func answer(_ form: PageForm, isFragment: Bool, _ context: WebRequestContext) async throws -> Response {
        var stage = Stage(words: words(form.lang), form: form)
        let id = form.conversationID
        switch form.asked {
        case .unknown: throw Problem(.malformed)
        case .nothing: return try refuse("empty", title: "title-error", stage, isFragment)
        case .tooLong: return try refuse("too-long", title: "title-error-long", stage, isFragment)
        case .again(let language):
            if let language { stage.words = words(language) }
            stage.title = stage.words["title-ask"]
            if let id, let last = lastTurn(of: id, stage.words.edition) { stage.show(last, asked: nil) }
        case .words(let text):
            let turn = try await take(.utterance(Utterance(text)), id, stage.words.language, context)
            stage.show(turn, asked: text)
        case .choice(let choice):
            let label = id.flatMap { lastTurn(of: $0, stage.words.edition) }.flatMap { last in
                last.edition.assistant.options(last.turn, at: last.moment).first { $0.id == choice }?.label
            }
            guard let id, let turn = try await known(.choice(choice), id, stage.words.language) else {
                return try refuse("expired", title: "title-error-expired", stage, isFragment)
            }
            stage.show(turn, asked: label)
        case .act(let act):
            let turn =
                if let id, let known = try await known(.act(act), id, stage.words.language) { known } else {
                    try await take(.act(act), nil, stage.words.language, context)
                }
            stage.show(turn, asked: Self.names[act].map { stage.words[$0] })
            if act == .erase {
                commune.erase(turn.conversation)
                stage.erase()
            }
        }
        if stage.words.language != stage.turn?.nextLanguage, let next = stage.turn?.nextLanguage {
            stage.words = words(next)
        }
        return isFragment ? try fragment(stage) : try conversationPage(stage)
    }

    /// The buttons of the page by what they ask, as they are named.
    private static let names: [Act: String] = [
        .simpler: "simpler", .details: "details", .person: "person", .erase: "erase", .repeat: "repeat",
    ]

    /// A turn in a conversation, or in a new one where there is none of that id, or no more.
    private func take(
        _ input: Input, _ id: String?, _ language: String, _ context: WebRequestContext
    ) async throws -> WebTurn {
        if let id, let turn = try await known(input, id, language) { return turn }
        if let wait = beginnings.wait(context.client, .now) { throw Problem(.tooMany, retryAfter: wait) }
        let new = commune.open(language: language)
        return try await commune.answer(input, conversation: new, language: language)
    }

    /// A turn in a conversation; nil where there is none of that id, or no more.
    private func known(_ input: Input, _ id: String, _ language: String) async throws -> WebTurn? {
        do throws(Problem) {
            return try await commune.answer(input, conversation: id, language: language)
        } catch {
            guard error.kind == .unknownConversation else { throw error }
            return nil
        }
    }

    /// What was said last in a conversation, which is no turn of it; nil where nothing was.
    func lastTurn(of id: String, _ edition: Edition) -> WebTurn? {
        let now = commune.now()
        guard commune.conversations.language(of: id, at: now) != nil,
            let turn = commune.conversations.state(of: id)?.shownLast
        else { return nil }
        return WebTurn(conversation: id, turn: turn, edition: edition, moment: now)
    }

    // MARK: Showing

    /// What the page shows at one moment of a conversation.
    struct Stage {
        var words: PageWords
        var title: String
        var form = PageForm()
        var turn: WebTurn?
        var asked: String?
        var error: String?
        var isErased = false

        init(words: PageWords, title: String) { (self.words, self.title) = (words, title) }

        init(words: PageWords, form: PageForm) {
            (self.words, self.form, title) = (words, form, words["title-answer"])
        }

        /// Shows an answer; the title says whether it asks something.
        mutating func show(_ turn: WebTurn, asked: String?) {
            (self.turn, self.asked) = (turn, asked)
            title = words[turn.turn.reply.question == nil ? "title-answer" : "title-choice"]
            form.conversation = turn.conversation
        }

        /// Shows that everything is forgotten.
        mutating func erase() {
            (isErased, title, form.conversation) = (true, words["title-erased"], nil)
        }
    }

    /// The page again with what is wrong: for the script the sentence alone.
    private func refuse(
        _ name: String, title: String, _ stage: Stage, _ isFragment: Bool
    ) throws(Problem) -> Response {
        var stage = stage
        (stage.error, stage.title) = (stage.words[name], stage.words[title])
        if isFragment {
            return Response(
                status: .unprocessableContent, headers: [.contentType: Self.fragmentType + "; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: stage.words[name])))
        }
        if let id = stage.form.conversationID, let last = lastTurn(of: id, stage.words.edition) {
            (stage.turn, stage.asked) = (last, nil)
        }
        return try conversationPage(stage, status: .unprocessableContent)
    }

    private func fragment(_ stage: Stage) throws(Problem) -> Response {
        guard let turn = stage.turn else { throw Problem(.malformed) }
        let text = try assets.render("exchange", exchange(turn, stage))
        return Response(
            status: .ok, headers: [.contentType: Self.fragmentType + "; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func exchange(_ turn: WebTurn, _ stage: Stage) -> [String: Any] {
        let assistant = turn.edition.assistant
        var model: [String: Any] = [
            "w": stage.words.all, "title": stage.title + " - " + stage.words.townTitle,
            "conversation": stage.form.conversation ?? "", "lang": stage.words.language,
            "html": assistant.html(turn.turn, at: turn.moment, choices: .buttons(form: "choose")), "isTarget": true,
            "isErased": stage.isErased, "isUrgent": turn.turn.isUrgent,
        ]
        if let asked = stage.asked { model["asked"] = asked }
        if let sounds {
            let text = assistant.spokenSentences(turn.turn, at: turn.moment).joined(separator: " ")
            model["audio"] = commune.path + sounds.address(of: text, turn.language)
        }
        return model
    }

    func conversationPage(
        _ stage: Stage, status: HTTPResponse.Status = .ok, isEmbedded: Bool = false
    ) throws(Problem) -> Response {
        let (words, form) = (stage.words, stage.form)
        let isEmbedded = isEmbedded || form.isEmbedded
        var model = frame(
            words, title: stage.title, display: form.display, isEmbedded: isEmbedded,
            hasStarted: form.conversationID != nil)
        model.merge(form.display.model(words)) { $1 }
        model["settings"] = true
        model["isHome"] = true
        model["skipTo"] = "question"
        model["skipText"] = words["skip-question"]
        model["conversation"] = form.conversation ?? ""
        model["contact"] = contact(words)
        model["intro"] = words["intro"]
        model["longest"] = Pages.longestQuestion
        model["hasAnswer"] = stage.turn != nil && !stage.isErased
        model["typed"] = stage.error == nil ? "" : String((form.question ?? "").prefix(Pages.longestQuestion))
        if let turn = stage.turn { model["exchange"] = [exchange(turn, stage)] }
        if let error = stage.error { model["error"] = error }
        return try page("conversation", model, status: status, language: words.language)
    }

    // MARK: Printing

    /// The last answer in large print, with the addresses it names as codes for a telephone.
    private func printPage(_ form: PageForm) throws(Problem) -> Response {
        let words = words(form.lang)
        var model = frame(words, title: words["print-title"], display: form.display, isEmbedded: form.isEmbedded)
        model["classes"] = (form.display.classes + ["large-print"]).joined(separator: " ")
        model.merge(form.display.model(words)) { $1 }
        model["conversation"] = form.conversation ?? ""
        model["printed"] = words["print-date"]
        model["contact"] = contact(words)
        model["robots"] = "noindex"
        guard let id = form.conversationID, let last = lastTurn(of: id, words.edition) else {
            model["html"] = "<p>" + HTMLText.escaped(words["print-nothing"]) + "</p>"
            return try page("print", model, language: words.language)
        }
        let assistant = last.edition.assistant
        model["html"] = assistant.html(last.turn, at: last.moment)
        model["links"] = assistant.links(last.turn, at: last.moment).map { link -> [String: Any] in
            let code = QRCode(link.short.map { "https://" + $0 } ?? link.url)
            let label = words.phrase("code", ["purpose": .text(link.purpose)])
            return ["purpose": link.purpose, "url": link.short ?? link.url, "code": code?.svg(label: label) ?? ""]
        }
        return try page("print", model, language: words.language)
    }
}

extension Commune {
    /// Begins a conversation in which nothing is said yet.
    func open(language: String) -> String {
        let id = ConversationID.make()
        conversations.begin(id, language: language, at: now())
        return id
    }
}
