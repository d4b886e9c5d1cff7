public import Foundation

/// Where the languages and the example commune are: beside the program, or where it was built.
public struct DataRoot: Sendable {
    /// The folder that holds `Locales/` and `Towns/`.
    public let path: String

    /// Uses a folder.
    public init(path: String) { self.path = path }

    /// Finds the data: `$PARVIS_DATA`, then `<executable>/../share/parvis`, then the package that the executable was built
    /// in, then the package of Parvis that another package was built with.
    ///
    /// - Returns: the first of these that has a `Locales` folder, or nil.
    public static func find(
        environment: [String: String] = ProcessInfo.processInfo.environment, executable: String = executablePath
    ) -> DataRoot? {
        var candidates = [environment["PARVIS_DATA"]].compactMap { $0 }
        var folder = URL(filePath: executable).deletingLastPathComponent()
        candidates.append(folder.deletingLastPathComponent().appending(path: "share/parvis").path)
        while folder.path.count > 1 {
            candidates.append(folder.path)
            folder = folder.deletingLastPathComponent()
        }
        // A topic's own package has no Locales; this source file lies in Parvis's copy, beside them.
        candidates.append("/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/"))
        return candidates.first { FileManager.default.fileExists(atPath: $0 + "/Locales") }.map { DataRoot(path: $0) }
    }

    /// The data, where a command cannot do without them.
    ///
    /// - Throws: ``OpeningError`` that says how to name the folder.
    public static func required() throws(OpeningError) -> DataRoot {
        guard let root = find() else { throw OpeningError(.noData) }
        return root
    }

    /// The path of the running program, its links followed.
    public static var executablePath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first
            ?? ""
    }

    /// The folder of one language.
    public func locale(_ language: String) -> String { path + "/Locales/" + language }

    /// The languages that are there, by name of folder.
    public var languages: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path + "/Locales")) ?? []).sorted()
    }

    /// The example commune.
    public var exampleTown: String { path + "/Towns/valclair" }
}
