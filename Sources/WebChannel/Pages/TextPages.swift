internal import Assistant
internal import HTTPTypes
internal import Hummingbird
internal import TopicKit
internal import Town

extension Pages {
    /// The pages that are only read: accessibility, and personal data.
    func addTexts(to routes: RouteTable) {
        routes.on(.get, "/accessibilite") { request, _ in
            let words = words(language(of: request))
            return try text(
                "accessibility", isCurrent: "isAccessibility", accessibility(words), words, "/accessibilite")
        }
        routes.on(.get, "/donnees-personnelles") { request, _ in
            let words = words(language(of: request))
            return try text("privacy", isCurrent: "isPrivacy", privacy(words), words, "/donnees-personnelles")
        }
    }

    /// A part of such a page.
    struct Part {
        let heading: String
        var paragraphs: [String] = []
        var items: [String] = []
        var links: [(text: String, url: String)] = []
        var html = ""

        func model(_ number: Int) -> [String: Any] {
            [
                "number": number, "heading": heading, "paragraphs": paragraphs, "items": items,
                "hasItems": !items.isEmpty, "links": links.map { ["text": $0.text, "url": $0.url] }, "html": html,
            ]
        }
    }

    private func text(
        _ name: String, isCurrent: String, _ parts: [Part], _ words: PageWords, _ address: String
    ) throws(Problem) -> Response {
        var model = frame(words, title: words[name + "-title"], address: address)
        model["heading"] = words[name + "-title"]
        model["intro"] = words[name + "-intro"]
        model[isCurrent] = true
        model["parts"] = parts.enumerated().map { $0.element.model($0.offset + 1) }
        return try page("text", model, language: words.language)
    }

    // MARK: What they say

    private func accessibility(_ words: PageWords) -> [Part] {
        let page = look
        let state = page.statement == nil ? [words["accessibility-state-none"]] : []
        return [
            Part(
                heading: words["accessibility-state"], paragraphs: state + [words["accessibility-state-rules"]],
                links: page.statement.map { [(words["accessibility-statement-link"], $0)] } ?? []),
            Part(heading: words["accessibility-done"], items: words.numbered("accessibility-done")),
            Part(heading: words["accessibility-checked"], items: words.numbered("accessibility-checked")),
            Part(heading: words["accessibility-missing"], items: words.numbered("accessibility-missing")),
            Part(
                heading: words["accessibility-report"], paragraphs: [words["accessibility-report-text"]],
                html: contact(words)),
            Part(
                heading: words["accessibility-rights"], paragraphs: [words["accessibility-rights-text"]],
                links: [(words["accessibility-rights-link"], "https://formulaire.defenseurdesdroits.fr/")]),
        ]
    }

    private func privacy(_ words: PageWords) -> [Part] {
        [
            Part(
                heading: words["privacy-questions"],
                paragraphs: words.numbered("privacy-questions") + [words["privacy-restart"]]),
            Part(heading: words["privacy-requests"], paragraphs: words.numbered("privacy-requests")),
            Part(heading: words["privacy-statistics"], paragraphs: words.numbered("privacy-statistics")),
            Part(heading: words["privacy-device"], paragraphs: words.numbered("privacy-device")),
            Part(
                heading: words["privacy-rights"],
                paragraphs: words.numbered("privacy-rights") + [
                    words["privacy-rights-contact"], words["privacy-rights-cnil"],
                ], links: [(words["privacy-cnil-link"], "https://www.cnil.fr/fr/plaintes")], html: contact(words)),
        ]
    }
}

extension PageWords {
    /// The phrases that a name has with a number, in order, as many as there are: `name-1`, `name-2`.
    func numbered(_ name: String) -> [String] {
        (1...99).lazy.map { all[name + "-\($0)"] }.prefix { $0 != nil }.compactMap { $0 }
    }
}
