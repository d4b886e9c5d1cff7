import Foundation

/// Whether Debian's Python, which the worker examples are written in, is there.
let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

/// A folder of a test's own.
struct TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "parvis-test-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
