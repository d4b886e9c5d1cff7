import CivilTime
import Diagnostics
import Foundation
import Testing
import TopicKit

@testable import TownStore

@Suite("A store in trouble")
struct StoreTroubleTests {
    private let clock = TestClock()

    private func open(_ folder: borrowing TemporaryFolder) -> FiledRequests {
        FiledRequests(folder.place, clock: clock.read)
    }

    private func code(_ work: () async throws -> Void) async -> String? {
        do {
            try await work()
            return nil
        } catch {
            return (error as? StoreError)?.diagnostic.code ?? "\(error)"
        }
    }

    @Test(
        "puts a damaged file aside, keeps its bytes, says so, and goes on",
        arguments: [Data("not SQLite at all".utf8), Data(repeating: 0x55, count: 20_000)])
    func damaged(bytes: Data) async throws {
        let folder = TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/99123", withIntermediateDirectories: true)
        try bytes.write(to: URL(filePath: folder.requests))
        let requests = open(folder)
        let reference = try await requests.file(Sample.callback(), at: Sample.now)
        #expect(try await open(folder).entries().map(\.reference) == [reference])
        let notices = await open(folder).notices()
        #expect(notices.map(\.code) == ["store.set-aside"])
        #expect(FileManager.default.contents(atPath: notices.first?.file ?? "") == bytes)
    }

    @Test("notices damage within the file, whether it opens it or has it open", arguments: [true, false])
    func damagedWithin(isOpen: Bool) async throws {
        let folder = TemporaryFolder()
        let running = open(folder)
        if isOpen { _ = try await running.entries() }
        do {
            let other = open(folder)
            var last = ""
            for index in 0..<200 {
                last = try await other.file(Sample.callback("01990\(10_000 + index)"), at: Sample.now)
            }
            // This clears the journal: the pages then lie in the file itself.
            #expect(try await other.erase(last) == .erased)
        }
        let handle = try FileHandle(forWritingTo: URL(filePath: folder.requests))
        let size = Int(try handle.seekToEnd())
        try #require(size > 16_384)
        try handle.seek(toOffset: 4096)
        try handle.write(contentsOf: Data(repeating: 0xff, count: size - 4096))
        try handle.close()
        let reference = try await running.file(Sample.callback(), at: Sample.now)
        #expect(try await open(folder).entries().map(\.reference) == [reference])
        #expect(await open(folder).notices().map(\.code) == ["store.set-aside"])
    }

    @Test("writes to the file that is there, when somebody deletes it under a program that runs")
    func deleted() async throws {
        let folder = TemporaryFolder()
        let requests = open(folder)
        _ = try await requests.file(Sample.callback(), at: Sample.now)
        try FileManager.default.removeItem(atPath: folder.path + "/99123")
        let reference = try await requests.file(Sample.callback(), at: Sample.now)
        #expect(try await open(folder).entries().map(\.reference) == [reference])
    }

    @Test("says that a folder cannot be made")
    func noFolder() async throws {
        let folder = TemporaryFolder()
        try Data().write(to: URL(filePath: folder.path))
        #expect(
            await code { _ = try await open(folder).file(Sample.callback(), at: Sample.now) } == "store.not-a-folder")
    }

    @Test("leaves alone what a newer version wrote")
    func newer() async throws {
        let folder = TemporaryFolder()
        do { _ = try await open(folder).file(Sample.callback(), at: Sample.now) }
        try sqlite(folder.requests, "INSERT INTO grdb_migrations VALUES ('requests 99')")
        #expect(await code { _ = try await open(folder).entries() } == "store.newer")
    }

    @Test("waits for another program, but not for ever", .timeLimit(.minutes(2)))
    func locked() async throws {
        let folder = TemporaryFolder()
        _ = try await open(folder).file(Sample.callback(), at: Sample.now)
        let other = Process()
        other.executableURL = URL(filePath: "/usr/bin/sqlite3")
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") else { return }
        let (input, output) = (Pipe(), Pipe())
        other.arguments = [folder.requests]
        (other.standardInput, other.standardOutput) = (input, output)
        try other.run()
        try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE; SELECT 1;\n".utf8))
        _ = output.fileHandleForReading.availableData
        #expect(await code { _ = try await open(folder).file(Sample.callback(), at: Sample.now) } == "store.locked")
        try input.fileHandleForWriting.close()
        other.waitUntilExit()
        #expect(await code { _ = try await open(folder).file(Sample.callback(), at: Sample.now) } == nil)
    }

    @Test(
        "says that the disk is full or closed to it, keeps what it has, and works again once there is room",
        .enabled("this user may not mount a small disk") { SmallDisk() != nil })
    func fullDisk() async throws {
        guard let disk = SmallDisk() else { return }
        let requests = FiledRequests(.folder(disk.path + "/99123"), clock: clock.read)
        let first = try await requests.file(Sample.callback(), at: Sample.now)
        let filler = disk.path + "/filler"
        try disk.fill(filler)
        var said: String?
        for _ in 0..<200 where said == nil {
            said = await code {
                _ = try await requests.file(
                    Sample.callback(String(repeating: "7", count: 2000)), at: Sample.now)
            }
        }
        #expect(said == "store.full")
        let fresh = FiledRequests(.folder(disk.path + "/other"), clock: clock.read)
        #expect(await code { _ = try await fresh.file(Sample.callback(), at: Sample.now) } == "store.full")
        try FileManager.default.removeItem(atPath: filler)
        let last = try await requests.file(Sample.callback(), at: Sample.now)
        let kept = try await requests.entries().map(\.reference)
        #expect(kept.first == first && kept.last == last)
    }

    @Test("says that a disk is closed to it", .enabled("this user may not mount a small disk") { SmallDisk() != nil })
    func closedDisk() async throws {
        guard let disk = SmallDisk() else { return }
        let place = StorePlace.folder(disk.path + "/99123")
        do { _ = try await FiledRequests(place, clock: clock.read).file(Sample.callback(), at: Sample.now) }
        disk.close()
        for place in [place, .folder(disk.path + "/other")] {
            let requests = FiledRequests(place, clock: clock.read)
            #expect(await code { _ = try await requests.file(Sample.callback(), at: Sample.now) } == "store.read-only")
        }
    }

    private func sqlite(_ path: String, _ statement: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [path, statement]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

/// A disk of 256 kB, mounted for a test.
private struct SmallDisk: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appending(path: "disk-" + UUID().uuidString).path

    init?() {
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard Self.run("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", path]) else {
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
    }

    /// Writes a file until nothing more goes in.
    func fill(_ file: String) throws {
        _ = FileManager.default.createFile(atPath: file, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        for count in [4096, 512, 1] { while (try? handle.write(contentsOf: Data(count: count))) != nil {} }
        try handle.close()
    }

    /// Lets nobody write any more.
    func close() { #expect(Self.run("mount", ["-o", "remount,ro", path])) }

    private static func run(_ name: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/" + name)
        (process.arguments, process.standardError) = (arguments, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    deinit {
        _ = Self.run("umount", ["-l", path])
        try? FileManager.default.removeItem(atPath: path)
    }
}
