internal import Foundation
internal import TopicPack

/// The skeleton of a topic that is code: a folder of `Templates/`, copied with its placeholders filled in.
///
/// In the names of files and in their texts, `{{id}}` is the topic's id (`room-hire`), `{{Type}}` the same as a Swift type
/// (`RoomHire`), `{{title}}` with spaces (`room hire`), `{{folder}}` the folder that is made, and `{{parvis}}` the arguments
/// that name Parvis as a dependency. A file `NEXT` is not copied: its lines say what to do next.
public struct TopicTemplate: Sendable {
    private static let next = "NEXT"
    private static let parvis = "{{parvis}}"

    private let root: DataRoot
    private let folder: URL

    /// Makes a topic that works as it is.
    ///
    /// - Parameters:
    ///   - name: its id, the name of its folder.
    ///   - kind: what it is written in, a folder of `Templates/`: `worker`, `swift`.
    ///   - directory: the folder in which its own is made.
    ///   - parvis: where the package Parvis is, a URL or a path; the copy that the program was built from when nil.
    ///   - root: where the templates are; found when nil.
    /// - Returns: lines that say what was made, and what to do next.
    /// - Throws: ``NewTopicError`` when the name or the kind will not do, the folder is there, or something cannot be written.
    public static func make(
        _ name: String, kind: String, in directory: String, parvis: String? = nil, root: DataRoot? = nil
    ) throws(NewTopicError) -> [String] {
        guard let root = root ?? DataRoot.find() else { throw NewTopicError(.noTemplate("Templates")) }
        let known = ["pack"] + kinds(in: root)
        guard kind != "pack", known.contains(kind) else { throw NewTopicError(.noKind(kind, known: known)) }
        guard TopicPack.isName(name), !FileManager.default.fileExists(atPath: root.locale("fr") + "/\(name).yaml")
        else {
            throw NewTopicError(.badName(name))
        }
        let target = directory + "/" + name
        guard !FileManager.default.fileExists(atPath: target) else { throw NewTopicError(.exists(target)) }
        let template = TopicTemplate(root: root, folder: URL(filePath: root.path + "/Templates/" + kind))
        return try template.make(name, at: target, parvis: parvis)
    }

    /// The kinds that have a template with a `NEXT`, in order.
    private static func kinds(in root: DataRoot) -> [String] {
        TopicFolders.names(in: root.path + "/Templates").filter {
            FileManager.default.fileExists(atPath: root.path + "/Templates/" + $0 + "/" + next)
        }
    }

    private func make(_ id: String, at target: String, parvis: String?) throws(NewTopicError) -> [String] {
        let words = id.split(separator: "-")
        var values = [
            "{{id}}": id, "{{Type}}": words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(),
            "{{title}}": words.joined(separator: " "), "{{folder}}": target,
        ]
        if files.contains(where: { text(of: $0)?.contains(Self.parvis) ?? false }) {
            values[Self.parvis] = try dependency(parvis)
        }
        func filled(_ text: String) -> String {
            values.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
        }
        do {
            for file in files where file != Self.next { try copy(file, to: target + "/" + filled(file), filled) }
        } catch {
            throw NewTopicError(.cannotWrite(target))
        }
        return filled(text(of: Self.next) ?? "").split(separator: "\n").map(String.init)
    }

    private func copy(_ file: String, to path: String, _ filled: (String) -> String) throws {
        let manager = FileManager.default
        let (source, place) = (folder.path + "/" + file, URL(filePath: path))
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard let text = text(of: file) else { return try manager.copyItem(atPath: source, toPath: path) }
        try Data(filled(text).utf8).write(to: place)
        let permissions = manager.isExecutableFile(atPath: source) ? 0o755 : 0o644
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }

    /// How a package names Parvis: by the URL or path given, else by the copy that this program was built from.
    private func dependency(_ parvis: String?) throws(NewTopicError) -> String {
        func isPackage(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path + "/Package.swift") }
        guard let place = parvis ?? (isPackage(root.path) ? root.path : nil) else {
            throw NewTopicError(.whereIsParvis)
        }
        if place.contains("://") || place.hasPrefix("git@") { return "url: \"\(place)\", branch: \"main\"" }
        let path = URL(filePath: place).standardizedFileURL.path
        guard isPackage(path) else { throw NewTopicError(.notParvis(path)) }
        return "name: \"parvis\", path: \"\(path)\""
    }

    /// Its files, as paths within it.
    private var files: [String] {
        (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted().filter { file in
            var isFolder = ObjCBool(false)
            return FileManager.default.fileExists(atPath: folder.path + "/" + file, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    private func text(of file: String) -> String? {
        FileManager.default.contents(atPath: folder.path + "/" + file).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
