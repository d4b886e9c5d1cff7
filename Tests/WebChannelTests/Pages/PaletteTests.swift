import Testing
import Town

@testable import WebChannel

@Suite("The colours made of a town's colour")
struct PaletteTests {
    /// Colours that a town may write: PageSettings lets in no lighter ones.
    private static let colours = [
        "#12554f", "#1b5e4b", "#000000", "#7a0000", "#0000ff", "#767676", "#5a3d8a", "#8a5a00",
    ]

    @Test("have the contrast that their use needs", arguments: colours)
    func contrast(_ text: String) throws {
        let palette = Palette(try #require(Colour(hex: text)))
        // Buttons and links on the page, and on the ground of an answer.
        #expect(palette.town.contrast(with: .white) >= 4.5)
        #expect(palette.town.contrast(with: palette.wash) >= 4.5)
        #expect(palette.more.contrast(with: .white) >= 7)
        #expect(palette.light.contrast(with: Palette.darkPaper) >= 7)
        #expect(palette.light.contrast(with: palette.shade) >= 7)
        // Words on these grounds, and the button's on its own.
        let (ink, quiet) = (try #require(Colour(hex: "#1b1b1b")), try #require(Colour(hex: "#474747")))
        #expect(ink.contrast(with: palette.wash) >= 7 && quiet.contrast(with: palette.wash) >= 7)
        let pale = try #require(Colour(hex: "#cfcfcf"))
        #expect(pale.contrast(with: palette.shade) >= 7)
        #expect(palette.light.contrast(with: try #require(Colour(hex: "#101314"))) >= 4.5)
    }

    @Test("are properties of a style sheet, and an icon")
    func css() {
        let palette = Palette(PageSettings.usualColour)
        #expect(palette.css.contains("--town: #12554f;") && palette.css.contains("--town-light: #"))
        #expect(palette.icon("<").contains("&lt;"))
    }
}

@Suite("How large letters are on the kiosk's screen")
struct KioskSizesTests {
    @Test(
        "a capital is seen under 0.7 degrees (rule K1: 7.3 mm at 60 cm)",
        arguments: [(0.275, 60, 7.33, 37.1), (0.275, 100, 12.22, 61.8), (0.1845, 60, 7.33, 54.9)])
    func height(_ pitch: Double, _ distance: Int, _ millimetres: Double, _ font: Double) {
        let sizes = KioskSizes(pixelPitch: pitch, distance: distance)
        #expect(abs(sizes.capitalHeight - millimetres) < 0.01)
        #expect(abs(sizes.fontSize - font) < 0.11)
        // What the font's size gives back, on the screen.
        #expect(sizes.fontSize * KioskSizes.capital * pitch >= sizes.capitalHeight)
    }

    @Test("is what the style sheet says")
    func css() { #expect(KioskSizes(pixelPitch: 0.275, distance: 60).css == ":root {\n  --letter: 37.1px;\n}\n") }
}
