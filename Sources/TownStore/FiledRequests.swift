public import CivilTime
public import Diagnostics
internal import GRDB
public import TopicKit

/// What people asked of the town hall and a person must handle: kept until it is erased or its days are over.
///
/// It has an SQLite file and a connection of its own, and each commit waits for the disk: once the reference is said, not
/// even a power cut loses the request. What is erased is overwritten.
public actor FiledRequests: Filing {
    /// A request that is kept.
    public struct Entry: Sendable, Hashable {
        /// The number that the person can quote: "48 21 36".
        public let reference: String
        /// What is asked.
        public let request: FiledRequest
        /// When it was filed, by the town's clocks.
        public let filed: Moment
        /// The day on which it is erased by itself.
        public var end: Day { filed.day.adding(days: request.retentionDays) }
    }

    /// What became of a number that was to be erased.
    public enum Erasure: Sendable, Hashable {
        /// The request is gone.
        case erased
        /// No request has this number, or none any more.
        case unknown
        /// This is no number that Parvis gives: a figure is wrong or missing.
        case malformed
    }

    private nonisolated let executor = StoreExecutor("parvis.requests")
    private let file: StoreFile
    private let clock: @Sendable () -> Int

    /// The requests of a town; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - place: where they are kept.
    ///   - clock: the time by which days of retention pass, in seconds since 1970. It is not the time at which a question
    ///     is asked, which a caller may set: asking what tomorrow brings must erase nothing.
    public init(_ place: StorePlace, clock: @escaping @Sendable () -> Int) {
        file = StoreFile(place, "requests.sqlite", .full, Self.migrator)
        self.clock = clock
    }

    /// The thread that it runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Files a request: on the disk when this returns.
    ///
    /// - Throws: ``StoreError``; nothing is kept then.
    public func file(_ request: FiledRequest, at now: Moment) throws -> String {
        try purge()
        let instant = clock()
        return try file.write { database in
            let reference = try Self.freeReference(database)
            try Row(reference: reference, request: request, filed: now, instant: instant).insert(database)
            return reference
        }
    }

    /// The requests that are kept, the oldest first; where nothing was ever filed, no file is made.
    ///
    /// - Throws: ``StoreError``.
    public func entries() throws -> [Entry] {
        guard file.exists else { return [] }
        try purge()
        file.wipeRemains()
        return try file.read { try Row.order(Column("instant"), Column.rowID).fetchAll($0) }.compactMap(\.entry)
    }

    /// Erases a request, with every trace of it in the file and its journal.
    ///
    /// - Parameter reference: its number, however the figures are set apart.
    /// - Returns: whether it was there.
    /// - Throws: ``StoreError``.
    public func erase(_ reference: String) throws -> Erasure {
        guard let number = Reference(reference) else { return .malformed }
        guard file.exists, try file.write({ try Row.deleteOne($0, key: number.text) }) else { return .unknown }
        file.wipe()
        return .erased
    }

    /// Erases what has been kept for as long as its kind allows.
    ///
    /// - Throws: ``StoreError``.
    public func purge() throws {
        guard file.exists else { return }
        let instant = clock()
        let isDue = Column("due") <= instant
        guard try file.read({ try Row.filter(isDue).fetchCount($0) }) > 0 else { return }
        _ = try file.write { try Row.filter(isDue).deleteAll($0) }
        file.wipe()
    }

    /// What a clerk should know of the file.
    public func notices() -> [Diagnostic] { file.damaged + file.notices }

    /// How SQLite was told to write, for tests: the journal's mode, `synchronous`, `secure_delete`.
    func pragmas() throws -> [String] {
        try file.read { database in
            try ["journal_mode", "synchronous", "secure_delete"].compactMap {
                try String.fetchOne(database, sql: "PRAGMA " + $0)
            }
        }
    }

    /// A number that no request has; the transaction keeps other processes from taking it meanwhile.
    private static func freeReference(_ database: Database) throws -> String {
        for _ in 0..<1000 {
            let reference = Reference.random().text
            if try !Row.exists(database, key: reference) { return reference }
        }
        throw StoreError(Diagnostic(.error, "store.too-many"))
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("requests 1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE request (
                        reference TEXT PRIMARY KEY NOT NULL,
                        kind TEXT NOT NULL,
                        fields TEXT NOT NULL,
                        context TEXT NOT NULL,
                        retentionDays INTEGER NOT NULL,
                        filed TEXT NOT NULL,
                        instant INTEGER NOT NULL,
                        due INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX requestByDue ON request (due);
                    """)
        }
        return migrator
    }
}

/// A request as it lies in the file.
private struct Row: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "request"

    let reference: String
    let kind: String
    let fields: [String: String]
    let context: [String: String]
    let retentionDays: Int
    /// The local time at which it was filed, ISO 8601.
    let filed: String
    /// The same instant, in seconds since 1970.
    let instant: Int
    /// The instant at which it is erased by itself.
    let due: Int

    init(reference: String, request: FiledRequest, filed: Moment, instant: Int) {
        (self.reference, kind) = (reference, request.kind)
        (fields, context, retentionDays) = (request.fields, request.context, request.retentionDays)
        (self.filed, self.instant, due) = (filed.iso, instant, instant + request.retentionDays * 86_400)
    }

    var entry: FiledRequests.Entry? {
        Moment(iso: filed).map { filed in
            FiledRequests.Entry(
                reference: reference,
                request: FiledRequest(kind: kind, fields: fields, context: context, retentionDays: retentionDays),
                filed: filed)
        }
    }
}
