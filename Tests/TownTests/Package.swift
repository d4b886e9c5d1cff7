/// Where the package is: tests read real files of it.
enum Package {
    /// The folder above `Tests`.
    static let root: String = {
        let parts = #filePath.split(separator: "/")
        let root = parts[..<(parts.lastIndex(of: "Tests") ?? parts.endIndex)]
        return "/" + root.joined(separator: "/")
    }()
}
