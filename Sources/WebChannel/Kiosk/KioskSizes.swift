#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How large letters must be on a screen, so that a capital is seen under the angle that rule K1 asks for.
struct KioskSizes: Sendable, Hashable {
    /// The least angle under which a capital H is seen, in degrees (EN 301 549 V3.2.1, clause 5.1.4).
    static let angle = 0.7
    /// How high a capital is, in parts of the font's size.
    ///
    /// DejaVu Sans has 1493 of 2048 units. `kiosk.css` makes every
    /// other font that stands in for it as high, and `kiosk.js` measures the font where the browser cannot.
    static let capital = 1493.0 / 2048.0

    /// Millimetres from one pixel to the next.
    let pixelPitch: Double
    /// Centimetres from the eyes to the screen.
    let distance: Int

    /// The height of a capital, in millimetres: twice the distance times the tangent of half the angle.
    var capitalHeight: Double { 2 * Double(distance) * 10 * tan(KioskSizes.angle / 2 * .pi / 180) }

    /// The font's size in pixels, rounded up to a tenth: screens draw capitals in whole pixels, so theirs are rounded up first.
    var fontSize: Double { ((capitalHeight / pixelPitch).rounded(.up) / KioskSizes.capital * 10).rounded(.up) / 10 }

    /// The style sheet that says so.
    var css: String { ":root {\n  --letter: \(fontSize)px;\n}\n" }
}
