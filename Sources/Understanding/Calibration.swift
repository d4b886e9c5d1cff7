internal import Foundation

/// Turns margins into confidence: a logistic curve fitted to judgements of sentences that training had not seen.
///
/// Platt, "Probabilistic Outputs for Support Vector Machines and Comparisons to Regularized Likelihood Methods", 1999.
struct Calibration: Sendable, Hashable {
    /// A judgement: the margin of the best intent, and whether it was right.
    typealias Judgement = (margin: Float, isRight: Bool)

    /// How steep the curve is.
    var slope = 5.0
    /// How much is added to margins; the curve is one half at its negative.
    var offset = 0.3

    /// A confidence from 0 to 1, to three decimals.
    func confidence(_ margin: Float) -> Double {
        (1000 / (1 + exp(-slope * (Double(margin) + offset)))).rounded() / 1000
    }

    /// The curve that makes judgements most likely, by Newton's method; the given one where there are too few of either kind.
    ///
    /// - Parameters:
    ///   - judgements: what models made of sentences that they had not seen.
    ///   - fallback: the curve for when these tell too little.
    /// - Returns: a rising curve.
    static func fitted(to judgements: [Judgement], fallback: Calibration = Calibration()) -> Calibration {
        let right = judgements.reduce(0) { $0 + ($1.isRight ? 1 : 0) }
        guard right >= 10, judgements.count - right >= 10 else { return fallback }
        // Targets a little inside 0 and 1, as Platt proposes, keep the curve from becoming a step.
        let targets = (
            yes: (Double(right) + 1) / (Double(right) + 2), no: 1 / (Double(judgements.count - right) + 2)
        )
        var (slope, intercept) = (fallback.slope, fallback.slope * fallback.offset)
        for _ in 0..<50 {
            var (first, second) = (0.0, 0.0)
            var (a, b, c) = (1e-6, 0.0, 1e-6)
            for judgement in judgements {
                let margin = Double(judgement.margin)
                let likely = 1 / (1 + exp(-slope * margin - intercept))
                let error = likely - (judgement.isRight ? targets.yes : targets.no)
                let weight = likely * (1 - likely)
                first += error * margin
                second += error
                a += weight * margin * margin
                b += weight * margin
                c += weight
            }
            let determinant = a * c - b * b
            guard determinant > 1e-12 else { break }
            let (stepA, stepB) = ((c * first - b * second) / determinant, (a * second - b * first) / determinant)
            (slope, intercept) = (slope - stepA, intercept - stepB)
            if abs(stepA) + abs(stepB) < 1e-6 { break }
        }
        guard slope > 0.1, slope.isFinite, intercept.isFinite else { return fallback }
        return Calibration(slope: slope, offset: intercept / slope)
    }
}
