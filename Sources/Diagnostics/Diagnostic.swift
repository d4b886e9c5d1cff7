/// One thing that is wrong in a file, and where: what a person needs to find and mend it.
///
/// A diagnostic carries no sentence: its `code` names an entry of `Locales/<language>/diagnostics.yaml`, which says in
/// the clerk's language what is wrong and how to mend it, with the `arguments` filled in.
public struct Diagnostic: Sendable, Hashable, Codable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, Codable, Comparable {
        /// Something that still works deserves a look.
        case warning
        /// The part of the file that is named is left out; the rest is loaded.
        case error

        /// Orders warnings before errors.
        public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs == .warning && rhs == .error }
    }

    /// How bad it is.
    public var severity: Severity
    /// The entry of the language's diagnostics, for example `csv.missing-column`.
    public var code: String
    /// The values that the sentence needs, by name.
    public var arguments: [String: String]
    /// The file, as a path within the folder that was read.
    public var file: String
    /// The line, from 1, or nil when the whole file is meant.
    public var line: Int?

    /// Makes a diagnostic.
    public init(
        _ severity: Severity, _ code: String, _ arguments: [String: String] = [:], file: String = "", line: Int? = nil
    ) {
        (self.severity, self.code, self.arguments, self.file, self.line) = (severity, code, arguments, file, line)
    }

    /// The same diagnostic, said of another file.
    public func located(in file: String) -> Diagnostic {
        var copy = self
        copy.file = file
        return copy
    }
}

/// Something that was read, with everything that was wrong on the way.
public struct Checked<Value> {
    /// What could be read.
    public var value: Value
    /// What was wrong, in the order of the file.
    public var diagnostics: [Diagnostic]

    /// Makes a result.
    public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        (self.value, self.diagnostics) = (value, diagnostics)
    }
}

extension Checked: Sendable where Value: Sendable {}
