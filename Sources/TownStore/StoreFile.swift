internal import Diagnostics
internal import Foundation
internal import GRDB

/// One SQLite file of the store, opened when it is first needed.
///
/// It blocks: an actor with a ``StoreExecutor`` owns it.
final class StoreFile {
    /// What a committed change survives.
    enum Durability: String {
        /// The end of the program and a power cut: each commit waits for the disk.
        case full = "FULL"
        /// The end of the program; a power cut may undo the last commits.
        case normal = "NORMAL"
    }

    /// What a clerk should know of this file: a damaged one that was put aside, what is not wiped yet.
    private(set) var notices: [Diagnostic] = []

    /// Where the file is, or nil in memory.
    let path: String?
    private let folder: String
    private let durability: Durability
    private let migrator: DatabaseMigrator
    private var current: (queue: DatabaseQueue, identity: FileIdentity?)?

    /// How long another process may keep a file to itself, in seconds.
    private static let patience = 5.0

    init(_ place: StorePlace, _ name: String, _ durability: Durability, _ migrator: DatabaseMigrator) {
        path = place.path(of: name)
        folder = path.map { URL(filePath: $0).deletingLastPathComponent().path } ?? ""
        (self.durability, self.migrator) = (durability, migrator)
    }

    /// Whether anything was ever kept.
    var exists: Bool { path.map { FileManager.default.fileExists(atPath: $0) } ?? (current != nil) }

    /// Reads.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        try attempt { try $0.read(body) }
    }

    /// Changes the file in one transaction, committed when this returns.
    func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        try attempt { try $0.write(body) }
    }

    /// Clears what was erased out of SQLite's journal too; a notice says so while another process is in the way.
    func wipe() {
        notices = wiped() ? [] : [Diagnostic(.warning, "store.not-wiped", file: path ?? "")]
    }

    /// Does what an earlier ``wipe()``, of this process or of another, may have left.
    func wipeRemains() {
        let journal = try? path.map { try FileManager.default.attributesOfItem(atPath: $0 + "-wal") }
        if journal?[.size] as? Int ?? 0 > 0, wiped() { notices = [] }
    }

    private func wiped() -> Bool {
        (try? attempt { try $0.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }) != nil
    }

    /// Runs `body` on the open file; one that turns out to be damaged is put aside and `body` runs on a new one.
    private func attempt<Result>(_ body: (DatabaseQueue) throws -> Result) throws(StoreError) -> Result {
        do {
            let queue = try opened()
            do {
                return try body(queue)
            } catch let error as DatabaseError where error.isDamage {
                try PrivateFile.alone(in: folder) { try putAside() }
                return try body(try opened())
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// The file, opened anew when somebody moved or deleted it: what is written to a file without a name is lost.
    private func opened() throws -> DatabaseQueue {
        if let current, path == nil || FileIdentity(path ?? "") == current.identity { return current.queue }
        current = nil
        let fresh: (queue: DatabaseQueue, identity: FileIdentity?)
        if let path {
            fresh = try opened(path)
        } else {
            fresh = (try ready(DatabaseQueue(configuration: configuration)), nil)
        }
        current = fresh
        return fresh.queue
    }

    private func opened(_ path: String) throws -> (DatabaseQueue, FileIdentity?) {
        try PrivateFile.makeFolder(folder)
        return try PrivateFile.alone(in: folder) {
            do {
                return try openedAlone(path)
            } catch let error as DatabaseError where error.isDamage {
                try putAside()
                return try openedAlone(path)
            }
        }
    }

    private func openedAlone(_ path: String) throws -> (DatabaseQueue, FileIdentity?) {
        try PrivateFile.make(path)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let verdict = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        guard verdict == "ok" else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return (try ready(queue), FileIdentity(path))
    }

    private func ready(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        guard try !queue.read(migrator.hasBeenSuperseded) else {
            throw StoreError(Diagnostic(.error, "store.newer", file: path ?? ""))
        }
        try migrator.migrate(queue)
        return queue
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.patience)
        configuration.prepareDatabase { [durability] database in
            // GRDB's own WAL mode would set `synchronous` to NORMAL: a request that was acknowledged could then be lost.
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = \(durability.rawValue);
                    PRAGMA secure_delete = ON;
                    """)
        }
        return configuration
    }

    /// Renames a damaged file with its journal, so that somebody can recover what it holds; nothing is deleted.
    private func putAside() throws(StoreError) {
        guard let path else { return }
        let damaged = current?.identity
        current = nil
        // Another process may just have done it: the file that is there now is then a good one.
        guard damaged == nil || damaged == FileIdentity(path) else { return }
        let copy = path + ".damaged-" + String(Int(Date().timeIntervalSince1970))
        for ending in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
            guard rename(path + ending, copy + ending) == 0 else { throw StoreError(systemCode: errno, path: path) }
        }
    }

    /// The damaged files that were put aside and that nobody has dealt with.
    var damaged: [Diagnostic] {
        guard let path else { return [] }
        let name = URL(filePath: path).lastPathComponent + ".damaged-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(name) && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted().map {
            Diagnostic(.warning, "store.set-aside", file: folder + "/" + $0)
        }
    }
}

extension DatabaseError {
    /// Whether the file is not, or no longer, what SQLite wrote.
    fileprivate var isDamage: Bool { resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB }
}
