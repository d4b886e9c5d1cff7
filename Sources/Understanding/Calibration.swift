internal import Foundation

/// Turns margins into confidence: a logistic curve fitted to judgements of sentences that training had not seen.
///
/// Platt, "Probabilistic Outputs for Support Vector Machines and Comparisons to Regularized Likelihood Methods", 1999.
struct Calibration: Sendable, Hashable {
    /// A judgement: the margin of the best intent, whether it was right, and how much it counts.
    typealias Judgement = (margin: Float, isRight: Bool, weight: Double)

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
        /// How unlikely the judgements are under a curve, with the slope and curvature of that.
        func cost(_ slope: Double, _ intercept: Double) -> (value: Double, first: (Double, Double), second: [Double]) {
            var (value, first, second) = (0.0, (0.0, 0.0), [1e-9, 0.0, 1e-9])
            for judgement in judgements {
                let margin = Double(judgement.margin)
                let reach = slope * margin + intercept
                let likely = 1 / (1 + exp(-reach))
                let target = judgement.isRight ? targets.yes : targets.no
                value += judgement.weight * (max(reach, 0) - target * reach + log1p(exp(-abs(reach))))
                let error = judgement.weight * (likely - target)
                first = (first.0 + error * margin, first.1 + error)
                let weight = judgement.weight * likely * (1 - likely)
                second[0] += weight * margin * margin
                second[1] += weight * margin
                second[2] += weight
            }
            return (value, first, second)
        }

        var (slope, intercept) = (fallback.slope, fallback.slope * fallback.offset)
        for _ in 0..<50 {
            let (value, first, second) = cost(slope, intercept)
            let determinant = second[0] * second[2] - second[1] * second[1]
            guard determinant > 1e-12 else { break }
            let step = (
                (second[2] * first.0 - second[1] * first.1) / determinant,
                (second[0] * first.1 - second[1] * first.0) / determinant
            )
            // A whole step may go too far: halve it until it is a step down.
            var scale = 1.0
            while scale > 1e-6, cost(slope - scale * step.0, intercept - scale * step.1).value > value { scale /= 2 }
            guard scale > 1e-6 else { break }
            (slope, intercept) = (slope - scale * step.0, intercept - scale * step.1)
            if abs(step.0) + abs(step.1) < 1e-6 { break }
        }
        guard slope > 0.1, slope.isFinite, intercept.isFinite else { return fallback }
        return Calibration(slope: slope, offset: intercept / slope)
    }
}
