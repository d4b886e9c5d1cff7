internal import Assistant
internal import CivilTime
internal import Dialogue
internal import HTTPTypes
internal import Hummingbird
internal import Language
internal import NIOCore
internal import Synchronization
internal import TopicKit
internal import Town

/// The words of each language as they were written last: a hundred and more phrases are not written for each request.
private final class WordsWritten: Sendable {
    private let words = Mutex<[String: PageWords]>([:])

    func withLock<Result>(_ body: (inout [String: PageWords]) -> Result) -> Result { words.withLock { body(&$0) } }
}

/// The pages of one commune.
struct Pages: Sendable {
    let commune: Commune
    let limits: WebLimits
    let assets: PageAssets
    let sounds: Sounds?
    let feed: (any KioskScreenFeed)?
    let beginnings: RateLimiter
    private let written = WordsWritten()

    init(commune: Commune, site: Site) {
        (self.commune, limits) = (commune, site.settings.limits)
        assets = PageAssets(folder: site.root.path + "/Web")
        sounds = site.voice.map { Sounds(voice: $0) }
        feed = site.kioskFeed
        beginnings = RateLimiter(
            rate: limits.conversationsPerMinute / 60, burst: max(10, limits.conversationsPerMinute))
    }

    /// Adds what people see: the page, the widget, the kiosk's screen.
    func add(to routes: RouteTable) {
        addConversation(to: routes)
        addTexts(to: routes)
        addFiles(to: routes)
        addWidget(to: routes)
        addKiosk(to: routes)
        addSound(to: routes)
    }

    /// The longest question, in characters.
    static let longestQuestion = 500

    /// What the commune says of its page.
    var look: PageSettings { commune.edition().assistant.page }

    /// The words of a page in a language that it speaks; the commune's first one where it does not.
    func words(_ language: String?) -> PageWords {
        let edition = commune.edition(language.flatMap { speaks($0) ? $0 : nil })
        let day = commune.now().day
        return written.withLock { known in
            if let words = known[edition.language], words.edition.number == edition.number, words.day == day {
                return words
            }
            let words = PageWords(edition, in: commune, limits, day)
            known[edition.language] = words
            return words
        }
    }

    /// The languages in which the page has words, the first one first.
    var languages: [String] { commune.languages.filter(speaks) }

    private func speaks(_ language: String) -> Bool {
        commune.languages.contains(language) && commune.edition(language).assistant.book.has("web.language-name")
    }

    /// The language that an address asks for with `?lang=en`.
    func language(of request: Request) -> String? {
        request.uri.query == nil ? nil : request.uri.queryParameters["lang"].map(String.init)
    }

    /// Whom a person may turn to, as elements of a page.
    func contact(_ words: PageWords) -> String {
        let assistant = words.edition.assistant
        return assistant.html(
            Reply(.answered, [.contact(assistant.setting.profile.contact)]), today: commune.now().day)
    }

    // MARK: Answers

    /// A page of a template.
    func page(
        _ template: String, _ model: [String: Any], status: HTTPResponse.Status = .ok, language: String
    ) throws(Problem) -> Response {
        let text = try assets.render(template, model)
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: language],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// What every page shows around its content.
    func frame(
        _ words: PageWords, title: String, display: Display = Display(), address: String = "/",
        isEmbedded: Bool = false,
        hasStarted: Bool = false
    ) -> [String: Any] {
        let kinds = isEmbedded ? ["embedded"] : []
        var model: [String: Any] = [
            "w": words.all, "lang": words.language, "dir": words.direction,
            "classes": (display.classes + kinds).joined(separator: " "),
            "title": title + " - " + words.townTitle, "townTitle": words.townTitle, "base": commune.path,
            "home": commune.path + "/?lang=" + words.language, "version": assets.version, "embedded": isEmbedded,
            "robots": isEmbedded ? "noindex" : "index", "script": true, "isHome": false, "skipTo": "main",
            "skipText": words["skip-main"], "started": hasStarted, "settings": false,
            "languages": languageLinks(words, address), "hasLanguages": languages.count > 1,
            "accessibilityMention": words[
                look.statement == nil ? "accessibility-mention" : "accessibility-mention-statement"],
        ]
        if let site = look.site { model["site"] = site }
        return model
    }

    private func languageLinks(_ words: PageWords, _ address: String) -> [[String: Any]] {
        let languages = self.languages
        guard languages.count > 1 else { return [] }
        return languages.map { code in
            [
                "code": code, "name": self.words(code)["language-name"], "isCurrent": code == words.language,
                "address": commune.path + address + "?lang=" + code,
            ]
        }
    }
}
