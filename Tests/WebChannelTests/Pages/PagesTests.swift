import Assistant
import CivilTime
import Dialogue
import Foundation
import Hummingbird
import Language
import NIOCore
import Testing
import TownStore

@testable import WebChannel

/// The example commune's pages, its store in memory and its clock standing still.
struct PagesSample: Sendable {
    let site: Site
    let commune: Commune
    let pages: Pages

    static let now = Moment(Day(2026, 11, 20), minute: 600)
    static let root = DataRoot.find() ?? DataRoot(path: ".")

    init(voice: (@Sendable (String, String) async -> SpokenSound?)? = nil, feed: (any KioskScreenFeed)? = nil) throws {
        let assistant = try Assistant.open(root: PagesSample.root, place: .memory)
        commune = Commune(assistant, now: { PagesSample.now })
        var site = Site(communes: [commune], root: PagesSample.root)
        (site.voice, site.kioskFeed) = (voice, feed)
        self.site = site
        pages = Pages(commune: commune, site: site)
    }

    /// The page of a turn.
    func page(_ words: String) async throws -> String {
        let id = commune.open(language: "fr")
        let turn = try await commune.answer(.utterance(Utterance(words)), conversation: id)
        var stage = Pages.Stage(words: pages.words("fr"), title: "Titre")
        stage.show(turn, asked: words)
        return try await text(pages.conversationPage(stage))
    }

    /// The body of an answer.
    func text(_ response: Response) async throws -> String {
        let writer = BodyText()
        try await response.body.write(writer)
        return await writer.text.value
    }
}

/// Takes a body as text.
private struct BodyText: ResponseBodyWriter {
    actor Text {
        private(set) var value = ""
        func add(_ text: String) { value += text }
    }

    let text = Text()

    mutating func write(_ buffer: ByteBuffer) async throws { await text.add(String(buffer: buffer)) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

@Suite("The pages of a commune")
struct PagesTests {
    @Test("Every phrase of the page is written whole, in each language", arguments: ["fr", "en"])
    func words(_ language: String) throws {
        let assistant = try Assistant.open(locale: language, root: PagesSample.root, place: .memory)
        let commune = Commune(assistant, now: { PagesSample.now })
        let words = PageWords(Edition(assistant), in: commune, WebLimits(), PagesSample.now.day)
        #expect(words.all.count > 150)
        for (name, text) in words.all {
            #expect(!text.contains("[") && !text.contains("{"), "\(name): \(text)")
            for sign in ["→", "&", "…"] { #expect(!text.contains(sign), "\(name): \(text)") }
        }
        // What the templates ask for is there.
        for file in try FileManager.default.contentsOfDirectory(atPath: PagesSample.root.path + "/Web") {
            guard file.hasSuffix(".mustache") else { continue }
            let text = try String(contentsOfFile: PagesSample.root.path + "/Web/" + file, encoding: .utf8)
            for match in text.matches(of: try Regex("\\{\\{w\\.([a-z0-9-]+)\\}\\}")) {
                let name = String(match[1].substring ?? "")
                #expect(words.all[name] != nil, "\(file): \(name)")
            }
        }
    }

    @Test("An answer is shown with its question, everything escaped")
    func answer() async throws {
        let sample = try PagesSample()
        let page = try await sample.page("la piscine est ouverte \"\u{301} <b>?")
        #expect(page.contains("la piscine est ouverte &quot;\u{301} &lt;b&gt;?"))
        #expect(page.contains("<title>Réponse - Mairie de Valclair</title>"))
        #expect(page.contains("<html lang=\"fr\" dir=\"ltr\""))
        #expect(!page.contains("<audio") && !page.contains("style="))
    }

    @Test("A question's choices are buttons of the form that has no field, so that Enter never presses one")
    func choices() async throws {
        let page = try await PagesSample().page("refaire ma carte d'identité")
        #expect(page.contains("<title>Une précision à donner - Mairie de Valclair</title>"))
        #expect(page.contains("<button type=\"submit\" form=\"choose\" name=\"choice\" value=\""))
        #expect(!page.contains("form=\"ask\""))
    }

    @Test("Where there is a voice, an answer can be heard, by an address that is not the conversation's")
    func sound() async throws {
        let sample = try PagesSample(voice: { text, language in SpokenSound(wav: Array((language + text).utf8)) })
        let page = try await sample.page("la piscine est ouverte ?")
        let match = try #require(page.firstMatch(of: try Regex("src=\"/lire/([A-Za-z0-9_-]{22})\"")))
        let sounds = try #require(sample.pages.sounds)
        let sound = try #require(await sounds.sound(String(match[1].substring ?? "")))
        #expect(String(decoding: sound.wav, as: UTF8.self).contains("piscine"))
        #expect(await sounds.sound("no-such-text") == nil)
    }

    @Test("What is said last is shown again without a turn")
    func again() async throws {
        let sample = try PagesSample()
        let id = sample.commune.open(language: "fr")
        #expect(sample.pages.lastTurn(of: id, sample.commune.edition()) == nil)
        let turn = try await sample.commune.answer(
            .utterance(Utterance("la piscine est ouverte ?")), conversation: id)
        let last = try #require(sample.pages.lastTurn(of: id, sample.commune.edition()))
        #expect(last.html == turn.html)
        #expect(sample.pages.lastTurn(of: "A", sample.commune.edition()) == nil)
    }

    @Test("Every problem has a page in the town's frame", arguments: Problem.Kind.allCases)
    func errors(_ kind: Problem.Kind) async throws {
        let sample = try PagesSample()
        let pages = ErrorPages(sample.pages)
        let page = try await sample.text(try #require(pages.page(kind, language: nil)))
        #expect(page.contains("Mairie de Valclair") && page.contains("01 99 00 12 00") && !page.contains("[web."))
        #expect(try await sample.text(try #require(pages.page(kind, language: nil))) == page)
    }
}

@Suite("Sounds that wait to be heard")
struct SoundsTests {
    @Test("are forgotten after a while, and when there are too many")
    func bounded() async throws {
        let sounds = Sounds(voice: { text, _ in SpokenSound(wav: Array(text.utf8)) })
        let start = ContinuousClock.now
        let first = sounds.address(of: "a", "fr", now: start)
        let id = String(first.dropFirst("/lire/".count))
        #expect(await sounds.sound(id, now: start) == SpokenSound(wav: [0x61]))
        #expect(await sounds.sound(id, now: start + Sounds.kept) == nil)
        for index in 0..<Sounds.limit { _ = sounds.address(of: String(index), "fr", now: start + .seconds(1)) }
        #expect(await sounds.sound(id, now: start + .seconds(1)) == nil)
    }
}
