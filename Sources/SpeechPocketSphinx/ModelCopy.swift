internal import Foundation

/// A folder that holds a model by links, with parameters of ours: what `feat.params` says wins over what a program asks for.
struct ModelCopy {
    /// The folder.
    let folder: URL

    /// Makes the folder anew.
    ///
    /// - Parameters:
    ///   - model: the model.
    ///   - changes: parameters of `feat.params` to replace.
    ///   - parent: where to put it; a folder of this process's own.
    /// - Throws: ``RecognitionError/noDecoder(_:)`` when it cannot be written.
    init(of model: AcousticModel, changes: [String: String], in parent: URL) throws(RecognitionError) {
        folder = parent.appending(path: "model")
        let files = FileManager.default
        do {
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in try files.contentsOfDirectory(atPath: model.folder.path) where file != "feat.params" {
                let link = folder.appending(path: file)
                guard !files.fileExists(atPath: link.path) else { continue }
                try files.createSymbolicLink(at: link, withDestinationURL: model.folder.appending(path: file))
            }
            try FeatureParameters(model.folder).text(replacing: changes)
                .write(to: folder.appending(path: "feat.params"), atomically: true, encoding: .utf8)
        } catch {
            throw .noDecoder("\(parent.path) cannot be written")
        }
    }
}

/// A folder for the files of this process, removed with it.
final class ScratchFolder: Sendable {
    /// What the names of these folders begin with; the number of the process follows.
    private static let prefix = "parvis-hearing-"

    /// The folder.
    let url: URL

    /// Makes a folder.
    ///
    /// - Parameter inMemory: whether it should be where files take no disk, if there is such a place.
    /// - Throws: ``RecognitionError/noDecoder(_:)``.
    init(inMemory: Bool = false) throws(RecognitionError) {
        let memory = URL(filePath: "/dev/shm")
        let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory.path)
        let parent = isThere ? memory : FileManager.default.temporaryDirectory
        Self.removeAbandoned(in: parent)
        url = parent.appending(path: Self.prefix + String(getpid()) + "-" + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .noDecoder("\(url.path) cannot be made")
        }
    }

    /// Removes what processes that are gone left behind: a score is nearly as telling as the sound.
    private static func removeAbandoned(in parent: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count).prefix(while: \.isNumber)), kill(process, 0) != 0,
                errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(at: parent.appending(path: name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
