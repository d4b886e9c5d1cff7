import CivilTime
import Diagnostics
import Foundation
import Testing

@testable import OpenData

@Suite("DILA sheets")
struct DilaReaderTests {
    private func read(_ inside: String) throws -> DilaPublication {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Publication ID=\"F1\">\(inside)</Publication>"
        let checked = DilaPublication.read(Array(xml.utf8), file: "F1.xml")
        #expect(checked.diagnostics.isEmpty)
        return try #require(checked.value)
    }

    @Test("Reads the header of a sheet")
    func header() throws {
        let sheet = try read(
            "<dc:title>Carte d'identité</dc:title><dc:date>modified 2022-11-23</dc:date>"
                + "<SurTitre>Fiche</SurTitre><Inconnu/><Inconnu/>")
        #expect(sheet.id == "F1")
        #expect(sheet.title == "Carte d'identité")
        #expect(sheet.date == Day(2022, 11, 23))
        #expect(sheet.unknown == ["Inconnu": 2])
    }

    @Test("Inline marks keep their words, whatever their name")
    func inlineText() throws {
        let sheet = try read(
            "<Texte><Paragraphe>Vous êtes <MiseEnEvidence>majeur</MiseEnEvidence> et\n <Neuf>français</Neuf>.</Paragraphe>"
                + "</Texte>")
        #expect(sheet.body == [.paragraph("Vous êtes majeur et français.")])
    }

    @Test("Marked chapters and checklists hold the documents")
    func markedDocuments() throws {
        let sheet = try read(
            "<Texte><Chapitre type=\"pieces\"><Titre><Paragraphe>À fournir</Paragraphe></Titre>"
                + "<Liste type=\"puce\"><Item><Paragraphe>Photo</Paragraphe></Item></Liste></Chapitre>"
                + "<Liste type=\"caseACocher\"><Item><Paragraphe>Acte</Paragraphe></Item></Liste>"
                + "<Paragraphe>Il pleut.</Paragraphe><Liste type=\"puce\"><Item><Paragraphe>Rien</Paragraphe></Item></Liste>"
                + "</Texte>")
        #expect(sheet.body.documents.map(\.items) == [["Photo"], ["Acte"]])
        #expect(sheet.body.documents.map(\.isMarked) == [true, true])
    }

    private static let cases = """
        <Texte><BlocCas affichage="radio">\
        <Cas><Titre>Passeport</Titre><Condition><estVrai var="T1"/></Condition>\
        <Paragraphe>Documents :</Paragraphe><Liste><Item><Paragraphe>Passeport</Paragraphe></Item></Liste></Cas>\
        <Cas><Titre><Paragraphe>Sans passeport</Paragraphe></Titre><Condition><ou><estVrai var="T2"/>\
        <estIndefini var="T2"/></ou></Condition>\
        <Paragraphe>Documents :</Paragraphe><Liste><Item><Paragraphe>Acte</Paragraphe></Item></Liste></Cas>\
        </BlocCas></Texte><ServiceEnLigne ID="R1" URL="https://a.example"><Titre>Demande</Titre>\
        <Condition><estVrai var="T1"/></Condition></ServiceEnLigne>
        """

    @Test("A case is never the general rule, even when its condition already holds")
    func openChoice() throws {
        let sheet = try read(Self.cases)
        #expect(sheet.body.documents.isEmpty)
        let text = sheet.text(given: DilaAnswers())
        #expect(text.documents.isEmpty)
        #expect(text.openChoices.first?.map(\.title) == ["Passeport", "Sans passeport"])
    }

    @Test(
        "Variables or a choice settle the case",
        arguments: [
            (DilaAnswers(variables: ["T1": true, "T2": false]), ["Passeport"]),
            (DilaAnswers(variables: ["T1": false]), ["Acte"]),
            (DilaAnswers(titles: ["Passeport"]), ["Passeport"]),
            (DilaAnswers(titles: ["Sans passeport"]), ["Acte"]),
            (DilaAnswers(titles: ["Passeport", "Sans passeport"]), []),
        ])
    func settledChoice(answers: DilaAnswers, documents: [String]) throws {
        let sheet = try read(Self.cases)
        #expect(sheet.text(given: answers).documents.flatMap(\.items) == documents)
    }

    @Test("The chosen case sets its variable for what the whole sheet offers")
    func chosenCaseFiltersActions() throws {
        let sheet = try read(Self.cases)
        let service = DilaBlock.service(DilaService(id: "R1", type: "", title: "Demande", url: "https://a.example"))
        #expect(sheet.actions(given: DilaAnswers(titles: ["Passeport"])) == [service])
        #expect(sheet.actions(given: DilaAnswers()) == [.conditional(.isTrue("T1"), [service])])
        #expect(sheet.actions(given: DilaAnswers(variables: ["T1": false])) == [])
    }

    @Test("A case alone and without a condition stays a choice")
    func loneCase() throws {
        let sheet = try read(
            "<Texte><BlocCas><Cas><Titre>En France</Titre><Paragraphe>Venez.</Paragraphe></Cas></BlocCas></Texte>")
        #expect(sheet.text(given: DilaAnswers()).openChoices.count == 1)
        #expect(sheet.text(given: DilaAnswers(titles: ["En France"])) == [.paragraph("Venez.")])
    }

    @Test(
        "Conditions have three values",
        arguments: [
            (DilaCondition.isTrue("a"), nil), (.isFalse("a"), nil), (.isUndefined("a"), true),
            (.isTrue("t"), true), (.isFalse("t"), false), (.isUndefined("t"), false),
            (.all([.isTrue("t"), .isTrue("a")]), nil), (.all([.isFalse("t"), .isTrue("a")]), false),
            (.any([.isTrue("t"), .isTrue("a")]), true), (.any([.isFalse("t"), .isTrue("a")]), nil),
            (.not(.isTrue("a")), nil), (.not(.isTrue("f")), true), (.all([]), true), (.any([]), false),
        ] as [(DilaCondition, Bool?)])
    func conditions(condition: DilaCondition, expected: Bool?) {
        #expect(condition.value(given: ["t": true, "f": false]) == expected)
    }

    @Test("A test that is not understood settles nothing")
    func unknownTest() throws {
        let sheet = try read(
            "<Texte><Chapitre><Condition><estPeutEtre var=\"T\"/></Condition><Paragraphe>Un.</Paragraphe></Chapitre></Texte>"
        )
        guard case .conditional? = sheet.text(given: DilaAnswers(variables: ["T": true])).first else {
            Issue.record("The chapter must stay conditional.")
            return
        }
        #expect(sheet.unknown == ["estPeutEtre": 1])
    }
}

@Suite("Hostile and broken XML")
struct BrokenXMLTests {
    @Test(
        "Says what is wrong and where",
        arguments: [
            ("<Publication ID=\"F1\">\n<Texte>\n</Publication>", "xml.malformed", 3),
            ("", "xml.malformed", nil), ("   ", "xml.malformed", nil), ("<Publication ID=\"F1\">", "xml.malformed", 1),
            ("<Theme ID=\"N1\"/>", "dila.no-publication", nil), ("<Publication/>", "dila.no-publication", nil),
            ("<Publication ID=\"F1\">&inconnu;</Publication>", "xml.malformed", 1),
            ("<!DOCTYPE a SYSTEM \"https://a.example/a.dtd\"><Publication ID=\"F1\"/>", "xml.document-type", nil),
            ("<?xml version=\"1.0\"?>\n<!-- <a> -->\n<!DOCTYPE a><Publication ID=\"F1\"/>", "xml.document-type", nil),
            ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-Publication/+AD4-", "xml.malformed", nil),
        ] as [(String, String, Int?)])
    func broken(xml: String, code: String, line: Int?) {
        let checked = DilaPublication.read(Array(xml.utf8), file: "F1.xml")
        #expect(checked.value == nil)
        #expect(checked.diagnostics.map(\.code) == [code])
        #expect(checked.diagnostics.first?.file == "F1.xml")
        if let line { #expect(checked.diagnostics.first?.line == line) }
    }

    @Test("Entities that would grow without end are refused unread")
    func entityBomb() {
        var bomb = "<!DOCTYPE a [<!ENTITY a0 \"aaaaaaaaaa\">"
        for level in 1...12 { bomb += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">" }
        bomb += "]><Publication ID=\"F1\">&a12;</Publication>"
        #expect(DilaPublication.read(Array(bomb.utf8), file: "").diagnostics.map(\.code) == ["xml.document-type"])
    }

    @Test("Endless nesting stops", arguments: [130, 100_000])
    func nesting(depth: Int) {
        let deep = "<Publication ID=\"F1\">" + String(repeating: "<Texte>", count: depth)
        let checked = DilaPublication.read(Array(deep.utf8), file: "")
        #expect(checked.diagnostics.map(\.code) == ["xml.too-deep"])
    }

    @Test("A sheet cut anywhere is refused, never half read")
    func cuts() {
        let sheet = Array(
            "<Publication ID=\"F1\"><Texte><Liste><Item><Paragraphe>Été</Paragraphe></Item></Liste></Texte></Publication>"
                .utf8)
        for length in 0..<sheet.count {
            let checked = DilaPublication.read(Array(sheet[..<length]), file: "")
            #expect(checked.value == nil && checked.diagnostics.count == 1, "\(length)")
        }
    }

    @Test("Bytes that are not UTF-8 are refused")
    func encoding() {
        #expect(DilaPublication.read([0xFF, 0xFE, 0x3C, 0], file: "").diagnostics.map(\.code) == ["xml.encoding"])
    }
}

@Suite("Real DILA sheets")
struct DilaSampleTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../../shared/data/opendata/dila/xml")

    private static func read(_ name: String) throws -> DilaPublication {
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
        let checked = DilaPublication.read(bytes, file: name)
        #expect(checked.diagnostics.isEmpty)
        return try #require(checked.value)
    }

    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    @Test(
        "Sheets of three schemas are read without a word lost to unknown elements",
        .enabled(if: isThere, "the samples are not beside the package"),
        arguments: ["F1341.xml", "F14807.xml", "F2883.xml", "F33754.xml", "F909-ancien-format.xml"])
    func samples(name: String) throws {
        let sheet = try Self.read(name)
        #expect(name.hasPrefix(sheet.id))
        #expect(!sheet.title.isEmpty)
        #expect(!sheet.body.isEmpty)
        #expect(sheet.unknown.isEmpty, "\(sheet.unknown)")
    }

    @Test("The documents of a first card wait for two answers", .enabled(if: isThere, "the samples are absent"))
    func firstCard() throws {
        let sheet = try Self.read("F1341.xml")
        #expect(sheet.text(given: DilaAnswers()).documents.isEmpty)
        let inFrance = DilaAnswers(titles: ["Demande en France"])
        #expect(sheet.text(given: inFrance).documents.isEmpty)
        #expect(sheet.text(given: inFrance).openChoices.first?.count == 3)
        let complete = DilaAnswers(titles: ["Demande en France", "Vous avez un passeport valide"])
        let documents = sheet.text(given: complete).documents
        #expect(documents.first?.items.first == "Votre passeport")
        #expect(documents.first?.items.count == 4)
    }
}
