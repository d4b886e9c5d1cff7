public import Diagnostics
internal import Foundation

/// A folder of recordings with what is said in each: what a town recorded of its own people, or any set laid out like that.
///
/// Each line of `manifest.jsonl` names a file, its text and its speaker: `{"file": "voix-1/001.wav", "text": "…", "speaker":
/// "voix 1"}`. Without it, every `name.wav` whose text is in `name.txt` beside it counts, its folder being its speaker.
public struct SpokenCorpus: Sendable {
    /// One recording.
    public struct Item: Sendable, Hashable, Codable {
        /// The file, as a path within the folder.
        public let file: String
        /// What is said; empty for what is no question at all.
        public let text: String
        /// Who says it: an invented name.
        public let speaker: String

        /// Makes an item.
        public init(file: String, text: String, speaker: String) {
            (self.file, self.text, self.speaker) = (file, text, speaker)
        }
    }

    /// What the list of recordings is called.
    public static let manifest = "manifest.jsonl"

    /// The folder.
    public let folder: String
    /// The recordings, in order.
    public let items: [Item]
    /// What is wrong with the folder.
    public let problems: [Diagnostic]

    /// Reads a folder.
    public init(folder: String) {
        let list = FileManager.default.contents(atPath: folder + "/" + Self.manifest)
        let found = list.map(Self.listed) ?? Self.found(in: folder)
        (self.folder, items) = (folder, found.items)
        problems = found.problems + (found.items.isEmpty ? [Diagnostic(.error, "corpus.empty", file: folder)] : [])
    }

    /// The path of a recording.
    public func path(_ item: Item) -> String { folder + "/" + item.file }

    private static func listed(_ data: Data) -> (items: [Item], problems: [Diagnostic]) {
        let lines = data.split(separator: UInt8(ascii: "\n"))
        // A file that is named by a path out of the folder is not this town's to judge.
        let items = lines.compactMap { try? JSONDecoder().decode(Item.self, from: $0) }
            .filter { !$0.file.hasPrefix("/") && !$0.file.split(separator: "/").contains("..") }
        return (items, [])
    }

    private static func found(in folder: String) -> (items: [Item], problems: [Diagnostic]) {
        var items: [Item] = []
        var problems: [Diagnostic] = []
        let files = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
        for file in files where file.lowercased().hasSuffix(".wav") {
            let parts = file.split(separator: "/")
            let speaker = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "-"
            guard let text = FileManager.default.contents(atPath: folder + "/" + file.dropLast(4) + ".txt") else {
                problems.append(Diagnostic(.warning, "corpus.no-text", file: folder + "/" + file))
                continue
            }
            let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            items.append(Item(file: file, text: words.joined(separator: " "), speaker: speaker))
        }
        return (items, problems)
    }
}
