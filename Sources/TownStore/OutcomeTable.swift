public import CivilTime
public import Diagnostics
internal import GRDB
public import TopicKit

/// The counts of a town on the disk: numbers by day, topic, intent and status, and nothing else.
public actor OutcomeTable {
    /// What is counted apart.
    public struct Key: Sendable, Hashable {
        /// The day of the turns.
        public let day: Day
        /// The topic that answered, or nil.
        public let topic: String?
        /// The intent that was understood, or nil.
        public let intent: String?
        /// How the turns ended.
        public let status: TurnStatus
    }

    /// How many.
    public struct Tally: Sendable, Hashable {
        /// Turns.
        public var turns = 0
        /// Answers that a person said had helped.
        public var helped = 0
        /// Answers that a person said had not helped.
        public var notHelped = 0

        /// Adds what was counted later.
        public static func += (tally: inout Tally, more: Tally) {
            tally.turns += more.turns
            tally.helped += more.helped
            tally.notHelped += more.notHelped
        }
    }

    private nonisolated let executor = StoreExecutor("parvis.statistics")
    private let file: StoreFile

    /// The counts of a town; nothing is opened yet.
    public init(_ place: StorePlace) { file = StoreFile(place, "statistics.sqlite", .normal, Self.migrator) }

    /// The thread that it runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The counts since a day; where nothing was counted, no file is made.
    ///
    /// - Parameter day: the first day; nil for all.
    /// - Returns: the counts in order of day, topic, intent and status.
    /// - Throws: ``StoreError``.
    public func counts(since day: Day? = nil) throws -> [(key: Key, tally: Tally)] {
        guard file.exists else { return [] }
        let rows = try file.read { database in
            try GRDB.Row.fetchAll(
                database,
                sql: "SELECT * FROM outcome WHERE day >= ? ORDER BY day, topic, intent, status",
                arguments: [day?.iso ?? ""])
        }
        return rows.compactMap { row in
            guard let day = Day(iso: row["day"] as String), let status = TurnStatus(rawValue: row["status"]) else {
                return nil
            }
            func id(_ column: String) -> String? { (row[column] as String).isEmpty ? nil : row[column] }
            return (
                Key(day: day, topic: id("topic"), intent: id("intent"), status: status),
                Tally(turns: row["turns"], helped: row["helped"], notHelped: row["notHelped"])
            )
        }
    }

    /// What a clerk should know of the file.
    public func notices() -> [Diagnostic] { file.damaged + file.notices }

    /// Adds to the counts, in one transaction.
    func add(_ batch: [Key: Tally]) throws {
        try file.write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO outcome (day, topic, intent, status, turns, helped, notHelped)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (day, topic, intent, status) DO UPDATE SET turns = turns + excluded.turns,
                    helped = helped + excluded.helped, notHelped = notHelped + excluded.notHelped
                    """)
            for (key, tally) in batch {
                try statement.execute(arguments: [
                    key.day.iso, key.topic ?? "", key.intent ?? "", key.status.rawValue,
                    tally.turns, tally.helped, tally.notHelped,
                ])
            }
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("statistics 1") { database in
            // An id that is none is written as an empty text: SQLite tells NULLs of a key apart.
            try database.execute(
                sql: """
                    CREATE TABLE outcome (
                        day TEXT NOT NULL,
                        topic TEXT NOT NULL,
                        intent TEXT NOT NULL,
                        status TEXT NOT NULL,
                        turns INTEGER NOT NULL,
                        helped INTEGER NOT NULL,
                        notHelped INTEGER NOT NULL,
                        PRIMARY KEY (day, topic, intent, status)
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
