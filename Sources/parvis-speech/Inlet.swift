import Foundation
import Wyoming

/// Reads events from standard input, on a thread of its own because that blocks.
final class Inlet: Sendable {
    private let outlet: Outlet

    init(outlet: Outlet) { self.outlet = outlet }

    /// Reads until the input ends.
    func start(_ switchboard: Switchboard) {
        let thread = Thread { [outlet] in
            do throws(WyomingError) {
                try Self.read(switchboard)
                switchboard.close(status: 0)
            } catch {
                // Where one event ends is not known any more: nothing that follows can be trusted.
                outlet.fail(error, "malformed", "")
                switchboard.close(status: 65)
            }
        }
        thread.name = "events"
        thread.start()
    }

    private static func read(_ switchboard: Switchboard) throws(WyomingError) {
        var decoder = WyomingDecoder()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            decoder.append(buffer[..<count])
            while let event = try decoder.next() { switchboard.take(event) }
        }
    }
}
