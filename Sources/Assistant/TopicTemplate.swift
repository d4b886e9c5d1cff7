public import Foundation

/// The skeleton of a topic of one kind: a folder of `Templates/`, copied with its placeholders filled in.
///
/// In the names of files and in their texts, `{{id}}` is the topic's id (`room-hire`), `{{Type}}` the same as a Swift type
/// (`RoomHire`), `{{title}}` with spaces (`room hire`), and `{{parvis}}` the arguments that name Parvis as a dependency.
/// A file `NEXT` is not copied: its lines say what to do next.
public struct TopicTemplate: Sendable {
    private static let next = "NEXT"

    private let folder: URL

    /// The template of a kind.
    public init(root: DataRoot, kind: String) { folder = URL(filePath: root.path + "/Templates").appending(path: kind) }

    /// The kinds that there are, in order.
    public static func kinds(in root: DataRoot) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/Templates")) ?? []
        return names.filter { !$0.hasPrefix(".") && TopicTemplate(root: root, kind: $0).exists }.sorted()
    }

    /// Whether there is such a kind.
    public var exists: Bool {
        var isFolder: ObjCBool = false
        let path = folder.path
        return !path.hasSuffix("/Templates") && folder.deletingLastPathComponent().lastPathComponent == "Templates"
            && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Whether it depends on Parvis as a package.
    public var mentionsParvis: Bool { files.contains { text(of: $0)?.contains("{{parvis}}") ?? false } }

    /// Makes a topic.
    ///
    /// - Parameters:
    ///   - id: the topic's id.
    ///   - target: the folder to make.
    ///   - parvis: the arguments that name Parvis in a `Package.swift`.
    /// - Returns: what to do next, a line each.
    /// - Throws: an error of the file system.
    public func make(_ id: String, at target: URL, parvis: String) throws -> [String] {
        let words = id.split(separator: "-")
        let values = [
            "{{id}}": id, "{{Type}}": words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(),
            "{{title}}": words.joined(separator: " "), "{{parvis}}": parvis, "{{folder}}": target.path,
        ]
        func filled(_ text: String) -> String {
            values.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
        }
        for file in files where file != Self.next {
            let place = target.appending(path: filled(file))
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            let source = folder.appending(path: file)
            guard let text = text(of: file) else {
                try FileManager.default.copyItem(at: source, to: place)
                continue
            }
            try Data(filled(text).utf8).write(to: place)
            let isExecutable = FileManager.default.isExecutableFile(atPath: source.path)
            try FileManager.default.setAttributes(
                [.posixPermissions: isExecutable ? 0o755 : 0o644], ofItemAtPath: place.path)
        }
        return filled(text(of: Self.next) ?? "").split(separator: "\n").map(String.init)
    }

    /// Its files, as paths within it.
    private var files: [String] {
        (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted().filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.path + "/" + file, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    private func text(of file: String) -> String? {
        FileManager.default.contents(atPath: folder.path + "/" + file).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
