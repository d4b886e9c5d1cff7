import CivilTime
import Diagnostics
import Foundation
import Testing
import TopicKit

@testable import TownStore

@Suite("Filed requests")
struct FiledRequestsTests {
    private let clock = TestClock()

    private func open(_ folder: borrowing TemporaryFolder) -> FiledRequests {
        FiledRequests(folder.place, clock: clock.read)
    }

    @Test("are found again by another program, whole and in their order")
    func kept() async throws {
        let folder = TemporaryFolder()
        let first = try await open(folder).file(Sample.callback(), at: Sample.now)
        clock.pass(days: 1)
        let second = try await open(folder).file(Sample.callback("0199006666"), at: Sample.now.adding(minutes: 1440))
        let entries = try await open(folder).entries()
        #expect(entries.map(\.reference) == [first, second])
        #expect(entries.first?.request == Sample.callback())
        #expect(entries.first?.filed == Sample.now)
        #expect(entries.first?.end == Sample.now.day.adding(days: 30))
        #expect(first.wholeMatch(of: /\d\d \d\d \d\d/) != nil)
    }

    @Test("are on the disk before their number is said: each commit waits for it, and what is erased is overwritten")
    func pragmas() async throws {
        let folder = TemporaryFolder()
        #expect(try await open(folder).pragmas() == ["wal", "2", "1"])
    }

    @Test("are for their owner only")
    func rights() async throws {
        let folder = TemporaryFolder()
        let requests = open(folder)
        _ = try await requests.file(Sample.callback(), at: Sample.now)
        func rights(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: folder.path + "/99123" + name)[.posixPermissions] as? Int
        }
        #expect(try rights("") == 0o700)
        for ending in ["", "-wal", "-shm"] { #expect(try rights("/requests.sqlite" + ending) == 0o600) }
        _ = try await requests.entries()
    }

    @Test("leave no byte behind when they are erased, in the file or in its journal")
    func erased() async throws {
        let folder = TemporaryFolder()
        let requests = open(folder)
        let reference = try await requests.file(Sample.callback(), at: Sample.now)
        let other = try await requests.file(Sample.callback("0199007777"), at: Sample.now)
        #expect(folder.bytes().range(of: Data(Sample.phone.utf8)) != nil)
        #expect(try await requests.erase(reference.filter { $0 != " " }) == .erased)
        #expect(folder.bytes().range(of: Data(Sample.phone.utf8)) == nil)
        #expect(folder.bytes().range(of: Data("0199007777".utf8)) != nil)
        #expect(try await requests.erase(reference) == .unknown)
        #expect(try await requests.erase("12") == .malformed)
        #expect(try await requests.entries().map(\.reference) == [other])
        #expect(await requests.notices().isEmpty)
    }

    @Test("say so while another program keeps a copy of what was erased, and clear it afterwards")
    func heldByReader() async throws {
        let folder = TemporaryFolder()
        let requests = open(folder)
        let reference = try await requests.file(Sample.callback(), at: Sample.now)
        let reader = Process()
        reader.executableURL = URL(filePath: "/usr/bin/sqlite3")
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") else { return }
        let input = Pipe()
        let output = Pipe()
        reader.arguments = [folder.requests]
        (reader.standardInput, reader.standardOutput) = (input, output)
        try reader.run()
        // An open transaction of another program pins the journal.
        try input.fileHandleForWriting.write(contentsOf: Data("BEGIN; SELECT count(*) FROM request;\n".utf8))
        _ = output.fileHandleForReading.availableData
        #expect(try await requests.erase(reference) == .erased)
        #expect(await requests.notices().map(\.code) == ["store.not-wiped"])
        try input.fileHandleForWriting.close()
        reader.waitUntilExit()
        #expect(try await open(folder).entries().isEmpty)
        #expect(folder.bytes().range(of: Data(Sample.phone.utf8)) == nil)
    }

    @Test("are erased when their days are over, at the next use of whatever kind")
    func retention() async throws {
        for use in 0..<3 {
            let folder = TemporaryFolder()
            let requests = open(folder)
            _ = try await requests.file(Sample.callback(), at: Sample.now)
            clock.pass(days: 29)
            #expect(try await open(folder).entries().count == 1)
            clock.pass(days: 1)
            switch use {
            case 0: #expect(try await open(folder).entries().isEmpty)
            case 1: _ = try await requests.file(Sample.callback("0199008888"), at: Sample.now)
            default: try await open(folder).purge()
            }
            #expect(folder.bytes().range(of: Data(Sample.phone.utf8)) == nil)
        }
    }

    @Test("make no file as long as there is none, and work in memory without one")
    func nothing() async throws {
        let folder = TemporaryFolder()
        let requests = open(folder)
        #expect(try await requests.entries().isEmpty)
        #expect(try await requests.erase("48 21 30") == .unknown)
        try await requests.purge()
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        let inMemory = FiledRequests(.memory, clock: clock.read)
        let reference = try await inMemory.file(Sample.callback(), at: Sample.now)
        #expect(try await inMemory.entries().map(\.reference) == [reference])
        #expect(try await inMemory.erase(reference) == .erased)
    }

    @Test("of many callers at once all get a number of their own")
    func concurrent() async throws {
        let folder = TemporaryFolder()
        let (one, other) = (open(folder), open(folder))
        let references = try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<100 {
                group.addTask { try await (index % 2 == 0 ? one : other).file(Sample.callback(), at: Sample.now) }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(references.count == 100)
        #expect(try await Set(one.entries().map(\.reference)) == references)
    }

    @Test("keep days of retention within reason", arguments: [(0, 1), (-5, 1), (Int.max, 3650), (30, 30)])
    func days(given: Int, kept: Int) { #expect(Sample.callback(days: given).retentionDays == kept) }
}
