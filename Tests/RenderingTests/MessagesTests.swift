import Language
import Rendering
import Testing
import TopicKit

@Suite("A reply as short messages")
struct MessagesTests {
    private func messages(_ reply: Reply, _ content: Renderer.Content = .answer) -> [String] {
        messagesOf(reply, content).map(\.text)
    }

    private func messagesOf(_ reply: Reply, _ content: Renderer.Content = .answer) -> [TextMessage] {
        Sample.renderer.messages(reply, content, town: "Valclair", today: Sample.today)
    }

    private func saying(_ text: String) -> Reply { Reply(.answered, [.statement(Sample.text(text))]) }

    @Test(
        "Characters outside the alphabet are replaced where the meaning stays",
        arguments: [
            ("le reçu du garçon", "le recu du garcon"), ("la fête à l'hôtel", "la fète à l'hotel"),
            ("c'est sûr, pas sur", "c'est sùr, pas sur"), ("du maïs, mais dû", "du maìs, mais dù"),
            ("ça coûte 5 €", "cela coute 5 €"), ("« Œuvre » d’été…", "\"Oeuvre\" d'été..."), ("la tête", "la tete"),
            ("À l'âge de 3 ans", "A l'age de 3 ans"), ("n° 12 – Noël", "numéro 12 - Noel"),
            ("gâteau 🎂 ici", "gateau   ici"),
            ("déjà où l'été", "déjà où l'été"), ("l'île du pêcheur", "l'ile du pècheur"), ("Tâche", "Tàche"),
        ])
    func alphabet(text: String, expected: String) {
        let found = messagesOf(saying("x " + text + "."))
        #expect(found.map(\.text) == ["Mairie de Valclair : x \(expected)."].map { $0.replacing("   ", with: " ") })
        #expect(found.allSatisfy { $0.isGSM })
    }

    @Test(
        "Segments are counted as a network does",
        arguments: [
            (String(repeating: "a", count: 160), 1), (String(repeating: "a", count: 161), 2),
            (String(repeating: "a", count: 306), 2),
            (String(repeating: "a", count: 307), 3), (String(repeating: "€", count: 80), 1),
            (String(repeating: "€", count: 81), 2),
            // An escape and its sign stay in one part: 76 signs of two in 153.
            (String(repeating: "€", count: 152), 2), (String(repeating: "€", count: 153), 3),
            (String(repeating: "ç", count: 70), 1), (String(repeating: "ç", count: 71), 2),
            (String(repeating: "ç", count: 135), 3),
            ("", 1), (String(repeating: "😀", count: 35), 1), (String(repeating: "😀", count: 67), 3),
        ])
    func segments(text: String, segments: Int) { #expect(TextMessage(text).segments == segments) }

    @Test("A message begins with the town hall, the answer goes on after the colon; no source")
    func first() {
        let reply = Reply(
            .answered, [.statement(Sample.text("la poubelle jaune passe mardi. Sortez-la."))],
            evidence: [Sample.calendar])
        #expect(messages(reply) == ["Mairie de Valclair : la poubelle jaune passe mardi. Sortez-la."])
    }

    @Test("A long answer is paged: two segments a message, and how to go on but at the end", arguments: [3, 10, 40])
    func paged(count: Int) {
        let sentences = (1...count).map { "La collecte numéro \($0) passe le jeudi 26 novembre à 8 h 30." }
        let found = messagesOf(saying(sentences.joined(separator: " ")))
        #expect(found.allSatisfy { $0.segments <= 2 && $0.text.hasPrefix("Mairie de Valclair : ") })
        #expect(found.dropLast().allSatisfy { $0.text.hasSuffix("\nRépondez : suite.") })
        #expect(found.last?.text.contains("Répondez") == false)
        for sentence in sentences {
            #expect(found.filter { $0.text.lowercased().contains(sentence.lowercased()) }.count == 1)
        }
    }

    @Test("A sentence longer than a message is cut between words")
    func endless() {
        let found = messagesOf(saying("x " + String(repeating: "beaucoup de mots ", count: 60)))
        #expect(found.count > 2)
        #expect(found.allSatisfy { $0.segments <= 2 })
    }

    @Test("There is one link at most, the short one where the town has it")
    func links() {
        let links = ["https://valclair.example/rendez-vous/carte", "https://valclair.example/b"].map {
            Reply.Part.link(Link(purpose: Sample.text("prendre rendez-vous"), url: $0))
        }
        let renderer = Renderer(
            book: Sample.renderer.book,
            shortLinks: ["https://valclair.example/rendez-vous/carte": "valclair.example/rdv"])
        let reply = Reply(.answered, [.statement(Sample.text("c'est gratuit"))] + links)
        #expect(
            renderer.messages(reply, town: "Valclair", today: Sample.today).map(\.text)
                == ["Mairie de Valclair : c'est gratuit.\nPrendre rendez-vous : valclair.example/rdv"])
        #expect(renderer.lines(reply, .links, today: Sample.today)[1] == "valclair.example/rdv")
        #expect(renderer.links(reply, today: Sample.today).map(\.short) == ["valclair.example/rdv", nil])
        #expect(renderer.lines(reply, today: Sample.today)[2] == "https://valclair.example/rendez-vous/carte")
    }

    @Test("Nothing to say is no message")
    func nothing() { #expect(messages(Reply()) == []) }
}
