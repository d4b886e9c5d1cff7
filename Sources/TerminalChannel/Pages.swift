/// The lines of an answer, a page at a time where a hand reads them.
struct Pages: Sendable {
    private let pages: [[String]]
    /// The page that is shown; -1 before the first.
    private var current = -1

    /// Pages of lines.
    ///
    /// - Parameters:
    ///   - lines: the lines, already as wide as they may be.
    ///   - isPaged: whether a page holds at most ``LineWidth/page`` lines; else all are one page.
    ///   - hint: what stands under a page that another one follows, as lines: its number and how many there are.
    init(_ lines: [String], isPaged: Bool, hint: (_ page: Int, _ count: Int) -> [String]) {
        guard isPaged, lines.count > LineWidth.page else {
            pages = lines.isEmpty ? [] : [lines]
            return
        }
        // A hint takes as many lines with one number as with another.
        let size = max(1, LineWidth.page - hint(1, 2).count)
        var pieces: [[String]] = []
        var rest = lines[...]
        while rest.count > LineWidth.page {
            pieces.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        pieces.append(Array(rest))
        pages = pieces.enumerated().map { index, page in
            index + 1 < pieces.count ? page + hint(index + 1, pieces.count) : page
        }
    }

    /// Whether no page comes before the one that is shown.
    var isFirst: Bool { current <= 0 }

    /// The next page; nil after the last.
    mutating func next() -> [String]? { turn(to: current + 1) }

    /// The page before; nil before the first.
    mutating func previous() -> [String]? { turn(to: current - 1) }

    private mutating func turn(to page: Int) -> [String]? {
        guard pages.indices.contains(page) else { return nil }
        current = page
        return pages[page]
    }
}
