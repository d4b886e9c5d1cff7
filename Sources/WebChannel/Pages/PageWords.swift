internal import Assistant
internal import CivilTime
internal import Dialogue
internal import Language
internal import TopicKit
internal import Town

/// What a page says in one language: the phrases of `web.yaml` with the town's name in them.
struct PageWords: Sendable {
    /// Who answers in the language.
    let edition: Edition
    /// Every phrase by its name.
    let all: [String: String]
    /// The day on which they were written.
    let day: Day

    /// Writes the phrases of a language.
    init(_ edition: Edition, in commune: Commune, _ limits: WebLimits, _ day: Day) {
        (self.edition, self.day) = (edition, day)
        let assistant = edition.assistant
        let profile = assistant.setting.profile
        let topics = assistant.setting.registry.entries.filter { $0.manifest.id != CallbackTopic.id }
        let page = assistant.page
        let values: [String: Value] = [
            "town": .noun(Noun(profile.name)), "longest": .count(Pages.longestQuestion),
            "minutes": .count(limits.idleMinutes), "topics": .list(topics.prefix(5).map { .text($0.title) }),
            "contact": .text(page.dataContact ?? profile.contact.email ?? profile.contact.name), "date": .day(day),
        ]
        let book = assistant.book
        var all: [String: String] = [:]
        for name in (book.files.topics["web"]?.phrases ?? [:]).keys {
            all[name] = book.write(Phrase("web." + name, values), form: .text, today: day)
        }
        self.all = all
    }

    /// The language: `fr`.
    var language: String { edition.language }

    /// Which way it is written: `ltr` or `rtl`.
    var direction: String { self["direction"] == "rtl" ? "rtl" : "ltr" }

    /// What stands at the top of each page.
    var townTitle: String { edition.assistant.page.title ?? self["town-title"] }

    /// A phrase by its name; the name in brackets where there is none, for tests to find.
    subscript(name: String) -> String { all[name] ?? "[web.\(name)]" }

    /// A phrase with values of its own.
    func phrase(_ name: String, _ values: [String: Value]) -> String {
        edition.assistant.book.write(Phrase("web." + name, values), form: .text, today: day)
    }
}
