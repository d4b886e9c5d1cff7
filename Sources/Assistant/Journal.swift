internal import Foundation
internal import Language
internal import Synchronization
internal import TopicWorker

/// The clerk's log: a line a fault of a program from outside, on standard error, and never a word that a citizen said.
public final class Journal: Sendable {
    /// Lines that wait while a person reads; nil while none need wait.
    private let held = Mutex<[String]?>(nil)

    init() {}

    /// Keeps lines back: on a terminal they would come in the middle of what a person reads or hears.
    public func hold() { held.withLock { $0 = $0 ?? [] } }

    /// Writes what was kept back, and from then on each line at once.
    public func release() {
        let lines = held.withLock { held in
            defer { held = nil }
            return held ?? []
        }
        for line in lines { Journal.write(line) }
    }

    /// Where the faults of workers go, in the words of a language.
    func log(_ printer: DiagnosticPrinter) -> WorkerLog {
        { notice in
            switch notice {
            case .problem(let diagnostic): self.add(printer.line(diagnostic))
            case .output(let topic, let line): self.add(topic + ": " + Journal.visible(line))
            }
        }
    }

    private func add(_ line: String) {
        let isHeld = held.withLock { held in
            held?.append(line)
            return held != nil
        }
        if !isHeld { Journal.write(line) }
    }

    private static func write(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// A line of a program without what would command a terminal.
    private static func visible(_ line: String) -> String {
        String(
            String.UnicodeScalarView(line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
