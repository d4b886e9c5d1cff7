import Assistant
import Foundation
import Testing

@Suite struct CompiledCacheTests {
    @Test("What was stored is found by the next start, and a changed input finds nothing")
    func storedAndChanged() throws {
        try inTemporaryFolder { folder in
            let input = folder.appending(path: "input.txt")
            try Data("one".utf8).write(to: input)
            let first = CompiledCache(inputs: [input.path], base: folder.appending(path: "cache"))
            #expect(first.value("number") { 1 } == 1)
            let again = CompiledCache(inputs: [input.path], base: folder.appending(path: "cache"))
            #expect(again.value("number") { 2 } == 1)
            try Data("two".utf8).write(to: input)
            let changed = CompiledCache(inputs: [input.path], base: folder.appending(path: "cache"))
            #expect(changed.value("number") { 3 } == 3)
        }
    }

    @Test(
        "A damaged file is made anew, never trusted",
        arguments: [Data(), Data("x".utf8), Data(repeating: 0, count: 64), Data("[1,2,3]12345678".utf8)])
    func damaged(bytes: Data) throws {
        try inTemporaryFolder { folder in
            let cache = CompiledCache(inputs: [], base: folder)
            cache.store(Data("[7]".utf8), "list")
            let stored: [Int] = cache.value("list") { [0] }
            #expect(stored == [7])
            let file = try #require(FileManager.default.subpaths(atPath: folder.path)?.first { $0.hasSuffix("list") })
            try bytes.write(to: folder.appending(path: file))
            let mended: [Int] = cache.value("list") { [8] }
            #expect(mended == [8])
            let kept: [Int] = cache.value("list") { [9] }
            #expect(kept == [8])
        }
    }

    @Test("Where nothing can be written, each start compiles")
    func unwritable() {
        let cache = CompiledCache(inputs: [], base: URL(filePath: "/proc/nowhere"))
        #expect(cache.value("number") { 1 } == 1)
        #expect(cache.value("number") { 2 } == 2)
    }

    private func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cache-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
