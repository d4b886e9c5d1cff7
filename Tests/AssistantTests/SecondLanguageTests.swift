import Assistant
import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Language
import Rendering
import Testing
import TownStore

@Suite struct SecondLanguageTests {
    @Test("A second language is a folder of files: it answers, and says that it has no grammar yet")
    func files() async throws {
        let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let root = FileManager.default.temporaryDirectory.appending(path: "root-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root.appending(path: "Locales"), withIntermediateDirectories: true)
        // The French words under another name: what matters is that no code knows the language.
        try FileManager.default.copyItem(
            atPath: package + "/Locales/fr", toPath: root.appending(path: "Locales/xx").path)
        let assistant = try Assistant.open(
            town: package + "/Towns/valclair", locale: "xx", root: DataRoot(path: root.path), place: .memory)
        let now = try #require(Moment(iso: "2026-11-20T10:00"))
        var conversation = assistant.conversation()
        let turn = await conversation.take(Utterance("quel est le menu de la cantine 2026-11-26"), at: now)
        #expect(assistant.answer(turn, id: nil, at: now).text.contains("2026-11-26"))
        #expect(assistant.problems.contains { $0.code == "language.no-grammar" })
    }
}
