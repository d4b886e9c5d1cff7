#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// How large letters must be on the screen (rule K1: a capital H of 0.7 degrees, EN 301 549 clause 5.1.4).
public enum CapitalHeight {
    /// The angle, in degrees.
    private static let angle = 0.7
    /// How high a capital is of the size of a font: 0.7 in most faces.
    private static let ofSize = 0.7

    /// The height of a capital in millimetres, for eyes at a distance in millimetres: twice the distance times the tangent of half
    /// the angle.
    public static func millimetres(distance: Double) -> Double { 2 * distance * tan(angle / 2 * .pi / 180) }

    /// The size of a font in pixels, for a distance and the size of a pixel, both in millimetres.
    public static func fontPixels(distance: Double, pixel: Double) -> Int {
        pixel > 0 ? Int((millimetres(distance: distance) / pixel / ofSize).rounded(.up)) : 0
    }
}
