import Foundation
import Testing

/// Sounds that no person makes, through the real programs: clear words, the right status, never a crash.
@Suite("parvis kiosk and listen with any file", .enabled(if: Program.hasEngine), .serialized)
struct KioskSoundTests {
    private static let rate = WAVBytes.rate

    /// Two seconds of noise, the same each time.
    private static let noise: [UInt8] = {
        var state: UInt32 = 1
        return (0..<rate * 2).flatMap { _ -> [UInt8] in
            state = state &* 1_664_525 &+ 1_013_904_223
            let sample = Int16(truncatingIfNeeded: Int(state >> 20) - 2_048)
            return [UInt8(truncatingIfNeeded: sample), UInt8(truncatingIfNeeded: sample >> 8)]
        }
    }()

    /// A file, the status of both programs, and what they say of it.
    private static let files: [(name: String, bytes: [UInt8], status: Int32, says: String)] = [
        ("silence", WAVBytes.file([UInt8](repeating: 0, count: rate * 4)), 0, ""),
        ("noise", WAVBytes.file(noise), 0, ""),
        ("8 bits", WAVBytes.file([UInt8](repeating: 128, count: rate * 2), bits: 8), 0, ""),
        ("two channels, 44 100", WAVBytes.file(noise, rate: 44_100, channels: 2), 0, ""),
        ("no sound", WAVBytes.file([]), 0, ""),
        ("half of a sample", WAVBytes.file([1, 2, 3]), 0, ""),
        ("more promised than there is", WAVBytes.file(noise, promised: noise.count * 2), 0, ""),
        ("nothing", [], 65, "octet 0"),
        ("a cut head", Array(WAVBytes.file([]).prefix(30)), 65, "octet"),
        ("a head without sound", Array(WAVBytes.file([]).prefix(36)), 65, "octet"),
        ("a text", Array("Bonjour, ceci n'est pas un son.".utf8), 65, "sox"),
        ("a rate of 0", WAVBytes.file(noise, rate: 0), 65, "octet"),
        ("no channel", WAVBytes.file(noise, channels: 0), 65, "octet"),
        ("telephone coding", WAVBytes.file(noise, bits: 8, kind: 7), 65, "octet"),
    ]

    @Test("Any file is heard or refused in clear words", arguments: files.indices)
    func any(_ index: Int) throws {
        let (name, bytes, status, says) = Self.files[index]
        let folder = try TemporaryFolder()
        let path = folder.path + "/in.wav"
        try Data(bytes).write(to: URL(filePath: path))
        let heard = try Program.run(["listen", path])
        #expect(heard.status == status, "listen, \(name): \(heard.comments)")
        #expect(heard.lines.count == (status == 0 ? 1 : 0), "listen, \(name)")
        if status != 0 {
            #expect(heard.comments.contains("in.wav") && heard.comments.contains(says), "\(heard.comments)")
        }
    }

    @Test("A kiosk hears out any file, and ends; one that is no sound ends it at once", arguments: [0, 1, 2, 6, 8, 11])
    func kiosk(_ index: Int) throws {
        let (name, bytes, status, says) = Self.files[index]
        let folder = try TemporaryFolder()
        let path = folder.path + "/in.wav"
        try Data(bytes).write(to: URL(filePath: path))
        let kiosk = try Program.run(["kiosk", "--audio-in", path, "--audio-out", folder.path + "/out.wav"])
        #expect(kiosk.status == status, "\(name): \(kiosk.comments)")
        if status == 0 {
            #expect(kiosk.lines.first == "Bonjour.", "\(name)")
        } else {
            #expect(kiosk.comments.contains("in.wav") && kiosk.comments.contains(says), "\(kiosk.comments)")
        }
    }

    @Test("A file that is not there, and a folder in place of one")
    func missing() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path + "/none.wav", folder.path] {
            for command in [["listen", path], ["kiosk", "--audio-in", path]] {
                let run = try Program.run(command)
                #expect([65, 66].contains(run.status), "\(command): \(run.status) \(run.comments)")
                #expect(run.comments.contains(path), "\(command): \(run.comments)")
            }
        }
    }

    @Test("A town records somebody, judges how well they are heard, and erases everything")
    func cycle() throws {
        let folder = try TemporaryFolder()
        let (sound, prompts, voices) = (folder.path + "/in.wav", folder.path + "/prompts", folder.path + "/voices")
        let sentence = "quels sont les horaires de la mairie"
        #expect(try Program.run(["speak", sentence, "--voice", "fr+f5", "--out", sound]).status == 0)
        try Data((sentence + "\n").utf8).write(to: URL(filePath: prompts))
        let record = try Program.run(
            ["record", voices, "--audio-in", sound, "--prompts", prompts], lines: ["oui", "voix 1", "", ""])
        #expect(record.lines.last == "C'est fini. 1 phrase est enregistrée. Merci.")
        let judged = try Program.run(["evaluate", "speech", voices])
        let report = try #require(try judged.objects().first)
        #expect((report["speakers"] as? [String: Any])?.keys.sorted() == ["voix 1"])
        #expect(report["heard_by_one_only"] as? Int == 0)
        #expect(
            try Program.run(["record", voices, "--delete"]).lines == ["1 enregistrement est effacé. Il ne reste rien."])
        #expect(!FileManager.default.fileExists(atPath: voices))
    }

    @Test("Two kiosks at a time on one computer each answer")
    func two() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/in.wav"
        try Data(WAVBytes.file(Self.noise)).write(to: URL(filePath: path))
        let line =
            "parvis kiosk --audio-in in.wav --audio-out 1.wav & parvis kiosk --audio-in in.wav --audio-out 2.wav; wait $!"
        let run = try Program.shell(line, in: folder.path)
        #expect(run.status == 0, "\(run.comments)")
        #expect(run.lines.count { $0.hasPrefix("Bonjour.") } == 2, "\(run.output)")
        for name in ["1.wav", "2.wav"] {
            let size = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.size] as? Int
            #expect((size ?? 0) > Self.rate, "\(name)")
        }
    }

    @Test("A microphone that is not there is told, and the keys remain", .timeLimit(.minutes(1)))
    func noMicrophone() throws {
        let folder = try TemporaryFolder()
        let line =
            "(sleep 4; printf 1; sleep 3) | timeout -s INT 20 parvis kiosk --input-device nobody --output-device nobody"
        let run = try Program.shell(line, in: folder.path)
        #expect(run.output.contains("Le micro ne marche pas"), "\(run.output) \(run.comments)")
    }
}
