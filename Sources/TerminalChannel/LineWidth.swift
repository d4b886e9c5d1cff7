import Braille
import Rendering

/// How wide a line may be, and how lines are cut to that width.
struct LineWidth: Sendable {
    /// The widest braille display in common use, in cells: at most this many means reading by hand.
    static let braille = 40
    /// Lines of a page for the hand.
    static let page = 6

    /// Whether lines are read by hand, a page at a time.
    let isNarrow: Bool
    private let wrapping: LineWrapping
    private let table: BrailleTable?

    /// A width that the person asked for.
    ///
    /// - Parameters:
    ///   - limit: the widest line; nil lets lines be as long as they are.
    ///   - table: what counts the cells. Without it, up to ``braille`` columns are counted as cells by an estimate.
    init(limit: Int?, table: BrailleTable? = nil) {
        isNarrow = table != nil || limit.map { $0 <= Self.braille } ?? false
        self.table = table
        wrapping =
            if let table {
                LineWrapping(limit: limit) { table.cells($0) }
            } else if isNarrow {
                LineWrapping(limit: limit, measure: Self.cells)
            } else {
                LineWrapping(limit: limit)
            }
    }

    /// The width of a terminal's window, less the last column: a full line would be followed by an empty one.
    init(columns: Int?) {
        (isNarrow, table) = (false, nil)
        wrapping = LineWrapping(limit: columns.map { max(1, $0 - 1) })
    }

    /// The lines of a text, none wider than the limit, no word cut; nothing that braille cannot show.
    func wrap(_ text: String) -> [String] { wrapping.lines(table?.readable(text) ?? text) }

    /// Cells that a text takes in six-dot French braille, or a few more: for a machine without liblouis' tables.
    ///
    /// A capital and a run of figures take a sign before them, and rare signs take two cells or three.
    static func cells(_ text: String) -> Int {
        var (count, isInFigures) = (0, false)
        for character in text {
            let isFigure = character.isNumber && character.isASCII
            count += isFigure && !isInFigures ? 2 : 1
            isInFigures = isFigure
            if character.isUppercase { count += 1 }
            if !character.isLetter && !isFigure && !oneCell.contains(character) { count += 2 }
        }
        return count
    }

    private static let oneCell: Set<Character> = Set(" !\"'()*,-./:;?@«»’“”–—")
}
