import Foundation
public import Speech

/// The folder where a town keeps recordings of its people: nobody else may read it, and all of it can be erased.
public struct RecordingFolder: Sendable {
    private static let consent = "consent.jsonl"

    /// Where it is.
    public let path: String

    /// A folder; it is made when something is kept in it.
    public init(_ path: String) { self.path = path }

    /// What was said when a person agreed, for whoever asks later.
    struct Consent: Codable {
        let speaker: String
        let time: String
        let question: String
        let answer: String
    }

    /// Makes the folder, and keeps that a person agreed and to what.
    public func keepConsent(speaker: String, time: String, question: String, answer: String) throws(SpeechError) {
        try make("")
        try append(
            Consent(speaker: speaker, time: time, question: question, answer: answer), to: Self.consent)
    }

    /// Keeps a recording with its text.
    ///
    /// - Parameters:
    ///   - chunk: the sound.
    ///   - text: what was read.
    ///   - speaker: who read it.
    ///   - number: the place of the text among the prompts, from 1.
    /// - Throws: ``Speech/SpeechError/file(path:offset:problem:)`` when the folder cannot be written.
    public func keep(_ chunk: AudioChunk, text: String, speaker: String, number: Int) throws(SpeechError) {
        let name = Self.folderName(speaker)
        try make(name)
        let digits = String(number)
        let file = name + "/" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let writer = try WAVWriter(path + "/" + file + ".wav", rate: chunk.rate, isPrivate: true)
        try writer.write(chunk.samples)
        writer.close()
        try write(Data((text + "\n").utf8), file + ".txt")
        try append(
            SpokenCorpus.Item(file: file + ".wav", text: text, speaker: speaker), to: SpokenCorpus.manifest)
    }

    /// Erases every recording, its text and the consents; what somebody else put into the folder stays.
    ///
    /// - Returns: how many recordings were erased.
    public func deleteAll() -> Int {
        let manager = FileManager.default
        // Only what our own list names: sounds that lie there for another reason are nobody's to erase.
        let isOurs = manager.fileExists(atPath: path + "/" + SpokenCorpus.manifest)
        let items = isOurs ? SpokenCorpus(folder: path).items : []
        var folders: Set<String> = []
        for item in items {
            Self.overwrite(path + "/" + item.file)
            try? manager.removeItem(atPath: path + "/" + item.file)
            try? manager.removeItem(atPath: path + "/" + item.file.dropLast(4) + ".txt")
            if let folder = item.file.split(separator: "/").dropLast().first { folders.insert(String(folder)) }
        }
        for name in [SpokenCorpus.manifest, Self.consent] { try? manager.removeItem(atPath: path + "/" + name) }
        for folder in folders.map({ path + "/" + $0 }) + [path] {
            if (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty == true {
                try? manager.removeItem(atPath: folder)
            }
        }
        return items.count
    }

    private func make(_ folder: String) throws(SpeechError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path + "/" + folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .file(path: path, offset: nil, problem: "speech.wav-unwritable")
        }
    }

    private func write(_ data: Data, _ name: String) throws(SpeechError) {
        guard
            FileManager.default.createFile(
                atPath: path + "/" + name, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw .file(path: path + "/" + name, offset: nil, problem: "speech.wav-unwritable") }
    }

    private func append(_ value: some Encodable, to name: String) throws(SpeechError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let before = FileManager.default.contents(atPath: path + "/" + name) ?? Data()
        let line = ((try? encoder.encode(value)) ?? Data()) + [0x0a]
        try write(before + line, name)
    }

    /// Zeros in place of a voice, for disks that keep what was removed.
    private static func overwrite(_ file: String) {
        guard let handle = FileHandle(forWritingAtPath: file) else { return }
        let size = (try? handle.seekToEnd()) ?? 0
        try? handle.seek(toOffset: 0)
        try? handle.write(contentsOf: Data(count: Int(min(size, 64 << 20))))
        try? handle.close()
    }

    /// A speaker's name as that of a folder: letters, figures and hyphens.
    private static func folderName(_ speaker: String) -> String {
        let name = speaker.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
        return name.isEmpty ? "-" : String(name.prefix(40))
    }
}
