public import Diagnostics
import FolderReading

extension TopicPack {
    /// The file that makes a folder a pack.
    public static let file = "topic.yaml"

    /// Reads the folder of a pack.
    ///
    /// - Parameters:
    ///   - folder: where it is; its last part is the pack's id.
    ///   - place: how the folder is called in diagnostics and evidence: `topics/salles`.
    /// - Returns: the pack, nil when anything in it is an error: half a pack might answer what its author took back.
    public static func load(_ folder: String, place: String) -> Checked<TopicPack?> {
        let id = folder.split(separator: "/").last.map(String.init) ?? ""
        let reader = PackReader(id: id, files: FolderFiles(root: folder), place: place)
        let pack = reader.read()
        let found = reader.diagnostics
        return Checked(found.contains { $0.severity == .error } ? nil : pack, found)
    }
}

extension TopicPack {
    /// Whether a text may be the id of a pack: at most 40 signs of `a` to `z`, figures and hyphens, a letter first.
    public static func isName(_ text: String) -> Bool { PackReader.isName(text) }
}
