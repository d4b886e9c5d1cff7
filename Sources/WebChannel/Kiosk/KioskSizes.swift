internal import Rendering

/// How large letters must be on a screen, so that a capital is seen under the angle that rule K1 asks for.
struct KioskSizes: Sendable, Hashable {
    /// How high a capital is, in parts of the font's size.
    ///
    /// DejaVu Sans has 1493 of 2048 units. `kiosk.css` makes every
    /// other font that stands in for it as high, and `kiosk.js` measures the font where the browser cannot.
    static let capital = 1493.0 / 2048.0

    /// Millimetres from one pixel to the next.
    let pixelPitch: Double
    /// Centimetres from the eyes to the screen.
    let distance: Int

    /// The height of a capital, in millimetres.
    var capitalHeight: Double { CapitalHeight.millimetres(distance: Double(distance) * 10) }

    /// The font's size in pixels, rounded up to a tenth: screens draw capitals in whole pixels, so theirs are rounded up first.
    var fontSize: Double { ((capitalHeight / pixelPitch).rounded(.up) / KioskSizes.capital * 10).rounded(.up) / 10 }

    /// The style sheet that says so.
    var css: String { ":root {\n  --letter: \(fontSize)px;\n}\n" }
}
