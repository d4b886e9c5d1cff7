import Foundation

/// A colour of a screen: red, green and blue of sRGB, 0 to 255 each.
public struct Colour: Sendable, Hashable, Codable {
    /// Black, and white.
    public static let black = Colour(red: 0, green: 0, blue: 0), white = Colour(red: 255, green: 255, blue: 255)
    /// The least contrast that text needs on what is behind it (WCAG 2.2, criterion 1.4.3).
    public static let leastContrast = 4.5

    /// A component, 0 to 255.
    public let red: UInt8, green: UInt8, blue: UInt8

    /// Makes a colour.
    public init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// Reads `#1b5e4b` or `#abc`, with or without the sign; nil for anything else.
    public init?(hex: String) {
        let text = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count else { return nil }
        switch digits.count {
        case 3: self.init(digits.map { UInt8($0 * 17) })
        case 6: self.init(stride(from: 0, to: 6, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
        default: return nil
        }
    }

    private init(_ components: [UInt8]) {
        self.init(red: components[0], green: components[1], blue: components[2])
    }

    /// How it is written in a style sheet: `#1b5e4b`.
    public var hex: String {
        "#"
            + [red, green, blue].map { component in
                let text = String(component, radix: 16)
                return text.count == 1 ? "0" + text : text
            }.joined()
    }

    // MARK: Contrast

    /// How light it is, from 0 for black to 1 for white (WCAG 2.2, "relative luminance").
    public var luminance: Double {
        0.2126 * Colour.linear[Int(red)] + 0.7152 * Colour.linear[Int(green)] + 0.0722 * Colour.linear[Int(blue)]
    }

    /// How far apart two colours are in light, from 1 to 21 (WCAG 2.2, "contrast ratio").
    public func contrast(with other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// This colour, or the nearest one on the way to another that has enough contrast.
    ///
    /// - Parameters:
    ///   - end: where to go: black to make it darker, white to make it lighter.
    ///   - ratio: the contrast that is enough.
    ///   - ground: what the contrast is with.
    /// - Returns: the first colour, in steps of a hundredth, that has it; `end` where none has.
    public func towards(_ end: Colour, until ratio: Double, on ground: Colour) -> Colour {
        (0...100).lazy.map { mixed(with: end, share: Double($0) / 100) }.first { $0.contrast(with: ground) >= ratio }
            ?? end
    }

    /// This colour with a share of another, 0 to 1.
    public func mixed(with other: Colour, share: Double) -> Colour {
        func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
            UInt8((Double(one) * (1 - share) + Double(two) * share).rounded())
        }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The light of each component: the inverse of sRGB's curve, by value.
    private static let linear: [Double] = (0...255).map { value in
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
