public import Foundation

/// Files that only the user who runs Parvis may read.
public enum PrivateFile {
    /// Makes a folder that only its owner may enter, with those above it; one that is there is closed to others.
    static func makeFolder(_ path: String) throws(StoreError) {
        let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: owner)
        } catch {
            throw StoreError(systemCode: errno, path: path)
        }
        // The owner of a folder may always do this; who may not is no owner, and what matters is that files are private.
        try? FileManager.default.setAttributes(owner, ofItemAtPath: path)
    }

    /// Makes an empty file that only its owner may read; one that is there is closed to others.
    ///
    /// SQLite gives the same rights to what it writes beside it.
    static func make(_ path: String) throws(StoreError) {
        let handle = try opened(path, O_RDWR | O_CREAT)
        fchmod(handle, 0o600)
        close(handle)
    }

    /// Writes a file whole or not at all, on the disk when this returns; a file of that name is replaced.
    ///
    /// - Throws: ``StoreError`` when it cannot be written.
    public static func write(_ data: Data, to path: String) throws(StoreError) {
        try makeFolder(URL(filePath: path).deletingLastPathComponent().path)
        let draft = path + ".new"
        unlink(draft)
        let handle = try opened(draft, O_WRONLY | O_CREAT | O_EXCL)
        defer { close(handle) }
        do {
            try FileHandle(fileDescriptor: handle, closeOnDealloc: false).write(contentsOf: data)
        } catch {
            throw failure(path, draft)
        }
        guard fsync(handle) == 0, rename(draft, path) == 0 else { throw failure(path, draft) }
    }

    /// Runs a step that no other process of the same folder may run at the same time.
    static func alone<Result>(in folder: String, _ step: () throws -> Result) throws -> Result {
        let handle = try opened(folder + "/lock", O_RDWR | O_CREAT)
        // Closing the file lets go of the lock, as does the end of the process.
        defer { close(handle) }
        while flock(handle, LOCK_EX) != 0 {
            guard errno == EINTR else { throw StoreError(systemCode: errno, path: folder) }
        }
        return try step()
    }

    private static func opened(_ path: String, _ flags: Int32) throws(StoreError) -> Int32 {
        let handle = open(path, flags | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw StoreError(systemCode: errno, path: path) }
        return handle
    }

    private static func failure(_ path: String, _ draft: String) -> StoreError {
        let error = StoreError(systemCode: errno, path: path)
        unlink(draft)
        return error
    }
}

/// Which file stands under a path now: another one, or none, when somebody moved or deleted it.
struct FileIdentity: Equatable {
    private let device: dev_t
    private let number: ino_t

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (status.st_dev, status.st_ino)
    }
}
