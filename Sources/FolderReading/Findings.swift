package import Diagnostics

/// Gathers what is wrong in one file while its readers go on.
///
/// A class, because many small readers of one file share it for the time of one function call.
package final class Findings {
    package let file: String
    package private(set) var diagnostics: [Diagnostic] = []

    package init(file: String) { self.file = file }

    package func report(
        _ severity: Diagnostic.Severity, _ code: String, _ arguments: [String: String] = [:], line: Int? = nil
    ) {
        diagnostics.append(Diagnostic(severity, code, arguments, file: file, line: line))
    }

    package func add(_ others: [Diagnostic]) { diagnostics += others.map { $0.located(in: file) } }
}
