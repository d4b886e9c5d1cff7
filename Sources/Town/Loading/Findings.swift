import Diagnostics
import Yams

/// Gathers what is wrong in one file while its readers go on.
///
/// A class, because many small readers of one file share it for the time of one function call.
final class Findings {
    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String) { self.file = file }

    func report(
        _ severity: Diagnostic.Severity, _ code: String, _ arguments: [String: String] = [:], line: Int? = nil
    ) {
        diagnostics.append(Diagnostic(severity, code, arguments, file: file, line: line))
    }

    func add(_ others: [Diagnostic]) { diagnostics += others.map { $0.located(in: file) } }
}
