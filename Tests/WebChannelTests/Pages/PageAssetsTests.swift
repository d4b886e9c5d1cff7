import Assistant
import Dialogue
import Foundation
import Testing

@testable import WebChannel

@Suite("Templates and what is filled into them")
struct PageAssetsTests {
    private static let folder = (DataRoot.find()?.path ?? "") + "/Web"

    @Test("All are well formed, and the files are there")
    func whole() {
        let assets = PageAssets(folder: Self.folder)
        #expect(assets.broken == [])
        for name in ["page.css", "page.js", "widget.js", "widget.css", "kiosk.css", "kiosk.js"] {
            #expect(assets[name]?.isEmpty == false, "\(name)")
        }
        #expect((assets["page.js"]?.count ?? .max) <= 15_000)
    }

    /// A page with one template, to see what becomes of a text in it.
    private func render(_ template: String, _ text: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "web-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(template.utf8).write(to: folder.appending(path: "a.mustache"))
        try Data("<i>{{text}}</i>".utf8).write(to: folder.appending(path: "part.mustache"))
        return try PageAssets(folder: folder.path).render("a", ["text": text])
    }

    @Test(
        "A text closes no element and no attribute, in a template or in a part of it",
        arguments: [
            ("<b>", "&lt;b&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("a & b", "a &amp; b"),
            // A combining sign after the mark makes it another character, not another scalar.
            ("\"\u{301} onfocus=x", "&quot;\u{301} onfocus=x"), ("<\u{338}b", "&lt;\u{338}b"),
            ("'\u{fe0f}", "&#39;\u{fe0f}"), ("{{text}}", "{{text}}"),
        ])
    func escaped(_ text: String, _ expected: String) throws {
        #expect(
            try render("<p title=\"{{text}}\">{{text}}</p>{{> part}}", text)
                == "<p title=\"\(expected)\">\(expected)</p><i>\(expected)</i>")
    }

    @Test("A template that is wrong is named, and the others stay")
    func broken() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "web-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("{{#a}}".utf8).write(to: folder.appending(path: "bad.mustache"))
        try Data("ok".utf8).write(to: folder.appending(path: "good.mustache"))
        let assets = PageAssets(folder: folder.path)
        #expect(assets.broken == ["bad"])
        #expect(try assets.render("good", [:]) == "ok")
        #expect(throws: Problem(.unavailable)) { try assets.render("bad", [:]) }
    }

    @Test("No template and no script holds a style or a script of its own, which the policy forbids")
    func policy() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder) where name.hasSuffix(".mustache") {
            let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
            #expect(!text.contains("style="), "\(name)")
            #expect(!text.contains("<style"), "\(name)")
            #expect(!text.contains("<script>"), "\(name)")
            #expect(text.firstMatch(of: try Regex(" on[a-z]+=\"")) == nil, "\(name)")
            // What is not escaped is markup that Swift made.
            for match in text.matches(of: try Regex("\\{\\{\\{([a-z]+)\\}\\}\\}")) {
                #expect(["html", "contact", "code"].contains(String(match[1].substring ?? "")), "\(name)")
            }
        }
    }
}

@Suite("What forms send")
struct PageFormTests {
    @Test(
        "is understood, and nothing else is",
        arguments: [
            (PageForm(question: "  bonjour "), PageForm.Asked.words("bonjour")), (PageForm(question: " \n"), .nothing),
            (PageForm(question: String(repeating: "a", count: 501)), .tooLong),
            (PageForm(choice: "cni"), .choice("cni")),
            (PageForm(choice: String(repeating: "a", count: 201)), .unknown), (PageForm(act: "erase"), .act(.erase)),
            (PageForm(act: "explode"), .unknown), (PageForm(), .unknown),
            (PageForm(set: "display", size: "large"), .again(language: nil)),
            (PageForm(speak: "en"), .again(language: "en")),
        ])
    func asked(_ form: PageForm, _ asked: PageForm.Asked) { #expect(form.asked == asked) }

    @Test("sets only sizes and colours that there are")
    func display() {
        #expect(Display(size: "large", colours: "dark").classes == ["size-large", "colours-dark"])
        #expect(Display(size: "\"><script>", colours: "x y").classes == ["size-normal", "colours-system"])
    }
}
