import Foundation
import Language
import Testing

@Suite("Speller: texts to print")
struct SpellerTextTests {
    @Test(
        "Accents, apostrophes and words that sound alike",
        arguments: [
            ("a quelle heure ferme la decheterie ?", "à quelle heure ferme la déchèterie ?"),
            ("Ma fille va a l ecole", "Ma fille va à l'école"), ("il a oublié", "il a oublié"),
            ("ou est la mairie", "où est la mairie"), ("oui ou non", "oui ou non"),
            ("on ma dit quil falait venir", "on m'a dit qu'il fallait venir"),
            ("ils on mangé", "ils ont mangé"), ("sa marche plus", "ça marche plus"), ("sa voiture", "sa voiture"),
            ("j'ai oublier mon sac", "j'ai oublié mon sac"), ("je vais mangé", "je vais manger"),
            ("tu peut venir", "tu peux venir"), ("est ce que c ouvert", "est-ce que c'est ouvert"),
            ("KAN PASSE LA POUBEL", "QUAND PASSE LA POUBELLE"), ("Bjr, C koi ?", "Bonjour, C'est quoi ?"),
            ("c les enfant qui sont la", "c'est les enfants qui sont là"),
        ])
    func respelt(text: String, expected: String) {
        #expect(Spelling.respelt(text) == expected)
    }

    @Test(
        "Addresses, tags, numbers, short names, signs and other languages stay",
        arguments: [
            "https://www.valclair.fr/koi?a=kan", "marie.durant@exemple.fr", "www.koi.fr", "#koi @kan mon_fichier",
            "01 99 00 12 34 à 18h15", "La CNIL et le SDIS 🙂", "  deux  espaces\n\nlà  ",
            "What is the opening time of the pool?",
            "service-public.fr", "Rue du 8 mai 1945, bât. B",
        ])
    func kept(text: String) {
        #expect(Spelling.respelt(text) == text)
    }

    @Test("Right sentences stay right: at most 3 words in 1 000 change")
    func rightSentences() {
        let sentences = SpellingRightTable.sentences
        #expect(sentences.count >= 200)
        let changed = sentences.filter { Spelling.respelt($0) != $0 }
        let count = sentences.reduce(0) { $0 + Spelling.words($1).count }
        let wrong = changed.reduce(0) { $0 + max(1, Spelling.distance($1, Spelling.respelt($1))) }
        print("Right sentences: \(wrong) of \(count) words changed")
        #expect(Double(wrong) <= 0.003 * Double(count), "\(changed.map(Spelling.respelt))")
    }

    @Test("Phrases of the language's files stay right: at most 3 words in 1 000 change")
    func phrases() {
        var (count, wrong) = (0, 0)
        var changed: [String] = []
        for topic in TestFrench.files.topics.sorted(by: { $0.key < $1.key }).map(\.value) {
            for phrase in topic.phrases.sorted(by: { $0.key < $1.key }).map(\.value.text) where !phrase.contains("{") {
                count += Spelling.words(phrase).count
                guard Spelling.respelt(phrase) != phrase else { continue }
                wrong += max(1, Spelling.distance(phrase, Spelling.respelt(phrase)))
                changed.append(Spelling.respelt(phrase))
            }
        }
        print("Phrases: \(wrong) of \(count) words changed")
        #expect(Double(wrong) <= 0.003 * Double(count), "\(changed)")
    }

    @Test("Text messages come out as one would print them, word for word")
    func messages() {
        var (raw, left, count) = (0, 0, 0)
        for (text, right) in SpellingMessageTable.messages {
            count += Spelling.words(right).count
            raw += Spelling.distance(text, right)
            left += Spelling.distance(Spelling.respelt(text), right)
        }
        print("Messages: word error rate \(100 * left / count) % where raw is \(100 * raw / count) %")
        #expect(Double(left) < 0.08 * Double(count))
    }
}
