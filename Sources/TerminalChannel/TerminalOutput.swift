import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes whole lines to standard output, each in one go: a screen reader speaks what it gets.
struct TerminalOutput: Sendable {
    let encoding: TerminalEncoding

    /// Writes lines, each with its end; false when nobody reads any more.
    func write(_ lines: [String]) -> Bool { lines.allSatisfy { put(encoding.encode($0 + "\n")) } }

    /// Writes a text without an end of line; false when nobody reads any more.
    func write(prompt: String) -> Bool { put(encoding.encode(prompt)) }

    private func put(_ data: Data) -> Bool {
        var rest = data[...]
        while !rest.isEmpty {
            #if canImport(Glibc)
                let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            #else
                let count = rest.withUnsafeBytes { Darwin.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            #endif
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }

    /// The columns of the terminal, or nil when it is none or does not say.
    static func columns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
