import Foundation
import Testing
import TownStore

/// What other processes do to the store; each is this program run again with the body of an exit test.
@Suite("Filed requests of other processes")
struct DurabilityTests {
    @Test("A process that is killed right after it said a number has kept the request")
    func killed() async throws {
        for _ in 0..<3 {
            let result = try #require(
                await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
                    let folder = FileManager.default.temporaryDirectory.appending(path: "killed-" + UUID().uuidString)
                    let requests = FiledRequests(.folder(folder.path), clock: { 0 })
                    let reference = try await requests.file(Sample.callback(), at: Sample.now)
                    try FileHandle.standardOutput.write(contentsOf: Data("\n\(folder.path)|\(reference)|\n".utf8))
                    kill(getpid(), SIGKILL)
                })
            let output = String(decoding: result.standardOutputContent, as: UTF8.self)
            let said = try #require(output.firstMatch(of: /\n(\/.*)\|(.*)\|\n/))
            let folder = String(said.output.1)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let kept = try await FiledRequests(.folder(folder), clock: { 0 }).entries()
            #expect(kept.map(\.reference) == [String(said.output.2)])
            #expect(kept.first?.request == Sample.callback())
        }
    }

    /// A folder that a process and those that it starts agree upon.
    private static func shared(_ process: Int32) -> String {
        FileManager.default.temporaryDirectory.appending(path: "shared-store-\(process)").path
    }

    @Test("Two processes that file at the same time both succeed, from the first request on")
    func together() async throws {
        let folder = Self.shared(getpid())
        defer { try? FileManager.default.removeItem(atPath: folder) }
        async let one = #expect(processExitsWith: .success) { try await DurabilityTests.fileMany() }
        async let other = #expect(processExitsWith: .success) { try await DurabilityTests.fileMany() }
        _ = await (one, other)
        let kept = try await FiledRequests(.folder(folder), clock: { 0 }).entries()
        #expect(Set(kept.map(\.reference)).count == 2 * Self.many)
    }

    private static let many = 50

    private static func fileMany() async throws {
        let requests = FiledRequests(.folder(shared(getppid())), clock: { 0 })
        for _ in 0..<many { _ = try await requests.file(Sample.callback(), at: Sample.now) }
    }
}
