import Foundation
import Language
import Testing

@Suite("Speller: sentences for understanding")
struct SpellerTests {
    @Test(
        "Misspelt words become right ones, right words stay",
        arguments: [
            ("c kan le ramassage des poubel", "c est quand le ramassage des poubelle"),
            ("g perdu mon passepor", "j ai perdu mon passeport"),
            ("jvoudrai un rdv", "je voudrais un rendez vous"),
            ("keske je fait de mes encombran", "qu est ce que je fait de mes encombrant"),
            ("le jour delapoubelle", "le jour de la poubelle"),
            ("carte didentite", "carte d identite"),
            ("la pou belle jaune", "la poubelle jaune"), ("le re cyclage", "le recyclage"),
            ("la biblioteque aujourd hui", "la bibliotheque aujourd'hui"),
            ("vendrdi prochin", "vendredi prochain"),
            ("Quel est le menu de jeudi ?", "quel est le menu de jeudi"),
            ("l'école est-elle ouverte", "l ecole est elle ouverte"),
            ("rue du 8 mai 1945 🙂", "rue du 8 mai 1945"), ("где мусор", "где мусор"),
        ])
    func understood(text: String, expected: String) {
        #expect(Spelling.understood(text) == expected)
    }

    @Test("A replaced word keeps the person's letters and its place; several words share them")
    func places() {
        let text = "c kan, la pou belle ?"
        let tokens: [Token] = Spelling.speller.corrected(Reading.french.tokens(in: text))
        #expect(tokens.map(\.text) == ["c", "", "kan", "la", "pou belle"])
        #expect(tokens.map(\.folded) == ["c", "est", "quand", "la", "poubelle"])
        #expect(tokens.map(\.link) == [.joined, .space, .comma, .space, .cut])
        #expect(tokens.map(\.start) == [0, 0, 2, 7, 10] && tokens.map(\.end) == [1, 1, 5, 9, 19])
        #expect(tokens.text(of: 0..<3) == "c kan" && tokens[1].sound == Reading.french.soundKey(of: "est"))
    }

    @Test("A favoured word is right and wins")
    func favoured() {
        let words = TestFrench.files.words
        let plain = Speller(rules: Reading.french, lexicon: Spelling.lexicon, words: words)
        let town = Speller(
            rules: Reading.french, lexicon: Spelling.lexicon, words: words,
            favouring: ["Rue de Kervalinec", "kan passe"])
        #expect(plain.suggestions(for: "kervalinek").first != "kervalinec")
        #expect(town.suggestions(for: "kervalinek").first == "kervalinec")
        #expect(town.corrected("rue de Kervalinec") == "rue de Kervalinec")
        #expect(town.favouredWords.contains("kervalinec") && !town.favouredWords.contains("kan"))
    }

    @Test("Without a lexicon the short forms are still understood, and other words left alone")
    func withoutLexicon() {
        let speller = Speller(rules: Reading.french, lexicon: nil, words: TestFrench.files.words)
        #expect(speller.corrected("c koi la poubel") == "c'est quoi la poubel")
        #expect(speller.suggestions(for: "poubel").isEmpty)
    }

    @Test(
        "Any text is taken",
        arguments: [
            "", " ", "'", "''''", "-", "c", "c'", "’", "é", "\u{301}", "a\u{301}\u{301}\u{301}", "\u{0}\u{1}", "ﷺﷺ",
            "👩‍👩‍👧",
            "‮مرحبا", "ààààààà", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "x'x-x/x:x", "ŒŒŒ", "ẞ", "1er2e",
            "l l l l",
            "j j j", "qu' il", "@ # _ \\", "a.b", "http://", "\n\n\r\n", "ﬁn ﬂûte", "Ｐｏｕｂｅｌｌｅ",
        ])
    func anything(text: String) {
        let tokens: [Token] = Spelling.speller.corrected(Reading.french.tokens(in: text))
        #expect(tokens.allSatisfy { $0.start <= $0.end && $0.end <= text.utf8.count })
        let respelt: String = Spelling.speller.corrected(text)
        #expect(respelt.utf8.count < text.utf8.count * 4 + 40)
        _ = Spelling.speller.suggestions(for: text)
        _ = Spelling.speller.misspellings(in: text)
    }

    @Test("A long text is respelt to its end")
    func long() {
        let sentence = "c koi la poubel ? "
        let respelt: String = Spelling.speller.corrected(String(repeating: sentence, count: 500))
        let isRight = respelt == String(repeating: "c'est quoi la poubelle ? ", count: 500)
        #expect(isRight)
    }
}
