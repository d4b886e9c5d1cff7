internal import FoundationEssentials

/// The tables of liblouis that are installed.
public struct BrailleTables: Sendable, Hashable {
    /// Where tables are looked for, in order.
    public let folders: [String]
    /// The names of the tables, in order, with their endings.
    public let names: [String]

    /// Endings of files that are whole tables; others are parts of one.
    private static let endings = [".utb", ".ctb", ".tbl"]

    /// The tables where liblouis looks: the folders of `LOUIS_TABLEPATH`, then Debian's.
    public static let installed = BrailleTables(environment: ProcessInfo.processInfo.environment)

    /// The tables that an environment names.
    public init(environment: [String: String]) {
        let own = (environment["LOUIS_TABLEPATH"] ?? "").split(separator: ",").map(String.init)
        self.init(folders: own + ["/usr/share/liblouis/tables"])
    }

    /// The tables in some folders.
    public init(folders: [String]) {
        self.folders = folders
        let files = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
        names = Set(files.filter { file in Self.endings.contains { file.hasSuffix($0) } }).sorted()
    }

    /// The file of a table named with or without its ending; a path as it is when it exists.
    func file(_ name: String) -> String? {
        if name.contains("/") { return FileManager.default.fileExists(atPath: name) ? name : nil }
        return ([name] + Self.endings.map { name + $0 }).first(where: names.contains)
    }
}
