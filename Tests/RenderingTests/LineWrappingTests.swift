import Rendering
import Testing

@Suite("Lines that fit")
struct LineWrappingTests {
    @Test(
        "Words are never cut, addresses break after a slash",
        arguments: [
            (nil, "un deux  trois", ["un deux trois"]), (nil, "", []), (60, "", []), (1, "un deux", ["un", "deux"]),
            (
                60, "Pour prendre rendez-vous, il faut venir à l'accueil de la mairie le matin.",
                ["Pour prendre rendez-vous, il faut venir à l'accueil de la", "mairie le matin."]
            ),
            (20, "https://valclair.example/contact/rdv", ["https://", "valclair.example/", "contact/rdv"]),
            (20, "anticonstitutionnellement oui", ["anticonstitutionnellement", "oui"]),
            (8, "a/b/c/d/e/f/g/h/", ["a/b/c/d/", "e/f/g/h/"]), (41, "a\u{1B}[2Jb\u{7}\u{D}c\u{0}d", ["a [2Jb c d"]),
            (
                44, "Pour partir, écrivez maintenant le mot bref : quitter.",
                ["Pour partir, écrivez maintenant le mot", "bref : quitter."]
            ),
            (
                44, "Ouvert toute la semaine et le samedi de 8 h 30 à 12 h.",
                ["Ouvert toute la semaine et le samedi de", "8 h 30 à 12 h."]
            ),
            (
                44, "Appelez la mairie, vite, au 01 99 00 12 00 ou 112 !",
                ["Appelez la mairie, vite, au 01 99 00 12 00", "ou 112 !"]
            ),
        ] as [(Int?, String, [String])])
    func wrap(limit: Int?, text: String, expected: [String]) {
        #expect(LineWrapping(limit: limit).lines(text) == expected)
    }

    @Test("A line is as wide as the measure says")
    func measured() {
        let doubled = LineWrapping(limit: 8) { 2 * $0.count }
        #expect(doubled.lines("ab cd ef") == ["ab", "cd", "ef"])
        #expect(LineWrapping(limit: 8).lines("ab cd ef") == ["ab cd ef"])
    }
}
