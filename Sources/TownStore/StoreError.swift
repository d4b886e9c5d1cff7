public import Diagnostics
internal import Foundation
internal import GRDB

/// Why something could not be kept; it never holds what was to be kept.
public struct StoreError: Error, Hashable, CustomStringConvertible {
    /// What to tell a clerk: which file, what is wrong, how to mend it.
    public let diagnostic: Diagnostic

    /// The code of the diagnostic, for developers.
    public var description: String { diagnostic.code + " " + diagnostic.file }

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    /// Reads an error number of the system.
    init(systemCode: Int32, path: String) {
        let diagnostic =
            switch systemCode {
            case ENOSPC, EDQUOT, EFBIG: Diagnostic(.error, "store.full")
            case EACCES, EPERM, EROFS: Diagnostic(.error, "store.read-only")
            case ENOTDIR, EEXIST, EISDIR, ENOENT: Diagnostic(.error, "store.not-a-folder")
            default: Diagnostic(.error, "store.failed", ["code": String(systemCode)])
            }
        self.init(diagnostic.located(in: path))
    }

    /// Reads whatever was thrown on the way to a file.
    init(_ error: any Error, path: String?) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(Self.diagnostic(error, path).located(in: path ?? ""))
        default: self.init(Diagnostic(.error, "store.failed", ["code": "?"], file: path ?? ""))
        }
    }

    private static func diagnostic(_ error: DatabaseError, _ path: String?) -> Diagnostic {
        switch error.resultCode {
        case .SQLITE_FULL: Diagnostic(.error, "store.full")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: Diagnostic(.error, "store.read-only")
        case .SQLITE_BUSY, .SQLITE_LOCKED: Diagnostic(.error, "store.locked")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: Diagnostic(.error, "store.damaged")
        // What SQLite maps into memory on a full disk fails as any other access to it.
        case .SQLITE_IOERR where path.map(isDiskFull) ?? false: Diagnostic(.error, "store.full")
        default: Diagnostic(.error, "store.failed", ["code": String(error.extendedResultCode.rawValue)])
        }
    }

    private static func isDiskFull(_ path: String) -> Bool {
        var status = statvfs()
        return statvfs(path, &status) == 0 && status.f_bavail == 0
    }
}
