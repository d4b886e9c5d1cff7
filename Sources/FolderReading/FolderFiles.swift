package import Diagnostics
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files of a town's folder: what is there, and their bytes.
package struct FolderFiles: Sendable {
    /// Files above this size are refused: no file of a town comes near it.
    package static let sizeLimit = 20_000_000

    package let root: String

    /// The files below a folder.
    package init(root: String) { self.root = root }

    /// The visible names in a folder, sorted; nil when it is not a folder that can be read.
    package func names(in folder: String) -> [String]? {
        let path = folder.isEmpty ? root : root + "/" + folder
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        return names?.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The paths of a folder's files whose names end in one of `extensions`.
    package func paths(in folder: String, _ extensions: String...) -> [String] {
        (names(in: folder) ?? []).filter { name in extensions.contains { name.hasSuffix("." + $0) } }
            .map { folder + "/" + $0 }
    }

    /// Whether something exists at a path, be it a link that leads nowhere: reading it then says what is wrong.
    package func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: root + "/" + path)) != nil
    }

    /// The bytes of a file, or why they cannot be read.
    ///
    /// Opened without blocking and checked to be a regular file, because a named pipe would wait for ever.
    ///
    /// - Parameters:
    ///   - path: the file, within the folder.
    ///   - limit: the most bytes that it may have.
    /// - Returns: the bytes, or the problem with the file.
    package func bytes(of path: String, limit: Int = FolderFiles.sizeLimit) -> Result<[UInt8], Problem> {
        let descriptor = open(root + "/" + path, O_RDONLY | O_NONBLOCK)
        guard descriptor >= 0 else { return .failure(problem(errno, path)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(problem(errno, path)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .failure(Problem(Diagnostic(.error, "file.not-a-file", file: path)))
        }
        guard status.st_size <= limit else {
            let arguments = ["limit": String(max(1, limit / 1_000_000))]
            return .failure(Problem(Diagnostic(.error, "file.too-big", arguments, file: path)))
        }
        return read(descriptor, path, limit)
    }

    private func read(_ descriptor: Int32, _ path: String, _ limit: Int) -> Result<[UInt8], Problem> {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while result.count <= limit {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, &buffer, buffer.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, &buffer, buffer.count)
            #elseif canImport(Darwin)
                let count = Darwin.read(descriptor, &buffer, buffer.count)
            #endif
            guard count >= 0 else {
                if errno == EINTR { continue }
                return .failure(problem(errno, path))
            }
            guard count > 0 else { break }
            result.append(contentsOf: buffer[..<count])
        }
        return .success(result)
    }

    private func problem(_ code: Int32, _ path: String) -> Problem {
        switch code {
        case ENOENT: Problem(Diagnostic(.error, "file.missing", file: path))
        case EACCES, EPERM: Problem(Diagnostic(.error, "file.no-permission", file: path))
        case ELOOP: Problem(Diagnostic(.error, "file.link-loop", file: path))
        default: Problem(Diagnostic(.error, "file.unreadable", file: path))
        }
    }

    /// Why a file cannot be read.
    package struct Problem: Error {
        package let diagnostic: Diagnostic

        init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
    }
}
