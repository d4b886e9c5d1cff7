import Foundation

/// Samples of public data that live beside the package and are never part of it.
enum SharedData {
    private static let root: String = {
        let parts = #filePath.split(separator: "/")
        let root = parts[..<(parts.lastIndex(of: "Tests") ?? parts.endIndex)].dropLast()
        return "/" + root.joined(separator: "/") + "/shared/data/opendata/"
    }()

    /// Whether a sample is there; a test that needs it is skipped otherwise.
    static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + path) }

    /// The bytes of a sample.
    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: root + path))) }

    /// The text of a sample.
    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}

extension String {
    /// The text as the bytes of a file.
    var bytes: [UInt8] { Array(utf8) }
}
