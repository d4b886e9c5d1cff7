/// How a person wants the page: the size of its text, and its colours.
///
/// Nothing else than these is taken from a form.
struct Display: Sendable, Hashable {
    /// The sizes of text and the colours there are, the usual ones first.
    static let sizes = ["normal", "large", "larger"], colours = ["system", "light", "dark", "strong"]

    let size: String
    let colours: String

    /// What was asked for; the usual where that is not known.
    init(size: String? = nil, colours: String? = nil) {
        self.size = size.flatMap { Display.sizes.contains($0) ? $0 : nil } ?? Display.sizes[0]
        self.colours = colours.flatMap { Display.colours.contains($0) ? $0 : nil } ?? Display.colours[0]
    }

    /// The classes of the page's root.
    var classes: [String] { ["size-" + size, "colours-" + colours] }

    /// The buttons from which a person chooses.
    func model(_ words: PageWords) -> [String: Any] {
        func choices(_ ids: [String], _ kind: String, chosen: String) -> [[String: Any]] {
            ids.map { ["id": $0, "label": words[kind + "-" + $0], "isChosen": $0 == chosen] }
        }
        return [
            "sizes": choices(Display.sizes, "size", chosen: size),
            "colours": choices(Display.colours, "colours", chosen: colours), "size": size, "colourChoice": colours,
        ]
    }
}
