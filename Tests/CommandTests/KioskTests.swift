import Foundation
import Testing

@Suite("parvis kiosk, record, evaluate speech")
struct KioskCommandTests {
    /// A WAV file of silence, or of whatever bytes.
    private func write(_ bytes: [UInt8]?, _ folder: TemporaryFolder, _ name: String) throws -> String {
        let path = folder.path + "/" + name
        try Data(bytes ?? WAVBytes.file([UInt8](repeating: 0, count: 2 * WAVBytes.rate))).write(to: URL(filePath: path))
        return path
    }

    @Test("Without the engines' program it says so in the language of the answers, with status 69")
    func noEngine() throws {
        for command in [
            ["kiosk"], ["chat", "--speak"], ["evaluate", "speech", "."], ["evaluate", "kiosk", "Plugins"],
        ] {
            let folder = try TemporaryFolder()
            _ = try write(nil, folder, "a.wav")
            try Data("oui".utf8).write(to: URL(filePath: folder.path + "/a.txt"))
            let arguments = command.map { $0 == "." ? folder.path : $0 == "Plugins" ? folder.path : $0 }
            let run = try Program.run(arguments, environment: ["PARVIS_SPEECH": "/none"])
            #expect(run.status == 69, "\(command)")
            #expect(run.comments.contains("make kiosk"), "\(command)")
            #expect(run.output.isEmpty)
        }
    }

    @Test("How large letters must be")
    func letters() throws {
        let run = try Program.run(["kiosk", "--letter-size", "600,0.28"])
        #expect(run.lines == ["capital H: 7.3 mm", "font size: 38 pixels"])
        #expect(try Program.run(["kiosk", "--letter-size", "600"]).status == 64)
        #expect(try Program.run(["kiosk", "--recogniser", "nowhere"]).status == 64)
        #expect(try Program.run(["serve-wyoming", "--port", "70000"]).status == 64)
    }

    @Test("Nothing is recorded without a yes, and nothing is left after --delete")
    func record() throws {
        let folder = try TemporaryFolder()
        let sound = try write(nil, folder, "in.wav")
        let voices = folder.path + "/voices"
        let refused = try Program.run(["record", voices, "--audio-in", sound], lines: ["non"])
        #expect(refused.status == 0)
        #expect(refused.lines.last == "D'accord. Rien n'est enregistré.")
        #expect(!FileManager.default.fileExists(atPath: voices))
        let agreed = try Program.run(
            ["record", voices, "--audio-in", sound, "--count", "1"], lines: ["oui", "voix 1", "", ""])
        #expect(agreed.status == 0)
        #expect(agreed.output.contains("Phrase 1 sur 1"))
        #expect(agreed.lines.last?.hasPrefix("C'est fini. 0 phrase") == true)
        let consent = try String(contentsOfFile: voices + "/consent.jsonl", encoding: .utf8)
        #expect(consent.contains(#""answer":"oui""#) && consent.contains(#""speaker":"voix 1""#))
        #expect(
            try Program.run(["record", voices, "--delete"]).lines == ["Il n'y a pas d'enregistrement dans ce dossier."])
        #expect(!FileManager.default.fileExists(atPath: voices))
    }

    @Test("A folder without recordings is bad data")
    func empty() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["evaluate", "speech", folder.path])
        #expect(run.status == 65)
        #expect(run.comments.contains("parvis record"))
    }
}
