import CivilTime
import Diagnostics
import FoundationEssentials
import Language
import Testing
import TopicKit

@testable import Understanding

@Suite struct PartialNameTests {
    @Test(
        "A name is found by a part of it, by initials, and with shortened words",
        arguments: [
            ("hugo", ["rue Victor Hugo"]), ("rue hugo", ["rue Victor Hugo"]), ("v. hugo", ["rue Victor Hugo"]),
            ("rue v hugo", ["rue Victor Hugo"]), ("victor hugo", ["rue Victor Hugo"]),
            ("la république", ["avenue de la République"]), ("rue de la republique", ["avenue de la République"]),
            ("aux écoles", ["rue des Écoles"]), ("gal de gaulle", ["avenue du Général de Gaulle"]),
            ("de gaulle", ["avenue du Général de Gaulle"]),
            ("av du general de gaulle", ["avenue du Général de Gaulle"]),
            ("rue st-exupery", ["rue Saint-Exupéry"]), ("exupéry", ["rue Saint-Exupéry"]),
            ("rue j. jaures", ["rue Jean Jaurès"]), ("rue lilas", ["rue des Lilas"]),
            ("rue du lilas", ["rue des Lilas"]),
        ])
    func parts(text: String, entries: [String]) throws {
        #expect(try found("street", text) == entries)
    }

    @Test(
        "A part that several names share stands for each of them",
        arguments: [
            ("ferry", ["École maternelle Jules Ferry", "École élémentaire Jules Ferry"]),
            ("école ferry", ["École maternelle Jules Ferry", "École élémentaire Jules Ferry"]),
            ("maternelle ferry", ["École maternelle Jules Ferry", "École élémentaire Jules Ferry"]),
            ("école élémentaire ferry", ["École élémentaire Jules Ferry"]),
            ("gymnase moulin", ["Gymnase Jean Moulin"]),
        ])
    func shared(text: String, entries: [String]) throws {
        #expect(try found("place", text) == entries)
    }

    @Test(
        "A name is found when it is written by ear, run together or cut",
        arguments: [
            ("rue des lila", "rue des Lilas"), ("avenu de la republik", "avenue de la République"),
            ("ruedeslilas", "rue des Lilas"), ("rue des li las", "rue des Lilas"),
            ("ru viktor ugo", "rue Victor Hugo"), ("rue victro hugo", "rue Victor Hugo"),
            ("ecole jule feri", "École maternelle Jules Ferry"), ("lecole jules ferry", "École maternelle Jules Ferry"),
            ("gimnase jean moulin", "Gymnase Jean Moulin"), ("gymnasse jean moulln", "Gymnase Jean Moulin"),
        ])
    func byEar(text: String, entry: String) throws {
        #expect(try (found("street", text) + found("place", text)).contains(entry))
    }

    @Test(
        "Ordinary words are no name",
        arguments: [
            "y a-t-il école samedi", "qui est le président de la république", "la vie est belle", "jean a faim",
            "victor est malade", "c'est la fête", "vers midi", "je voudrais une rue calme", "mon général",
        ])
    func ordinary(text: String) throws {
        #expect(try found("street", text).isEmpty)
        #expect(try found("place", text).isEmpty)
    }

    @Test("A part of a name within a longer name is not said")
    func within() throws {
        #expect(try found("street", "gymnase victor hugo").isEmpty)
        #expect(try found("place", "le gymnase victor hugo") == ["Gymnase Victor Hugo"])
    }

    @Test("A number is no means of reaching anybody")
    func number() throws {
        #expect(try found("means", "rue des lilas numéro 12").isEmpty)
        #expect(try found("means", "le numéro de la piscine") == ["phone"])
    }

    @Test("A shortened name counts less than a whole one")
    func weights() throws {
        let gazetteer = try sample.get()
        let scores = try ["rue victor hugo", "victor hugo", "rue hugo", "hugo"].map { text in
            gazetteer.mentions(in: try french().tokens(in: text)).first { $0.slot == "street" }?.score ?? 0
        }
        #expect(scores == scores.sorted(by: >))
        #expect(Set(scores).count == 4)
    }

    private func found(_ slot: String, _ text: String) throws -> [String] {
        try sample.get().mentions(in: try french().tokens(in: text)).filter { $0.slot == slot }.map(\.entry)
    }
}

@Suite struct NameTableTests {
    @Test("The names are taken up from their bytes as they were")
    func stored() throws {
        let gazetteer = try sample.get()
        let again = Gazetteer(try #require(NameTable(data: gazetteer.table.data)))
        for text in ["rue hugo", "ecole jule feri", "gal de gaulle", "rue des lilas numéro 12"] {
            let tokens = try french().tokens(in: text)
            #expect(again.mentions(in: tokens) == gazetteer.mentions(in: tokens))
        }
    }

    @Test("Damaged bytes are refused or do no harm", arguments: [0, 1, 3, 4, 8, 40, 400])
    func damaged(at place: Int) throws {
        let data = try sample.get().table.data
        #expect(NameTable(data: data.dropLast(place + 1)) == nil)
        #expect(NameTable(data: data.dropFirst(place + 1)) == nil)
        for value in [UInt8(0), 0x7f, 0xff] {
            var bytes = data
            bytes[place] = value
            bytes[bytes.count - 1 - place] = value
            guard let table = NameTable(data: bytes) else { continue }
            _ = Gazetteer(table).mentions(in: try french().tokens(in: "rue des lila, ecole jule feri"))
        }
    }

    @Test("A long text is read to its end")
    func long() throws {
        let text = String(repeating: "rue des lila, ecole jule feri ", count: 60)
        #expect(try sample.get().mentions(in: try french().tokens(in: text)).count >= 180)
    }

    @Test(
        "The pieces of a name hold one that no slip touched",
        arguments: [
            ("tilleuls", "tilluels"), ("tilleuls", "illeuls"), ("tilleuls", "tileuls"), ("tilleuls", "tilleulss"),
            ("moulin", "mouiln"), ("moulin", "moulni"), ("moulin", "omulin"), ("victorhugo", "victrohuog"),
            ("victorhugo", "vitorhugoo"), ("republique", "rrepubliqque"), ("republique", "reuplbique"),
        ])
    func pieces(name: String, slip: String) throws {
        let (name, slip) = (Array(name.utf8), Array(slip.utf8))
        let stored = Set(
            SlipPieces.pieces(ofLength: name.count).map { Piece(kind: $0.kind, bytes: Array(name[$0.range])) })
        var isFound = false
        SlipPieces.forEachProbe(ofLength: slip.count) { kind, range in
            if stored.contains(Piece(kind: kind, bytes: Array(slip[range]))) { isFound = true }
        }
        #expect(isFound)
    }

    private struct Piece: Hashable {
        let kind: UInt64
        let bytes: [UInt8]
    }
}

/// French with the words of this package.
private func french() throws -> French {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return French(words: LocaleFiles.load(directory: "/" + root + "/Locales/fr").value.words)
}

/// Made once for all the tests.
private let sample = Result { () throws -> Gazetteer in
    let french = try french()
    let streets = [
        "rue Victor Hugo", "avenue de la République", "rue des Écoles", "avenue du Général de Gaulle",
        "rue Saint-Exupéry", "rue Jean Jaurès", "rue des Lilas", "place du Marché", "rue de la Paix",
    ]
    let places = [
        "École maternelle Jules Ferry", "École élémentaire Jules Ferry", "Gymnase Jean Moulin", "Gymnase Victor Hugo",
        "la piscine",
    ]
    let manifest = Manifest(
        id: "town", intents: [],
        slots: [
            Slot("street", .entity, entries: streets.map { Entry(id: $0, names: [$0]) }),
            Slot("place", .entity, entries: places.map { Entry(id: $0, names: [$0]) }),
            Slot("means", .entity, entries: [Entry(id: "phone", names: ["le numéro"])]),
        ])
    let definition = Definition(
        manifest: manifest, examples: ["town.other": ["on va à l'école", "c'est la rue {street}"]], values: [:])
    return Gazetteer(
        definitions: [definition], rules: french,
        smallWords: SmallWords(lists: french.words["small"] ?? [:], fold: french.folded))
}
