import Foundation
import Language
import Testing

@Suite("French sounds")
struct SoundTests {
    @Test(
        "Words that sound the same have the same key",
        arguments: [
            ["quand", "kan", "cant", "quant"], ["jaune", "jone", "jaunes"],
            ["poubelle", "poubel", "poubele", "poubelles"],
            ["lilas", "lila"], ["mairie", "mairi", "mérie", "meri"], ["école", "ekol", "ecole", "écoles"],
            ["déchèterie", "dechetterie", "déchetterie", "dechetri"], ["téléphone", "telefone", "telephone"],
            ["samedi", "samdi"], ["passeport", "paceport", "passport"], ["identité", "idantité", "identitée"],
            ["eau", "haut", "au", "oh"], ["photo", "foto"], ["pharmacie", "farmacie", "farmassie"],
            ["cantine", "kantine", "quantine"], ["naissance", "nessance", "naissence"],
            ["collecte", "colecte", "kolekte"], ["encombrants", "ancombran"],
            ["habiter", "abité", "habitez", "habitait"],
            ["accueil", "acueil"], ["bibliothèque", "bibliotek"], ["vélo", "velo", "vélos"],
            ["huit", "uite"], ["femme", "fame"], ["monsieur", "mecieu"], ["août", "oute"],
        ])
    func same(words: [String]) {
        let keys = words.map(Reading.french.soundKey(of:))
        #expect(Set(keys).count == 1, "\(zip(words, keys).map { "\($0) \($1)" })")
    }

    @Test(
        "Words that sound different have different keys",
        arguments: [
            ["rue", "roue", "riz", "rat"], ["pain", "pont", "pan"], ["marché", "marche"], ["poisson", "poison"],
            ["cousin", "coussin"], ["lundi", "mardi", "jeudi"], ["vert", "verre d'eau"], ["menu", "mène"],
            ["bus", "bu"], ["six", "dix", "sept", "huit"],
        ])
    func different(words: [String]) {
        #expect(Set(words.map(Reading.french.soundKey(of:))).count == words.count)
    }

    @Test("A key is ASCII and never empty for a word of Latin letters")
    func keys() {
        for word in ["h", "œ", "ent", "es", "l", "ÉÈÊ", "8h30", "xx", "the", "y", "où", "àéèù"] {
            let key = Reading.french.soundKey(of: word)
            #expect(!key.isEmpty && key.utf8.allSatisfy { $0 < 0x80 })
        }
        #expect(Reading.french.soundKey(of: "") == "")
        #expect(Reading.french.soundKey(of: "школа") == "")
    }

    /// Pairs of respellings are made the way people write by ear; espeak-ng says which pairs really sound the same.
    @Test(
        "espeak-ng agrees about which words sound the same",
        .enabled(if: Espeak.isInstalled, "espeak-ng is not installed"))
    func espeak() throws {
        let words = Self.common.split(whereSeparator: \.isWhitespace).map(String.init)
        let pairs = words.flatMap { word in Self.respelt(word).map { (word, $0) } }
        let phonemes = try Espeak.phonemes(of: pairs.flatMap { [$0.0, $0.1] })
        var (same, agreed, different, kept) = (0, 0, 0, 0)
        for (index, pair) in pairs.enumerated() {
            let keysMatch = Reading.french.soundKey(of: pair.0) == Reading.french.soundKey(of: pair.1)
            if phonemes[index * 2] == phonemes[index * 2 + 1] {
                (same, agreed) = (same + 1, agreed + (keysMatch ? 1 : 0))
            }
        }
        let alone = try Espeak.phonemes(of: words)
        for (index, word) in words.enumerated() {
            for other in words.indices.dropFirst(index + 1) where alone[index] != alone[other] {
                different += 1
                kept += Reading.french.soundKey(of: word) == Reading.french.soundKey(of: words[other]) ? 0 : 1
            }
        }
        #expect(same > 120)
        #expect(Double(agreed) / Double(same) > 0.95, "\(agreed) of \(same) pairs that sound the same")
        #expect(Double(kept) / Double(different) > 0.999, "\(kept) of \(different) pairs that sound different")
    }

    /// Spellings by ear of a word.
    private static func respelt(_ word: String) -> [String] {
        let rules = [
            ("ph", "f"), ("qu", "k"), ("eau", "au"), ("au", "o"), ("ai", "é"), ("ss", "ç"), ("tt", "t"), ("ll", "l"),
            ("mm", "m"), ("nn", "n"), ("an", "en"), ("en", "an"), ("em", "am"), ("ain", "in"), ("ein", "in"),
            ("y", "i"), ("h", ""),
            ("é", "er"), ("er", "é"), ("c", "k"), ("ch", "sh"), ("oeu", "eu"), ("z", "s"), ("ff", "f"), ("rr", "r"),
        ]
        var result = rules.compactMap { from, to in
            word.contains(from) ? word.replacingOccurrences(of: from, with: to) : nil
        }
        if let last = word.last, "sxtd".contains(last) { result.append(String(word.dropLast())) }
        if word.hasSuffix("e") { result.append(String(word.dropLast())) }
        return Array(Set(result)).sorted()
    }

    private static let common = """
        mairie école poubelle jaune verte cantine menu jeudi vendredi dimanche semaine prochaine horaires ouverture fermeture
        piscine bibliothèque médiathèque marché déchèterie collecte ordures ménagères encombrants verre papier carton plastique
        bouteille sapin compost naissance mariage décès passeport carte identité certificat acte copie livret famille divorce
        reconnaissance élection inscription scolaire garderie crèche enfant parent élève repas viande poisson légume fromage
        dessert gâteau pain viennoiserie allergie végétarien rue avenue place quartier maison appartement voisin bruit chien
        chat voiture parking stationnement travaux permis construire urbanisme cadastre impôt taxe facture paiement euro
        gratuit prix tarif rendez-vous accueil guichet téléphone adresse courrier message signaler problème trottoir lampadaire
        éclairage eau fuite arbre jardin parc jeux sport gymnase stade tennis football danse musique théâtre concert spectacle
        exposition fête feu artifice commémoration vacances noël pâques toussaint janvier février mars avril juillet août
        septembre octobre novembre décembre matin midi soir minuit demain hier quand combien pourquoi comment aide social
        logement retraite personne âgée handicap santé médecin pharmacie hôpital police pompier urgence bonjour merci
        """
}

/// espeak-ng, when it is there.
enum Espeak {
    static let path = ["/usr/bin/espeak-ng", "/usr/local/bin/espeak-ng"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    static var isInstalled: Bool { path != nil }

    /// The phonemes of words, without marks of stress or length, a line a word.
    static func phonemes(of words: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        let file = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString).txt")
        try Data(words.joined(separator: "\n\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.arguments = ["-q", "-v", "fr", "-x", "-f", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = output.split(separator: "\n").map { line in line.filter { !"',_ :".contains($0) } }
        return lines.count == words.count ? lines : []
    }
}
