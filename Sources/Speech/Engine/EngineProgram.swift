internal import FoundationEssentials

/// Where the program of the engines is: `parvis-speech`, which links what `parvis` does not.
public struct EngineProgram: Sendable, Hashable {
    /// What it is called.
    public static let name = "parvis-speech"

    /// Its path.
    public let path: String
    /// What it is started with.
    public var arguments: [String]

    /// A program at a path.
    public init(path: String, arguments: [String] = []) { (self.path, self.arguments) = (path, arguments) }

    /// Finds it: where `PARVIS_SPEECH` says, beside the program that runs, in a folder of `PATH`.
    ///
    /// - Parameters:
    ///   - executable: the path of the program that runs.
    ///   - environment: the variables of its environment.
    ///   - arguments: what it is to be started with.
    /// - Returns: the program.
    /// - Throws: ``SpeechError/missing(program:)`` when it is in none of them.
    public static func find(
        beside executable: String?, environment: [String: String], arguments: [String] = []
    ) throws(SpeechError) -> EngineProgram {
        let beside = executable.map { URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent().path() }
        let folders = [beside].compactMap { $0 } + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let places = folders.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + name }
        if let told = environment["PARVIS_SPEECH"], !told.isEmpty {
            guard FileManager.default.isExecutableFile(atPath: told) else { throw .missing(program: told) }
            return EngineProgram(path: told, arguments: arguments)
        }
        guard let path = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw .missing(program: name)
        }
        return EngineProgram(path: path, arguments: arguments)
    }
}
