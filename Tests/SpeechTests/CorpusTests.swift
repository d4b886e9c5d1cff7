import Diagnostics
import Foundation
import Testing

@testable import Speech

@Suite("Folders of recordings")
struct CorpusTests {
    @Test("Files with their texts, by folder; one without a text is told")
    func found() throws {
        let folder = try TestSound.Folder()
        try FileManager.default.createDirectory(atPath: folder.path + "/voix 1", withIntermediateDirectories: true)
        _ = try folder.write([], "voix 1/a.wav")
        _ = try folder.write(Array("  quand passe\nla poubelle ".utf8), "voix 1/a.txt")
        _ = try folder.write([], "b.wav")
        let corpus = SpokenCorpus(folder: folder.path)
        #expect(corpus.items == [.init(file: "voix 1/a.wav", text: "quand passe la poubelle", speaker: "voix 1")])
        #expect(corpus.problems.map(\.code) == ["corpus.no-text"])
        #expect(SpokenCorpus(folder: folder.path + "/none").problems.map(\.code) == ["corpus.empty"])
    }

    @Test("A list says what there is; a path out of the folder is none of it")
    func listed() throws {
        let folder = try TestSound.Folder()
        let lines = [
            #"{"file":"a.wav","text":"oui","speaker":"x"}"#, "garbage", #"{"file":"../b.wav","text":"","speaker":""}"#,
        ]
        _ = try folder.write(Array(lines.joined(separator: "\n").utf8), SpokenCorpus.manifest)
        #expect(SpokenCorpus(folder: folder.path).items.map(\.file) == ["a.wav"])
    }

    @Test(
        "Words that differ",
        arguments: [("a b c", "a b c", 0), ("a b c", "a c", 1), ("a b", "b a c", 2), ("", "a", 1), ("a", "", 1)])
    func errors(said: String, heard: String, count: Int) {
        var errors = WordErrors()
        errors.add(
            said: said.split(separator: " ").map(String.init), heard: heard.split(separator: " ").map(String.init))
        #expect(errors.errors == count)
    }
}
