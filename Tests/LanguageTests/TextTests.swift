import Language
import Testing

@Suite("French text")
struct TextTests {
    let french = French(words: ["text": ["whole": ["aujourd'hui", "quelqu'un"]]])

    @Test(
        "A text is cut into words",
        arguments: [
            ("L’école est-elle ouverte ?", "l ecole est elle ouverte"),
            ("l ecole", "l ecole"),
            ("Aujourd'hui, jusqu'à 8h30…", "aujourd'hui jusqu a 8h30"),
            ("AUJOURD’HUI", "aujourd'hui"),
            ("aujourd hui", "aujourd'hui"),
            ("Où est l'œuvre de Zoé ?", "ou est l oeuvre de zoe"),
            ("e\u{301}cole 🏫 du 14/07", "ecole du 14 07"),
            ("4,50 €", "4 50 €"),
            ("", ""),
            ("?!…", ""),
            ("مدرسة Школа", "مدرسة школа"),
        ])
    func words(text: String, expected: String) {
        #expect(french.tokens(in: text).map(\.folded).joined(separator: " ") == expected)
    }
}
