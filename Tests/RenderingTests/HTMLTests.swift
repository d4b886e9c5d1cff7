import Language
import Rendering
import Testing
import TopicKit

@Suite("A reply as a fragment of a page")
struct HTMLTests {
    private func html(
        _ parts: [Reply.Part], question: Question? = nil, _ content: Renderer.Content = .answer,
        evidence: [Evidence] = [],
        language: String? = "fr"
    ) -> String {
        Sample.renderer.html(
            Reply(.answered, parts, question: question, evidence: evidence), content, recordLanguage: language,
            today: Sample.today)
    }

    @Test("Everything is escaped")
    func escaped() {
        #expect(
            html([.statement(Sample.text("<script>alert(\"a\" & 'b')</script>"))])
                == "<p>&lt;Script&gt;alert(&quot;a&quot; &amp; 'b')&lt;/script&gt;.</p>")
        let link = Link(purpose: Sample.text("cliquer"), url: "javascript:alert(1)")
        #expect(html([.link(link)]) == "<p>Cliquer</p>")
        let quoted = Link(purpose: Sample.text("voir <b>"), url: "https://a.example/?q=\"><script>")
        #expect(
            html([.link(quoted)])
                == "<p><a href=\"https://a.example/?q=&quot;&gt;&lt;script&gt;\">Voir &lt;b&gt;</a></p>")
    }

    @Test("Steps are an ordered list, things without an order another; statements are one paragraph")
    func lists() {
        let title = Sample.text("il faut 2 papiers")
        let items = [Sample.text("une carte"), Sample.text("une photo")]
        let list = "\n  <li>Une carte.</li>\n  <li>Une photo.</li>\n"
        #expect(html([.steps(title: title, items: items)]) == "<p>Il faut 2 papiers.</p>\n<ol>\(list)</ol>")
        #expect(html([.list(title: title, items: items)]) == "<p>Il faut 2 papiers.</p>\n<ul>\(list)</ul>")
        #expect(html([.statement(items[0]), .statement(items[1])]) == "<p>Une carte. Une photo.</p>")
        let row = Reply.Row(head: Sample.text("lundi"), body: Sample.text("de 8 h à 12 h"))
        #expect(
            html([.schedule(title: Sample.text("horaires :"), rows: [row, row])])
                == "<p>Horaires :</p>\n<ul>\n  <li>Lundi : de 8 h à 12 h.</li>\n  <li>Lundi : de 8 h à 12 h.</li>\n</ul>"
        )
    }

    @Test("A question's choices are an ordered list")
    func question() {
        let question = Question(
            slot: "s", prompt: Sample.text("Pourquoi ?"),
            choices: ["perdue", "volée"].map { Question.Choice(id: $0, label: Sample.text($0)) }, canSkip: true)
        #expect(
            html([], question: question)
                == "<p>Pourquoi ?</p>\n<p>Il y a 2 réponses possibles.</p>\n<ol>\n  <li>Perdue.</li>\n  <li>Volée.</li>\n</ol>\n<p>Pour ne pas répondre, dites : je passe.</p>"
        )
    }

    @Test("A contact is an address whose number can be dialled")
    func contact() {
        let contact = Contact(
            name: "l'accueil", phone: "0199001200", email: "a@valclair.example", url: "https://valclair.example/contact"
        )
        let text = html([.contact(contact)])
        #expect(text.hasPrefix("<address>\n<p>L'accueil peut vous aider.</p>"))
        #expect(text.contains("<a href=\"tel:0199001200\">01 99 00 12 00</a>"))
        #expect(text.contains("<a href=\"mailto:a@valclair.example\">a@valclair.example</a>"))
        #expect(text.contains("<a href=\"https://valclair.example/contact\">La page internet de l'accueil</a>"))
    }

    @Test("What is in another language says so")
    func languages() {
        let foreign = Phrase.text(["en": "the <yellow> bin"])
        #expect(html([.statement(foreign)]) == "<p><span lang=\"en\">the &lt;yellow&gt; bin</span>.</p>")
        #expect(
            html([.statement(Sample.text("a"))], evidence: [Sample.calendar], language: "br").contains(
                "<p>Source : <span lang=\"br\">le calendrier de collecte 2026-2028</span>, <span lang=\"br\">Mairie de Valclair</span>.</p>"
            ))
        #expect(!html([.statement(Sample.text("a"))], evidence: [Sample.calendar]).contains("lang"))
        #expect(
            html([.quotation(text: "Demat ☃", source: "x")], .details, language: "br").contains(
                "<blockquote lang=\"br\"><p>Demat.</p></blockquote>"))
    }

    @Test("Details, links and spelling", arguments: Renderer.Content.allCases)
    func contents(content: Renderer.Content) {
        let text = html([.statement(Sample.text("a"))], content, evidence: [Sample.calendar])
        #expect(text.hasPrefix("<p>") && text.hasSuffix("</p>"))
        #expect(!text.contains("style=") && !text.contains("id="))
    }
}
