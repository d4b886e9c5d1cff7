internal import Foundation
internal import Town

/// A folder that says of itself, by a file in it, that it is a topic.
struct TopicFolder: Sendable, Hashable {
    /// Where it is.
    let path: String
    /// How a clerk would name it: `topics/salles` for one of the town's, its path for another.
    let place: String

    init(path: String, place: String) { (self.path, self.place) = (path, place) }

    /// The folder at a path, called by it; "." has the name of the folder that it stands for.
    init(_ given: String) {
        place = given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
        path = URL(filePath: place).standardizedFileURL.path
    }

    /// The topic's id: the folder's name.
    var id: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Whether it has a file.
    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + file) }
}

/// The folders with topics that a town and its system have: the town's own `topics/` first.
///
/// Those of the system are in `$PARVIS_TOPICS`, else in `Topics` beside `Locales`. Where both have a topic of one name, the
/// town's stands.
struct TopicFolders: Sendable {
    /// The folder of the system's topics.
    static let variable = "PARVIS_TOPICS"

    /// The folders that hold the topics' folders, and how each is called; some may not exist.
    let roots: [(path: String, place: String)]
    /// Folders of topics besides, in place of those of the same name.
    private let others: [TopicFolder]

    init(
        town: String, root: DataRoot, besides others: [TopicFolder] = [],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let system = environment[TopicFolders.variable].flatMap { $0.isEmpty ? nil : $0 } ?? root.path + "/Topics"
        self.others = others
        roots = [(town + "/" + TownFolder.topics, TownFolder.topics), (system, system)]
    }

    /// The topics' folders, one of each name.
    var folders: [TopicFolder] {
        var seen = Set(others.map(\.id))
        let found = roots.flatMap { root in
            TopicFolders.names(in: root.path).map { name in
                TopicFolder(path: root.path + "/" + name, place: root.place + "/" + name)
            }
        }.filter { seen.insert($0.id).inserted }
        return found + others
    }

    /// The visible folders within a folder, sorted; none where it does not exist.
    static func names(in path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { name in
            var isFolder = ObjCBool(false)
            return !name.hasPrefix(".")
                && FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
                && isFolder.boolValue
        }.sorted()
    }
}
