import Assistant
import CivilTime
import Dialogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Language
import Synchronization
import Testing
import TownStore

@testable import WebChannel

extension TestClientProtocol {
    /// Posts a form of the page.
    func post(_ path: String, _ form: String, accept: String = "text/html") async throws -> TestResponse {
        try await ask(
            .post, path, form,
            headers: [.contentType: "application/x-www-form-urlencoded", .accept: accept])
    }

    /// The id in a page's hidden field.
    func conversation(in page: TestResponse) throws -> String {
        let match = try #require(
            page.text.firstMatch(of: try Regex("name=\"conversation\" value=\"([A-Za-z0-9_-]{22})\"")))
        return String(match[1].substring ?? "")
    }
}

@Suite("The pages of a commune")
struct PagesTests {
    @Test("Every phrase of the page is written whole, in each language", arguments: ["fr", "en"])
    func words(_ language: String) throws {
        let root = try #require(DataRoot.find())
        let assistant = try Assistant.open(locale: language, root: root, place: .memory)
        let commune = Commune(assistant, now: { Scene.now })
        let words = PageWords(Edition(assistant), in: commune, WebLimits(), Scene.now.day)
        #expect(words.all.count > 150)
        let filledLater = ["code", "print-date"]
        for (name, text) in words.all where !filledLater.contains(name) {
            #expect(!text.contains("[") && !text.contains("{"), "\(name): \(text)")
            for sign in ["→", "&", "…"] { #expect(!text.contains(sign), "\(name): \(text)") }
        }
        // What the templates ask for is there.
        for file in try FileManager.default.contentsOfDirectory(atPath: root.path + "/Web") {
            guard file.hasSuffix(".mustache") else { continue }
            let text = try String(contentsOfFile: root.path + "/Web/" + file, encoding: .utf8)
            for match in text.matches(of: try Regex("\\{\\{w\\.([a-z0-9-]+)\\}\\}")) {
                let name = String(match[1].substring ?? "")
                #expect(words.all[name] != nil, "\(file): \(name)")
            }
        }
    }

    @Test("An answer is shown with its question, everything escaped, and its title says what it is")
    func answer() async throws {
        try await Scene().test { client in
            let page = try await client.post("/", "question=la+piscine+est+ouverte+%22%CC%81+%3Cb%3E+%3F")
            #expect(page.status == .ok)
            #expect(page.text.contains("la piscine est ouverte &quot;\u{301} &lt;b&gt; ?"))
            #expect(page.text.contains("<title>Réponse - Mairie de Valclair</title>"))
            #expect(page.text.contains("<html lang=\"fr\" dir=\"ltr\""))
            #expect(!page.text.contains("<audio") && !page.text.contains("style="))
            #expect(page.headers[.cacheControl] == "no-store" && page.headers[.setCookie] == nil)
        }
    }

    @Test("A question's choices are buttons of the form that has no field, so that Enter never presses one")
    func choices() async throws {
        try await Scene().test { client in
            let page = try await client.post("/", "question=refaire+ma+carte+d%27identit%C3%A9")
            #expect(page.text.contains("<title>Une précision à donner - Mairie de Valclair</title>"))
            #expect(page.text.contains("<button type=\"submit\" form=\"choose\" name=\"choice\" value=\""))
            #expect(!page.text.contains("form=\"ask\""))
            let id = try client.conversation(in: page)
            let match = try #require(page.text.firstMatch(of: try Regex("name=\"choice\" value=\"([^\"]+)\">([^<]+)<")))
            let (choice, label) = (String(match[1].substring ?? ""), String(match[2].substring ?? ""))
            let next = try await client.post("/", "conversation=\(id)&choice=\(choice)")
            #expect(next.text.contains("<span>\(label)</span>"))
        }
    }

    @Test("The script gets the answer alone, or the sentence of an error")
    func fragment() async throws {
        try await Scene().test { client in
            let type = "text/vnd.parvis.exchange+html"
            let answer = try await client.post("/", "question=bonjour", accept: type)
            #expect(answer.headers[.contentType] == type + "; charset=utf-8")
            #expect(answer.text.hasPrefix("<article") && !answer.text.contains("<html"))
            let error = try await client.post("/", "question=+", accept: type)
            #expect(error.status == .unprocessableContent && !error.text.contains("<"))
        }
    }

    @Test("What is said last is shown again without a turn, in the display and the language that were asked for")
    func again() async throws {
        try await Scene().test { client in
            let id = try client.conversation(in: try await client.post("/", "question=la+piscine+est+ouverte+%3F"))
            let again = try await client.post("/", "conversation=\(id)&set=display&size=large&colours=dark")
            #expect(again.text.contains("class=\"size-large colours-dark\""))
            #expect(again.text.contains("piscine"))
            let print = try await client.post("/imprimer", "conversation=\(id)")
            #expect(print.text.contains("large-print") && print.text.contains("piscine"))
            let nothing = try await client.post("/imprimer", "conversation=")
            #expect(nothing.text.contains("pas encore de réponse"))
        }
    }

    @Test("What is erased is gone")
    func erased() async throws {
        let scene = try Scene()
        try await scene.test { client in
            let id = try client.conversation(in: try await client.post("/", "question=bonjour"))
            let page = try await client.post("/", "conversation=\(id)&act=erase")
            #expect(page.text.contains("effacé") && !page.text.contains(id))
            #expect(scene.commune.language(of: id) == nil)
        }
    }

    @Test("Where there is a voice, an answer can be heard, by an address that is not the conversation's")
    func sound() async throws {
        let words = [SpokenSound.Word(offset: 0, length: 2, at: 10)]
        var site = try Scene().site
        site.voice = { text, language in SpokenSound(wav: Array((language + " " + text).utf8), words: words) }
        try await WebServer(site).application().test(.router) { client in
            let page = try await client.post("/", "question=la+piscine+est+ouverte+%3F")
            let match = try #require(page.text.firstMatch(of: try Regex("src=\"(/lire/[A-Za-z0-9_-]{22})\"")))
            let address = String(match[1].substring ?? "")
            #expect(!address.contains(try client.conversation(in: page)))
            let sound = try await client.ask(.get, address)
            #expect(sound.headers[.contentType] == "audio/wav")
            #expect(sound.text.hasPrefix("fr ") && sound.text.contains("piscine"))
            let part = try await client.ask(.get, address, headers: [.range: "bytes=0-2"])
            #expect(part.status == .partialContent && part.text == "fr ")
            #expect(part.headers[.contentRange]?.hasPrefix("bytes 0-2/") == true)
            #expect(try await client.ask(.get, address + "/mots").text.contains("\"at\":10"))
            #expect(try await client.ask(.get, "/lire/no-such-text").status == .notFound)
        }
    }

    @Test("Every problem has a page in the town's frame", arguments: Problem.Kind.allCases)
    func errors(_ kind: Problem.Kind) throws {
        let site = try Scene().site
        let pages = ErrorPages(Pages(commune: site.communes[0], site: site))
        #expect(pages.page(kind, language: nil) != nil)
    }

    @Test(
        "Pages that are read, and files, are there",
        arguments: [
            ("/", "text/html"), ("/accessibilite", "text/html"), ("/donnees-personnelles", "text/html"),
            ("/widget", "text/html"), ("/widget/exemple", "text/html"), ("/kiosk", "text/html"),
            ("/page.css", "text/css"), ("/colours.css", "text/css"), ("/kiosk-sizes.css", "text/css"),
            ("/page.js", "text/javascript"), ("/kiosk.js", "text/javascript"), ("/widget.js", "text/javascript"),
            ("/icon.svg", "image/svg+xml"),
        ])
    func there(_ path: String, _ type: String) async throws {
        try await Scene().test { client in
            let answer = try await client.ask(.get, path)
            #expect(answer.status == .ok && answer.headers[.contentType]?.hasPrefix(type) == true)
            #expect(!answer.text.contains("[web."), "\(path)")
            // The words that only an audit may use are nowhere.
            if type == "text/html" { #expect(!answer.text.lowercased().contains("conforme"), "\(path)") }
            if path == "/widget.js" { #expect(!answer.text.contains("__SETTINGS__")) }
        }
    }
}

@Suite("Sounds that wait to be heard")
struct SoundsTests {
    @Test(
        "are given in parts to who asks for one, out of ten bytes",
        arguments: [
            (nil, .whole), ("bytes=0-", .part(0..<10)), ("bytes=2-4", .part(2..<5)), ("bytes=8-99", .part(8..<10)),
            ("bytes=-3", .part(7..<10)), ("bytes=-99", .part(0..<10)), ("bytes=10-", .outside), ("bytes=-0", .outside),
            ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole), ("lines=0-1", .whole), ("bytes=+1-2", .whole),
            ("bytes=99999999999999999999-", .whole), ("bytes=-", .whole),
        ] as [(String?, ByteRange)])
    func parts(_ header: String?, _ expected: ByteRange) { #expect(ByteRange(header, of: 10) == expected) }

    @Test("are asked for again after the voice failed")
    func failure() async throws {
        let calls = Mutex(0)
        let sounds = Sounds(voice: { text, _ in
            calls.withLock { $0 += 1 }
            return calls.withLock { $0 } == 1 ? nil : SpokenSound(wav: Array(text.utf8))
        })
        let id = String(sounds.address(of: "a", "fr").dropFirst("/lire/".count))
        #expect(await sounds.sound(id) == nil)
        #expect(await sounds.sound(id) == SpokenSound(wav: [0x61]))
    }

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
