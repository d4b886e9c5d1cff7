import Foundation
import Testing

@testable import SpeechPocketSphinx

@Suite("The words of searches")
struct SearchTests {
    private static let grammar = """
        #JSGF V1.0 UTF-8 fr;
        grammar answers; // a comment with words
        /* and another */
        public <utterance> = [ah] (<yes> {tag words} | /0.5/ non | dix-sept)* l' école;
        <yes> = oui | d'accord;
        """

    @Test("Of a grammar, without references, tags, weights and comments")
    func words() {
        #expect(GrammarWords(Self.grammar).words == ["ah", "non", "dix-sept", "l'", "école", "oui", "d'accord"])
    }

    @Test("That nobody can say are put out of reach, and nothing else changes")
    func unknown() {
        let text = GrammarWords(Self.grammar).text(without: ["non", "école"])
        #expect(text == Self.grammar.replacing(" non ", with: " <VOID> ").replacing("école", with: "<VOID>"))
        #expect(GrammarWords(Self.grammar).text(without: []) == Self.grammar)
    }

    @Test(
        "Of what is no grammar are none, and no input ends the process",
        arguments: ["", "oui", "<", "/*", "a = {", "= "])
    func malformed(text: String) {
        #expect(GrammarWords(text).text(without: []) == text)
    }

    @Test("Of a language model are those of its first section")
    func model() {
        let text =
            "\\data\\\nngram 1=3\n\n\\1-grams:\n-1.0\t<s>\t-0.3\n-1.2\toui\t-0.1\n-0.5 </s>\n\n\\2-grams:\n-1 oui non\n\\end\\\n"
        #expect(LanguageModelWords.words(text) == ["oui"])
        #expect(LanguageModelWords.words("oui non").isEmpty)
    }

    @Test("In a dictionary have all their ways, those in other phones left out")
    func dictionary() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString).dict")
        defer { try? FileManager.default.removeItem(at: file) }
        try "dix dd ii ss\ndix(2) dd ii\ndix(3) D IY\nonze on zz\nseul\n".write(
            to: file, atomically: true, encoding: .utf8)
        let found = try #require(PronunciationFile(file))
            .pronunciations(["dix", "seul", "rien"], phones: ["dd", "ii", "ss", "on", "zz"])
        #expect(found == ["dix": ["dd ii ss", "dd ii"]])
    }

    @Test(
        "French sounds become those of an English model",
        arguments: [("pp ou bb ai ll", "P UW B EH L"), ("mm an", "M AA N"), ("P UW", nil), ("", nil)])
    func english(french: String, expected: String?) {
        #expect(FrenchPhones.english(french) == expected)
    }

    @Test("Phones are read from a definition in text and in binary form")
    func definitions() {
        let text =
            "0.3\n3 n_base\n#base lft\nSIL - - - filler 0 0 1 2 N\naa - - - n/a 1 3 4 5 N\nai - - - n/a 2 6 7 8 N\naa SIL ai b n/a 1 2 3 4 N\n"
        #expect(ModelDefinition.phones(Data(text.utf8)) == ["aa", "ai"])
        var binary = Data("BMDF".utf8) + Data([1, 0, 0, 0, 4, 0, 0, 0]) + Data("text".utf8)
        binary += Data([3, 0, 0, 0]) + Data(count: 36) + Data("SIL\0AA\0+NOISE+\0".utf8)
        #expect(ModelDefinition.phones(binary) == ["AA"])
        #expect(ModelDefinition.phones(Data("BMDF".utf8)) == nil)
        #expect(ModelDefinition.phones(Data()) == nil)
    }

    @Test("A folder that is no model is refused with what it lacks")
    func noModel() {
        let folder = FileManager.default.temporaryDirectory
        #expect(throws: RecognitionError.noModel("\(folder.path) has no readable file mdef")) {
            try AcousticModel(folder: folder)
        }
    }
}
