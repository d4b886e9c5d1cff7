public import Foundation

/// What loading cost, kept for the next start: one folder for each state of the inputs.
///
/// The folder's name is a hash of every input and of the program, so a changed input finds nothing and is compiled anew.
/// Each file ends with a checksum; a damaged file counts as absent. Nothing here is needed: where it cannot be written,
/// each start compiles.
public struct CompiledCache: Sendable {
    private let folder: URL

    /// The cache for some inputs.
    ///
    /// - Parameters:
    ///   - inputs: files and folders whose content decides.
    ///   - other: a cache whose inputs decide, too; they are not read again.
    ///   - base: the cache folder; by default `$XDG_CACHE_HOME/parvis`, else `~/.cache/parvis`.
    ///   - environment: where `XDG_CACHE_HOME` and `HOME` are looked up.
    public init(
        inputs: [String], after other: CompiledCache? = nil, base: URL? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let root = base ?? CompiledCache.defaultBase(environment)
        let key = other?.folder.lastPathComponent ?? ""
        folder = root.appending(path: CompiledCache.fingerprint(of: inputs, after: key))
    }

    /// The value stored under a name, or the one that `make` gives, stored for next time.
    public func value<Value: Codable>(_ name: String, make: () throws -> Value) rethrows -> Value {
        if let data = data(name), let value = try? JSONDecoder().decode(Value.self, from: data) { return value }
        let value = try make()
        if let data = try? JSONEncoder().encode(value) { store(data, name) }
        return value
    }

    /// The bytes stored under a name, or nil when there are none or they are damaged.
    public func data(_ name: String) -> Data? {
        guard let data = try? Data(contentsOf: folder.appending(path: name), options: .alwaysMapped), data.count >= 8
        else {
            return nil
        }
        let body = data.dropLast(8)
        let stored = data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: body.count, as: UInt64.self) }
        var hash = Fingerprint()
        hash.add(body)
        return hash.value == stored ? body : nil
    }

    /// Stores bytes under a name, whole or not at all; other states of the inputs are cleared away.
    public func store(_ data: Data, _ name: String) {
        if !FileManager.default.fileExists(atPath: folder.path) {
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            CompiledCache.sweep(folder.deletingLastPathComponent())
        }
        var hash = Fingerprint()
        hash.add(data)
        var whole = data
        withUnsafeBytes(of: hash.value) { whole.append(contentsOf: $0) }
        try? whole.write(to: folder.appending(path: name), options: .atomic)
    }

    private static func defaultBase(_ environment: [String: String]) -> URL {
        let home = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return URL(filePath: home ?? (environment["HOME"] ?? FileManager.default.temporaryDirectory.path) + "/.cache")
            .appending(path: "parvis")
    }

    /// Removes the oldest states beyond the newest sixteen: several towns and languages stay warm, edits do not pile up.
    private static func sweep(_ root: URL) {
        let manager = FileManager.default
        let folders = ((try? manager.contentsOfDirectory(atPath: root.path)) ?? []).map { name -> (Date, URL) in
            let url = root.appending(path: name)
            let attributes = try? manager.attributesOfItem(atPath: url.path)
            return (attributes?[.modificationDate] as? Date ?? .distantPast, url)
        }
        for (_, url) in folders.sorted(by: { $0.0 > $1.0 }).dropFirst(16) { try? manager.removeItem(at: url) }
    }

    /// A hash over the names and contents of the inputs, and over the program by its size and date.
    private static func fingerprint(of inputs: [String], after key: String) -> String {
        var hash = Fingerprint()
        hash.add(Data(key.utf8))
        if let attributes = try? FileManager.default.attributesOfItem(atPath: DataRoot.executablePath) {
            hash.add(Data("\(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)".utf8))
        }
        for input in inputs {
            hash.add(Data(input.utf8))
            let children = (FileManager.default.subpaths(atPath: input) ?? []).sorted()
            for path in children.isEmpty ? [input] : children.map({ input + "/" + $0 }) {
                hash.add(Data(path.utf8))
                if let data = contents(of: path) { hash.add(data) }
            }
        }
        return String(hash.value, radix: 16)
    }

    /// The bytes of a plain file, its links followed; a pipe or a device in a town's folder must not hold up a start.
    private static func contents(of path: String) -> Data? {
        let file = URL(filePath: path).resolvingSymlinksInPath()
        let type = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
        guard type == .typeRegular else { return nil }
        return try? Data(contentsOf: file, options: .alwaysMapped)
    }
}

/// A 64-bit FNV-1a hash taken over eight bytes at a time: enough to tell a changed or damaged file, not a forged one.
struct Fingerprint {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ data: Data) {
        data.withUnsafeBytes { bytes in
            var offset = 0
            while offset + 8 <= bytes.count {
                mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            for byte in bytes[offset...] { mix(UInt64(byte)) }
        }
        mix(UInt64(data.count))
    }

    private mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x100_0000_01b3
        value ^= value >> 29
    }
}
