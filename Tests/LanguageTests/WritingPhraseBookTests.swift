import CivilTime
import Diagnostics
import Language
import Testing

@Suite("The phrase book")
struct WritingPhraseBookTests {
    private static let today = Day(iso: "2026-11-21") ?? Day(number: 0)
    private static let thursday = Value.day(Day(iso: "2026-11-26") ?? Day(number: 0))

    /// A book with one topic `t` whose phrase `p` is the given text.
    private func book(_ text: String, simple: String? = nil) -> PhraseBook {
        var words = TopicWords()
        words.phrases = ["p": Wording(text: text, simple: simple), "in": Wording(text: "à {time}")]
        words.terms = ["desk": Noun("l'accueil"), "bins": Noun("les poubelles")]
        var core = TopicWords()
        core.terms = ["hall": Noun("la mairie")]
        return PhraseBook(
            files: LocaleFiles(language: "fr", topics: ["t": words, "core": core]), rules: TestFrench.rules)
    }

    @Test(
        "A wording is filled with its values",
        arguments: [
            (
                "{stream} passe {day}.", ["stream": .text("la poubelle jaune"), "day": thursday],
                "la poubelle jaune passe jeudi 26 novembre."
            ),
            ("{day:weekday} soir", ["day": thursday], "jeudi soir"),
            ("à partir {de day:date}", ["day": thursday], "à partir du 26 novembre 2026"),
            ("près {de place}", ["place": .noun(Noun("le marché"))], "près du marché"),
            (
                "allez {à place}", ["place": .list([.noun(Noun("le marché")), .term("desk")])],
                "allez au marché et à l'accueil"
            ),
            ("{n} {n?jour|jours}", ["n": .count(1)], "1 jour"), ("{n} {n?jour|jours}", ["n": .count(3)], "3 jours"),
            (
                "{place} est {place?ouvert|ouverte|ouverts|ouvertes}", ["place": .noun(Noun("la piscine"))],
                "la piscine est ouverte"
            ),
            (
                "{place} sont {place?ouvert|ouverte|ouverts|ouvertes}", ["place": .term("bins")],
                "les poubelles sont ouvertes"
            ),
            (
                "{p} sont {p?beau|belle|beaux|belles}", ["p": .list([.text("la rue"), .text("la place")])],
                "la rue et la place sont belles"
            ),
            ("oui[, {street}].", [:], "oui."), ("oui[, {street}].", ["street": .text("rue Haute")], "oui, rue Haute."),
            ("demandez {à desk}", [:], "demandez à l'accueil"), ("demandez {à core.hall}", [:], "demandez à la mairie"),
            ("venez {time}", ["time": .phrase(Phrase("t.in", ["time": .clock(510)]))], "venez à 8 h 30"),
            ("{a}.", ["a": .text("C'est gratuit.")], "C'est gratuit."), ("{a}.", [:], "[a]."),
            ("{a}", ["a": .term("x")], "[x]"),
            ("{a", [:], "{a"), ("a] b", [:], "a] b"), ("[a", [:], "a"), ("{}", [:], "[]"),
            ("{a?}", ["a": .count(1)], ""), ("", [:], ""),
            ("{l}", ["l": .list([])], ""),
        ] as [(String, [String: Value], String)])
    func fill(text: String, values: [String: Value], expected: String) {
        #expect(book(text).write(Phrase("t.p", values), form: .text, today: Self.today) == expected)
    }

    @Test("Each form has its wording, and the ear gets words")
    func forms() {
        let book = book("venez {à time}, salle 2", simple: "venez à {time}")
        let phrase = Phrase("t.p", ["time": .clock(510)])
        #expect(book.sentence(phrase, form: .text, today: Self.today) == "Venez à 8 h 30, salle 2.")
        #expect(book.sentence(phrase, form: .simple, today: Self.today) == "Venez à 8 h 30.")
        #expect(book.sentence(phrase, form: .speech, today: Self.today) == "Venez à huit heures trente, salle deux.")
        #expect(book.sentence(.text(["fr": "c'est 4 €"]), form: .speech, today: Self.today) == "C'est quatre euros.")
        #expect(book.sentence(Phrase("t.none"), form: .text, today: Self.today) == "[t.none].")
        #expect(book.sentence(Phrase("none"), form: .text, today: Self.today) == "[None].")
    }

    @Test(
        "A wording that is wrong is said",
        arguments: [
            ("{a", "locale.bad-placeholder"), ("a]", "locale.bad-placeholder"), ("[a", "locale.bad-placeholder"),
            ("{}", "locale.bad-placeholder"), ("{a b c}", "locale.bad-placeholder"),
            ("{a?b|c|d}", "locale.bad-placeholder"),
            ("{vers a}", "locale.unknown-preposition"), ("[{a:weekdy}]", "locale.unknown-style"),
            ("{de a:weekday}", nil),
        ])
    func wordings(text: String, code: String?) {
        let found = book(text).check()
        #expect(found.map(\.code) == [code].compactMap { $0 })
        #expect(found.allSatisfy { $0.file == "t.yaml" })
    }

    @Test(
        "A phrase that cannot be written is said",
        arguments: [
            (Phrase("t.p", ["a": .text("b")]), []), (Phrase("t.p"), ["locale.missing-value"]),
            (Phrase("t.q"), ["locale.missing-phrase"]), (Phrase("t.p", ["a": .term("x")]), ["locale.missing-term"]),
            (Phrase("t.p", ["a": .list([.phrase(Phrase("t.in"))])]), ["locale.missing-value"]), (.text([:]), []),
        ])
    func phrases(phrase: Phrase, codes: [String]) {
        #expect(book("{a}[, {b}] {desk}").check(phrase).map(\.code) == codes)
    }

    @Test("Every wording of the repository is well formed")
    func repository() {
        #expect(PhraseBook(files: TestFrench.files, rules: TestFrench.rules).check() == [])
        #expect(LocaleFiles.load(directory: TestFrench.folder).diagnostics == [])
    }
}
