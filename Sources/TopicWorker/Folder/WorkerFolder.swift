public import Diagnostics
internal import FoundationEssentials

/// A folder that holds a worker: `worker.yaml`, its words by language, its stories, and the program itself.
///
/// ```swift
/// let read = WorkerFolder("topics/water").settings()
/// let topic = read.value.map { WorkerTopic($0) { notice in ... } }
/// ```
public struct WorkerFolder: Sendable {
    /// The folder as an absolute path.
    public let path: String
    /// The folder as a clerk would name it.
    public let name: String

    /// The worker in a folder.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - name: the folder as diagnostics name it, such as `topics/water`; the last part of the path by default.
    public init(_ path: String, named name: String? = nil) {
        self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        self.name = name ?? path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Whether a folder holds a worker.
    public static func isWorker(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + WorkerFile.name)
    }

    /// What its files say, read anew; the worker is not started.
    ///
    /// - Returns: the settings, or nil where the files leave no worker that could run; and what is wrong with them.
    public func settings() -> Checked<WorkerSettings?> {
        WorkerFile(folder: path, place: name).settings()
    }
}
