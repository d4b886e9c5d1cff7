import Foundation
import Language
import Testing

@Suite("Noise")
struct NoiseTests {
    private static let noise = Noise(words: TestFrench.files.words, rules: TestFrench.rules)

    /// Sentences long enough for a share of their words to mean something.
    private static let sentences = [
        "Bonjour, pourriez-vous me dire quand les éboueurs passeront rue des Acacias la semaine prochaine ?",
        "Je voudrais savoir si l'école élémentaire sera fermée jeudi matin à cause de la cérémonie du 11 novembre.",
        "Quels papiers faut-il apporter à la mairie pour refaire la carte d'identité de ma fille de 12 ans ?",
        "Est-ce que la déchetterie accepte les gravats et les vieux meubles des habitants de la commune ?",
        "Mon fils est allergique aux œufs, peut-il manger le gâteau prévu à la cantine vendredi prochain ?",
    ]

    @Test(
        "Each kind of error looks like what people write",
        arguments: [
            (.accents, "À côté de l'école, où est le théâtre ?", ["A cote de l'ecole, ou est le theatre ?"]),
            (.runTogether, "la piscine", ["lapiscine"]),
            (.runTogether, "12 rue", ["12 rue"]),
            (.phonetic, "eau", ["o", "au"]),
            (.sms, "demain", ["2main", "dmain", "dem1", "dem"]),
            (.sms, "Pourquoi", ["Pk", "Pkoi", "Pq", "Pourkoi"]),
            (.homophones, "où", ["ou"]),
            (.homophones, "menu", ["mais nous", "me nu", "mes nus"]),
        ] as [(Noise.Kind, String, [String])])
    func examples(kind: Noise.Kind, text: String, expected: [String]) {
        for seed in 0..<20 as Range<UInt64> {
            #expect(expected.contains(Self.noise.degraded(text, kind: kind, rate: 1, seed: seed)))
        }
    }

    @Test("A slip changes one or two letters", arguments: ["cantine", "Médiathèque", "poubelles"])
    func slips(word: String) {
        for seed in 0..<50 as Range<UInt64> {
            let slipped = Self.noise.degraded(word, kind: .keyboard, rate: 1, seed: seed)
            #expect(slipped != word)
            #expect(abs(slipped.count - word.count) <= 1)
            #expect(slipped.lowercased().difference(from: word.lowercased()).count <= 2)
        }
    }

    @Test("About the share of the words that was asked for is changed", arguments: Noise.Kind.allCases)
    func rate(kind: Noise.Kind) {
        for rate in [0.2, 0.33] {
            var (words, changed) = (0, 0)
            for (index, sentence) in Self.sentences.enumerated() {
                for seed in 0..<20 as Range<UInt64> {
                    let degraded = Self.noise.degraded(sentence, kind: kind, rate: rate, seed: seed &+ UInt64(index))
                    words += Self.words(sentence).count
                    changed += Self.changes(sentence, degraded)
                }
            }
            let share = Double(changed) / Double(words)
            // Accents are on one word in five of these; a space that is gone, or one more, changes two words.
            let range = kind == .accents ? 0.12...rate * 1.2 : rate * 0.7...rate * 2.2
            #expect(range.contains(share), "\(kind) \(rate): \(share)")
        }
    }

    @Test("The same seed gives the same text, another seed another", arguments: Noise.Kind.allCases)
    func deterministic(kind: Noise.Kind) {
        let text = Self.sentences.joined(separator: " ")
        let first = Self.noise.degraded(text, kind: kind, rate: 0.1, seed: 1)
        let again = Noise(words: TestFrench.files.words, rules: TestFrench.rules)
        #expect(again.degraded(text, kind: kind, rate: 0.1, seed: 1) == first)
        #expect(Self.noise.degraded(text, kind: kind, rate: 0.1, seed: 2) != first)
        #expect(Self.noise.degraded(text, kind: kind, rate: 0, seed: 1) == text)
    }

    @Test("Figures stay, signs stay, and nothing becomes empty", arguments: Noise.Kind.allCases)
    func kept(kind: Noise.Kind) {
        let texts = [
            "le 11/12 à 8h30 au 14 bis", "?", "", "   ", "é", "l'", "a b c", "🐙", "شكرا جزيلا", "12 34", "\u{0}\u{0}",
            "x² ½",
            "h", "c'est", "e\u{301}cole", "İstanbul'da", "aaaa \u{301}",
        ]
        for text in texts {
            for seed in 0..<10 as Range<UInt64> {
                let degraded = Self.noise.degraded(text, kind: kind, rate: 1, seed: seed)
                #expect(degraded.isEmpty == text.isEmpty)
                for figures in Self.figures(text) { #expect(degraded.contains(figures), "\(text) \(degraded)") }
            }
        }
    }

    @Test("100 000 characters are as good as ten", arguments: Noise.Kind.allCases)
    func long(kind: Noise.Kind) {
        for piece in ["a", "é", "l'", "menu ", "le 3 mai ", "🐙", "est-ce qu'"] {
            let text = String(repeating: piece, count: 100_000 / piece.count)
            #expect(!Self.noise.degraded(text, kind: kind, rate: 1, seed: 1).isEmpty)
        }
    }

    @Test("A language without a list of errors loses accents and spaces only")
    func plain() {
        let noise = Noise(words: [:], rules: PlainLanguage())
        let results = Noise.Kind.allCases.map { noise.degraded("Où est l'école", kind: $0, rate: 1, seed: 1) }
        #expect(
            results == [
                "Ou est l'ecole", "Où est lécole", "Où est l'école", "Où est lécole", "Oùestlécole", "Où est l'école",
            ])
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber }
    }

    /// How many words of the first text are not in the second, in order.
    private static func changes(_ text: String, _ other: String) -> Int {
        words(other).difference(from: words(text)).removals.count
    }

    private static func figures(_ text: String) -> [Substring] { text.split { !("0"..."9").contains($0) } }
}
