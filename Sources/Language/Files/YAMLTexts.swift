import Yams

/// The texts of a YAML file with where each stands, for those who must name the line of a wording.
public struct YAMLTexts: Sendable {
    /// A text of the file.
    public struct Text: Sendable, Hashable {
        /// The keys that lead to it; an item of a list is led to by its place, from 0.
        public let path: [String]
        /// The text.
        public let text: String
        /// Its line, from 1; nil where the parser does not say.
        public let line: Int?

        /// The nearest key that is no place in a list.
        public var key: String { path.last { Int($0) == nil } ?? "" }
    }

    /// The texts in the order of the file.
    public let all: [Text]

    /// Reads a file; one that is no YAML has no texts.
    ///
    /// - Parameter yaml: the contents, already known to be of a size and depth that a parser may be trusted with.
    public init(_ yaml: String) {
        var texts: [Text] = []
        if let root = try? compose(yaml: yaml, .basic) { YAMLTexts.collect(root, [], &texts) }
        all = texts
    }

    /// The line of each text by its keys, joined with a slash: `phrases/next/simple`.
    public var lines: [String: Int] {
        all.reduce(into: [:]) { $0[$1.path.joined(separator: "/")] = $1.line }
    }

    private static func collect(_ node: Node, _ path: [String], _ texts: inout [Text]) {
        if let mapping = node.mapping {
            for (key, value) in mapping { collect(value, path + [key.scalar?.string ?? "?"], &texts) }
        } else if let sequence = node.sequence {
            for (index, value) in sequence.enumerated() { collect(value, path + [String(index)], &texts) }
        } else if let scalar = node.scalar, !scalar.string.isEmpty {
            texts.append(Text(path: path, text: scalar.string, line: node.mark?.line))
        }
    }
}
