import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads lines of standard input on a thread of its own, one each time that it is asked.
///
/// Reading blocks, and Swift's own threads must never block. The kernel edits the line: the terminal stays as it is.
final class TerminalInput: Sendable {
    /// What a line keeps, in bytes; nobody types more, and the rest of the line is read and dropped.
    static let longest = 8000

    private let permission = DispatchSemaphore(value: 0)

    /// Begins reading; each line or the end is reported once, after a call of ``readNext()``.
    init(encoding: TerminalEncoding, report: @escaping @Sendable (TerminalSession.Event) -> Void) {
        let permission = self.permission
        Thread.detachNewThread {
            var reader = LineReader()
            while true {
                permission.wait()
                guard let (line, isCut) = reader.next() else { return report(.end) }
                report(.line(encoding.decode(line), isCut: isCut))
            }
        }
    }

    /// Lets one more line be read.
    func readNext() { permission.signal() }
}

/// Cuts the bytes of standard input into lines, whatever they hold.
private struct LineReader {
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var unread: Range<Int> = 0..<0

    /// The next line without its end, and whether it was longer than what is kept; nil at the end of the input.
    mutating func next() -> (line: Data, isCut: Bool)? {
        var (line, isCut, isAnything) = (Data(), false, false)
        while true {
            if unread.isEmpty, !fill() { return isAnything ? (line, isCut) : nil }
            isAnything = true
            let end = buffer[unread].firstIndex(of: UInt8(ascii: "\n"))
            let chunk = buffer[unread.lowerBound..<(end ?? unread.upperBound)]
            line += chunk.prefix(TerminalInput.longest - line.count)
            isCut = isCut || line.count == TerminalInput.longest
            unread = (end.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
            if end != nil { return (line, isCut) }
        }
    }

    private mutating func fill() -> Bool {
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 {
                unread = 0..<count
                return true
            }
            if count == 0 || errno != EINTR { return false }
        }
    }
}
