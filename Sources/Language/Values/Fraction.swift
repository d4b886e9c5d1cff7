/// An exact number that need not be whole, in lowest terms: "12,5" is 25/2.
public struct Fraction: Sendable, Hashable, Codable {
    /// What stands above the bar; it carries the sign.
    public let numerator: Int
    /// What stands below the bar, above zero.
    public let denominator: Int

    /// Makes a number of a numerator and a denominator above zero, both below 10^15; a larger or a zero one is nil.
    public init?(_ numerator: Int, over denominator: Int = 1) {
        let limit = 1_000_000_000_000_000
        guard denominator > 0, denominator < limit, numerator.magnitude < limit else { return nil }
        var (a, b) = (numerator.magnitude, UInt(denominator))
        while b != 0 { (a, b) = (b, a % b) }
        self.numerator = numerator / Int(max(a, 1))
        self.denominator = denominator / Int(max(a, 1))
    }

    /// Whether there is nothing after the point.
    public var isWhole: Bool { denominator == 1 }

    /// The number times so many thousandths or whole ones, rounded half up; nil when that is too large.
    ///
    /// - Parameter count: how many of a small unit one is: 100 cents, 60 minutes.
    /// - Returns: the whole number of small units.
    public func times(_ count: Int) -> Int? {
        let (product, isOver) = numerator.multipliedReportingOverflow(by: count)
        guard !isOver, product.magnitude < 1 << 60 else { return nil }
        let doubled = 2 * product + denominator
        return doubled >= 0 ? doubled / (2 * denominator) : -((-doubled + 2 * denominator - 1) / (2 * denominator))
    }

    /// The sum of two numbers; nil when it is too large to be exact.
    static func + (a: Fraction, b: Fraction) -> Fraction? {
        let (first, isOver) = a.numerator.multipliedReportingOverflow(by: b.denominator)
        let (second, isOverToo) = b.numerator.multipliedReportingOverflow(by: a.denominator)
        let (below, isOverBelow) = a.denominator.multipliedReportingOverflow(by: b.denominator)
        guard !isOver, !isOverToo, !isOverBelow, first.magnitude < 1 << 61, second.magnitude < 1 << 61 else {
            return nil
        }
        return Fraction(first + second, over: below)
    }
}
