internal import Foundation
internal import Yams

extension Story {
    /// The stories of a topic pack: those under `stories` in its `topic.yaml`, then those of its `stories.yaml`.
    ///
    /// A worker has the second file alone.
    ///
    /// - Parameter folder: the pack's or the worker's folder.
    /// - Throws: an error that names the file when it cannot be read or is not what it should be.
    public static func ofPack(_ folder: String) throws -> [Story] {
        let (pack, file) = (folder + "/topic.yaml", folder + "/stories.yaml")
        guard FileManager.default.fileExists(atPath: pack) else {
            return FileManager.default.fileExists(atPath: file) ? try load(file) : []
        }
        guard let data = FileManager.default.contents(atPath: pack) else {
            throw StoryError(file: pack, reason: "the file cannot be read")
        }
        let written: [Story]
        do {
            written = try YAMLDecoder().decode(Written.self, from: data).stories ?? []
        } catch {
            throw StoryError(file: pack, reason: "\(error)")
        }
        return try written + (FileManager.default.fileExists(atPath: file) ? load(file) : [])
    }

    private struct Written: Decodable {
        let stories: [Story]?
    }
}
