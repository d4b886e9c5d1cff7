import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The keys of a kiosk, as the keyboard that they are to the computer; each counts at once, without Enter.
public final class Keyboard: Sendable {
    /// The keys, in order; they end when the keyboard does.
    public let keys: AsyncStream<KioskKey>
    private let saved: termios?

    /// Begins to read standard input.
    ///
    /// On a terminal, what is pressed is not written.
    ///
    /// - Parameter words: which key of the keyboard stands for which of the kiosk.
    public init(words: KioskWords) {
        let (keys, continuation) = AsyncStream<KioskKey>.makeStream()
        self.keys = keys
        var state = termios()
        if isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &state) == 0 {
            saved = state
            state.c_lflag &= ~tcflag_t(ICANON | ECHO)
            tcsetattr(STDIN_FILENO, TCSANOW, &state)
        } else {
            saved = nil
        }
        // A read that waits for a key would hold one of the few threads that everything else runs on.
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while read(STDIN_FILENO, &byte, 1) == 1 {
                if let key = words.key(Character(Unicode.Scalar(byte))) { continuation.yield(key) }
            }
            continuation.finish()
        }
    }

    /// Gives the terminal back as it was.
    public func restore() {
        if var saved { tcsetattr(STDIN_FILENO, TCSANOW, &saved) }
    }
}
