import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns signals into events while it lives: Ctrl-C and a polite end, a terminal that is gone.
struct TerminalSignals {
    private let sources: [any DispatchSourceSignal]

    /// Begins to report; a reader that goes away is reported by the write that fails, never by a signal.
    init(report: @escaping @Sendable (TerminalSession.Event) -> Void) {
        signal(SIGPIPE, SIG_IGN)
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { report(number == SIGHUP ? .hangUp : .interrupt) }
            source.resume()
            return source
        }
    }

    /// Ends reporting.
    func stop() { for source in sources { source.cancel() } }
}
