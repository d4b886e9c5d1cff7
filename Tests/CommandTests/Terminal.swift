import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program in a terminal of its own, as a person meets it: what is typed goes in, every byte that comes out is kept.
///
/// The terminal is a pseudo-terminal of the kernel, and the program's controlling one: keys such as Ctrl-C and the loss of the
/// line reach it as signals.
final class Terminal {
    private(set) var bytes: [UInt8] = []
    private let master: Int32
    private let process: Process
    private var isOpen = true

    /// Starts the program.
    init(
        _ arguments: [String], columns: Int = 80, environment: [String: String] = [:], output: FileHandle? = nil
    ) throws {
        let path: String
        (master, path) = try #require(Self.pair())
        let slave = open(path, O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        // util-linux, which every Debian has, makes the terminal the controlling one; Foundation cannot.
        let program = Program.process(arguments)
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/setsid")
        process.arguments = ["--ctty", "--wait", program.executableURL?.path ?? ""] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }.merging(
            environment
        ) { $1 }
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.standardInput = handle
        process.standardOutput = output ?? handle
        process.standardError = FileHandle.nullDevice
        resize(columns: columns)
        try process.run()
        close(slave)
    }

    /// The keyboard's side of a new terminal, and the name of the program's side.
    ///
    /// Linux' own calls: Swift's Glibc does not show `posix_openpt` and its like.
    private static func pair() -> (Int32, String)? {
        let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (locked, index): (Int32, Int32) = (0, 0)
        guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, number, &index) == 0 else { return nil }
        return (master, "/dev/pts/\(index)")
    }

    deinit {
        if process.isRunning { process.terminate() }
        hangUp()
    }

    /// Everything that was written so far; a terminal ends lines with a return, which is taken away.
    var text: String { String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n") }

    /// Changes the width of the window, which the program is told.
    func resize(columns: Int) {
        var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Whether the kernel edits the line and echoes it.
    var isCanonical: Bool {
        var mode = termios()
        guard tcgetattr(master, &mode) == 0 else { return false }
        return mode.c_lflag & tcflag_t(ICANON) != 0 && mode.c_lflag & tcflag_t(ECHO) != 0
    }

    /// Waits for a text that is written after what was read before.
    func wait(for text: String) throws {
        let start = bytes.count
        while !String(decoding: bytes[start...], as: UTF8.self).contains(text) {
            try #require(read(), "The program ended before \"\(text)\": \(self.text)")
        }
    }

    /// Types a line.
    func type(_ line: String) throws { try send(Array((line + "\n").utf8)) }

    /// Types bytes: keys such as 3 for Ctrl-C.
    func send(_ keys: [UInt8]) throws { try #require(write(master, keys, keys.count) == keys.count) }

    /// Types a line and waits for the next prompt.
    func ask(_ line: String) throws {
        try type(line)
        try waitForPrompt()
    }

    /// Waits until the program has written a prompt and nothing after it.
    func waitForPrompt() throws {
        let start = bytes.count
        while true {
            let line = String(decoding: bytes[start...].split(separator: 0x0A).last ?? [], as: UTF8.self)
            if line.hasSuffix(" : "), line.hasPrefix("Question ") || line.hasPrefix("Votre question") { return }
            try #require(read(), "The program ended before its prompt: \(self.text)")
        }
    }

    /// Cuts the line, as when a window is closed.
    func hangUp() {
        if isOpen { close(master) }
        isOpen = false
    }

    /// Waits for the end of the program; returns its status.
    func end() -> Int32 {
        while read() {}
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Waits for the end of the program without its terminal.
    func endUnread() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Takes what was written; false when there will be nothing more.
    private func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        // Nothing for two minutes is a program that hangs, whatever else this machine does.
        guard poll(&state, 1, 120_000) > 0 else { return false }
        #if canImport(Glibc)
            let count = Glibc.read(master, &buffer, buffer.count)
        #else
            let count = Darwin.read(master, &buffer, buffer.count)
        #endif
        if count > 0 { bytes += buffer[..<count] }
        return count > 0
    }
}
