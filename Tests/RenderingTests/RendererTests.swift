import CivilTime
import Language
import Rendering
import Testing
import TopicKit

@Suite("A reply as lines")
struct RendererTests {
    private func lines(_ reply: Reply, _ content: Renderer.Content = .answer, _ form: Form = .text) -> [String] {
        Sample.renderer.lines(reply, content, form: form, today: Sample.today)
    }

    @Test("Statements are one paragraph; the source comes last, once, in writing only")
    func statements() {
        let reply = Reply(
            .answered,
            [.statement(Sample.text("la poubelle jaune passe à 8 h 30")), .statement(Sample.text("sortez-la."))],
            evidence: [Sample.calendar, Sample.calendar])
        let answer = "La poubelle jaune passe à 8 h 30. Sortez-la."
        #expect(lines(reply) == [answer, "Source : le calendrier de collecte 2026-2028, Mairie de Valclair."])
        #expect(lines(reply, .answer, .simple) == [answer])
        #expect(
            Sample.renderer.speech(reply, today: Sample.today)
                == "La poubelle jaune passe à huit heures trente. Sortez-la.")
    }

    @Test("Lists and steps are numbered after their title")
    func lists() {
        let title = Sample.text("il faut 2 papiers")
        let items = [Sample.text("votre ancienne carte"), Sample.text("une photo.")]
        let written = ["Il faut 2 papiers.", "1. Votre ancienne carte.", "2. Une photo."]
        #expect(lines(Reply(.answered, [.list(title: title, items: items)])) == written)
        #expect(lines(Reply(.answered, [.steps(title: title, items: items)])) == written)
        #expect(
            Sample.renderer.speech(Reply(.answered, [.steps(title: title, items: items)]), today: Sample.today)
                == "Il faut deux papiers. Un. Votre ancienne carte. Deux. Une photo.")
        #expect(
            lines(Reply(.answered, [.list(title: title, items: [items[1]])])) == ["Il faut 2 papiers.", "Une photo."])
    }

    @Test("A schedule is a sentence a row")
    func schedule() {
        let row = Reply.Row(head: Sample.text("lundi"), body: Sample.text("de 8 h 30 à 12 h"))
        let reply = Reply(.answered, [.schedule(title: Sample.text("voici les horaires :"), rows: [row])])
        #expect(lines(reply) == ["Voici les horaires :", "Lundi : de 8 h 30 à 12 h."])
    }

    @Test("A contact is written in full and said with one way to reach it")
    func contact() {
        let contact = Contact(
            name: "l'accueil de la mairie", phone: "0199001200", email: "accueil@valclair.example",
            address: "1 place de la Mairie", url: "https://valclair.example/contact")
        let reply = Reply(.unknown, [.contact(contact)])
        #expect(
            lines(reply) == [
                "L'accueil de la mairie peut vous aider.", "Téléphone : 01 99 00 12 00.",
                "Adresse : 1 place de la Mairie.",
                "E-mail : accueil@valclair.example.", "Site internet :", "https://valclair.example/contact",
            ])
        #expect(
            Sample.renderer.speech(reply, today: Sample.today)
                == "L'accueil de la mairie peut vous aider. Appelez le zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, zéro zéro."
        )
        #expect(lines(Reply(.unknown, [.contact(Contact(name: "les agents"))])) == ["Les agents peuvent vous aider."])
    }

    @Test("An address is alone on its line, and said only when asked for")
    func links() {
        let link = Link(purpose: Sample.text("prendre rendez-vous."), url: "https://valclair.example/rdv")
        let reply = Reply(.answered, [.statement(Sample.text("c'est gratuit")), .link(link), .link(link)])
        #expect(lines(reply).suffix(2) == ["Prendre rendez-vous :", "https://valclair.example/rdv"])
        #expect(
            Sample.renderer.speech(reply, today: Sample.today)
                == "C'est gratuit. Pour avoir l'adresse du site, dites : lien.")
        #expect(lines(reply, .links) == ["Prendre rendez-vous :", "https://valclair.example/rdv"])
        #expect(
            Sample.renderer.speech(reply, .links, today: Sample.today)
                == "Prendre rendez-vous : Valclair point example barre oblique rdv.")
        #expect(lines(Reply(), .links) == ["Je n'ai pas de lien pour cette réponse."])
        #expect(Sample.renderer.links(reply, today: Sample.today).map(\.purpose) == ["Prendre rendez-vous"])
    }

    @Test(
        "Choices are listed where the question does not name them",
        arguments: [
            ("C'est une première carte, ou une carte à refaire ?", ["une première carte", "une carte à refaire"], 1),
            ("Pourquoi refaire la carte ?", ["une carte perdue", "une carte volée"], 4), ("Quelle rue ?", [], 1),
        ])
    func questions(prompt: String, labels: [String], count: Int) {
        let choices = labels.map { Question.Choice(id: $0, label: Sample.text($0)) }
        let question = Question(slot: "s", prompt: Sample.text(prompt), choices: choices)
        let found = lines(.asking(question))
        #expect(found.count == count)
        #expect(found.first == prompt)
        if count > 1 {
            #expect(found[1...] == ["Il y a 2 réponses possibles.", "1. Une carte perdue.", "2. Une carte volée."])
        }
        #expect(Sample.renderer.choices(question, today: Sample.today) == labels)
    }

    @Test("Details say the records' own words and where the facts come from")
    func details() {
        let reply = Reply(
            .answered, [.quotation(text: "➡️ Concert gratuit\n• buvette & jeux 🎉", source: "l'agenda")],
            details: [.statement(Sample.text("le camion passe tôt"))], evidence: [Sample.calendar])
        #expect(lines(reply).count == 1)
        #expect(
            lines(reply, .details) == [
                "Le camion passe tôt.", "Voici le texte de l'agenda :", "Concert gratuit.", "Buvette et jeux.",
                "Cette réponse vient du calendrier de collecte 2026-2028, Mairie de Valclair. Ce document date du 15 juin 2026. Il est valable jusqu'au 31 août 2028.",
                "Pour en savoir plus :", "https://valclair.example/dechets",
            ])
        #expect(!Sample.renderer.speech(reply, .details, today: Sample.today).contains("https"))
        #expect(lines(Reply(), .details) == ["Je n'ai pas d'autre détail."])
    }

    @Test("Nothing to say is no line", arguments: Form.allCases)
    func nothing(form: Form) {
        #expect(lines(Reply(), .answer, form) == [])
        #expect(lines(Reply(.answered, [.statement(Sample.text(""))]), .answer, form) == [])
    }
}
