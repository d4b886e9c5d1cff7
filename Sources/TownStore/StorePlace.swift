public import Foundation

/// Where a town's store is: what must outlive the program, and is not part of the town's own folder.
public enum StorePlace: Sendable, Hashable {
    /// A folder, made when something is first kept.
    case folder(String)
    /// Nowhere: kept as long as the program runs, for tests and rehearsals.
    case memory

    /// The place of a town: `$PARVIS_STATE`, else `$XDG_STATE_HOME/parvis`, else `~/.local/state/parvis`, in a folder
    /// named by the town's INSEE code.
    ///
    /// The code rather than the path of the town's folder: whoever moves that folder must still find what people filed.
    ///
    /// - Parameters:
    ///   - insee: the INSEE code; where it is none, the folder is named by a hash of `townFolder`.
    ///   - townFolder: the path of the town's folder.
    ///   - environment: where the variables are looked up; one that is no whole path is ignored, as XDG asks.
    /// - Returns: the place; nothing is made there yet.
    public static func town(
        insee: String, townFolder: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> StorePlace {
        func path(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        let home = path("HOME") ?? FileManager.default.homeDirectoryForCurrentUser.path
        let root = path("PARVIS_STATE") ?? (path("XDG_STATE_HOME") ?? home + "/.local/state") + "/parvis"
        return .folder(root + "/" + name(insee: insee, townFolder: townFolder))
    }

    /// The path of a file of the store, or nil in memory.
    public func path(of file: String) -> String? {
        switch self {
        case .folder(let folder): folder + "/" + file
        case .memory: nil
        }
    }

    /// A name for the folder: what a file says is no path to trust.
    private static func name(insee: String, townFolder: String) -> String {
        let isCode = insee.utf8.count == 5 && insee.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        guard !isCode else { return insee }
        let path = URL(filePath: townFolder).resolvingSymlinksInPath().path
        // FNV-1a: the same path must give the same name in every run, which Swift's own hashes do not.
        let hash = path.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return "town-" + String(hash, radix: 16)
    }
}
