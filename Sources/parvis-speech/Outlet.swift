import Foundation
import Synchronization
import Wyoming

/// Writes events, each whole, from whatever thread they come.
///
/// It blocks while nobody reads: sound is made no faster than it is taken.
final class Outlet: Sendable {
    private let descriptor: Mutex<Int32>

    private init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

    /// Takes standard output for events alone: what a library prints there goes to standard error from now on.
    static func takingStandardOutput() -> Outlet {
        let own = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        return Outlet(own)
    }

    /// Writes a message.
    func send(_ message: some WyomingMessage) { send(WyomingEvent(message)) }

    /// Writes an event; without a reader there is nothing left to do.
    func send(_ event: WyomingEvent) {
        let bytes = event.bytes
        descriptor.withLock { descriptor in
            var done = 0
            while done < bytes.count {
                let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { exit(0) }
                done += count
            }
        }
    }

    /// Says that something failed.
    ///
    /// - Parameters:
    ///   - error: what failed; never what a person said.
    ///   - code: a short word for it.
    ///   - event: the type of the event that could not be done.
    func fail(_ error: some CustomStringConvertible, _ code: String, _ event: String) {
        send(ErrorMessage(text: error.description, code: code, event: event))
    }
}
