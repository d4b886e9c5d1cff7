internal import Rendering
internal import Town

/// The colours that a page makes of the town's one colour, each with the contrast that its use needs.
struct Palette: Sendable {
    /// Grounds of the page, as page.css has them: light, and dark.
    static let paper = Colour.white, darkPaper = Colour(red: 0x16, green: 0x19, blue: 0x1B)
    /// The contrast of words that are not large (WCAG 2.2, criterion 1.4.3) and where more is wanted (1.4.6).
    static let enough = Colour.leastContrast, strong = 7.0

    /// The town's colour: white text is read on it, and it is read on white.
    let town: Colour
    /// Darker, where the system or the person wants more contrast.
    let more: Colour
    /// Lighter, for a dark ground.
    let light: Colour
    /// A breath of it, under words on a light ground.
    let wash: Colour
    /// A breath of it, under words on a dark ground.
    let shade: Colour

    init(_ colour: Colour) {
        town = colour.towards(.black, until: Palette.enough + 0.4, on: Palette.paper)
        more = colour.towards(.black, until: Palette.strong + 1, on: Palette.paper)
        shade = Palette.darkPaper.mixed(with: colour, share: 0.12)
        light = colour.towards(.white, until: Palette.strong, on: shade)
            .towards(.white, until: Palette.strong, on: Palette.darkPaper)
        wash = Colour.white.mixed(with: colour, share: 0.06)
    }

    /// The colours as properties of a style sheet.
    var css: String {
        let names = [
            ("town", town), ("town-strong", more), ("town-light", light), ("town-wash", wash), ("town-shade", shade),
        ]
        return ":root {\n" + names.map { "  --\($0.0): \($0.1.hex);\n" }.joined() + "}\n"
    }

    /// The sign of the page among others: a letter on the town's colour.
    func icon(_ letter: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="\(town.hex)"/>\
        <text x="16" y="23" font-family="sans-serif" font-size="20" font-weight="700" fill="#ffffff" text-anchor="middle">\
        \(HTMLText.escaped(letter))</text></svg>
        """
    }
}
