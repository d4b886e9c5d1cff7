/// Lines to show, a page at a time where a hand reads them.
struct Pages: Sendable {
    private var rest: [String]
    private let width: LineWidth
    private let hint: [String]

    /// Pages of lines; `hint` says how to see the next one.
    init(_ lines: [String], width: LineWidth, hint: String) {
        rest = lines
        self.width = width
        self.hint = width.wrap(hint)
    }

    /// Whether there is nothing more to show.
    var isEmpty: Bool { rest.isEmpty }

    /// Takes the next page: everything that is left, or as many lines as fit with the hint.
    mutating func next() -> [String] {
        guard width.isNarrow, rest.count > LineWidth.page else {
            defer { rest = [] }
            return rest
        }
        let count = max(1, LineWidth.page - hint.count)
        defer { rest = Array(rest.dropFirst(count)) }
        return rest.prefix(count) + hint
    }
}
