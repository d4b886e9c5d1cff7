import Foundation
import Testing

/// The program as other programs run it: arguments and bytes in; a status, bytes and comments out.
struct Program {
    let status: Int32
    let output: String
    let comments: String

    /// The lines of the output, without the last end of line.
    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }

    /// Each line of the output as a JSON object.
    func objects() throws -> [[String: Any]] {
        try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    /// Runs the program beside this test with some input, and waits for its end.
    static func run(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws -> Program
    {
        try run(process(arguments), input: input, environment: environment)
    }

    /// Runs a line of shell in a folder, with the program beside this test as `parvis`.
    static func shell(_ line: String, in folder: String) throws -> Program {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(filePath: folder)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let program = executable.deletingLastPathComponent().path
        return try run(process, input: Data(), environment: ["PATH": program + ":" + path])
    }

    private static func run(_ process: Process, input: Data, environment: [String: String]) throws -> Program {
        let folder = FileManager.default.temporaryDirectory.appending(path: "parvis-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files rather than pipes: a long answer can then never wait for a reader that waits for the end.
        let names = ["in", "out", "err"].map { folder.appending(path: $0) }
        for name in names { _ = FileManager.default.createFile(atPath: name.path, contents: nil) }
        try input.write(to: names[0])
        process.environment = ProcessInfo.processInfo.environment.merging([
            "PARVIS_STATE": folder.path
        ]) { $1 }.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            comments: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }

    /// Runs the program with lines of text as its input.
    static func run(_ arguments: [String], lines: [String]) throws -> Program {
        try run(arguments, input: Data(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// The program beside this test, not yet running.
    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        return process
    }

    /// Whether the program of the engines was built beside this one.
    static var hasEngine: Bool {
        FileManager.default.isExecutableFile(
            atPath: executable.deletingLastPathComponent().appending(path: "parvis-speech").path)
    }

    private static var executable: URL {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let beside = URL(filePath: own).deletingLastPathComponent().appending(path: "parvis")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        // The test runner of the toolchain runs the bundle of tests: the bundle lies beside the program.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "parvis")
    }
}
