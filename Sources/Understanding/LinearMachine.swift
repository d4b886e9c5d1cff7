internal import Language

/// A linear support vector machine with squared hinge loss, trained by dual coordinate descent.
///
/// Hsieh, Chang, Lin, Keerthi and Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM",
/// ICML 2008, algorithm 1.
enum LinearMachine {
    /// One value of a sparse vector.
    struct Entry: Sendable {
        let index: Int
        let value: Float
    }

    /// Trains one machine.
    ///
    /// - Parameters:
    ///   - rows: the examples, sparse.
    ///   - signs: 1 for the examples to accept, -1 for the others.
    ///   - width: how many features there are.
    ///   - cost: what an example on the wrong side costs.
    /// - Returns: `width` weights and the bias.
    static func train(rows: [[Entry]], signs: [Float], width: Int, cost: Float = 1) -> [Float] {
        var weights = [Float](repeating: 0, count: width + 1)
        var alphas = [Float](repeating: 0, count: rows.count)
        let ridge = 1 / (2 * cost)
        let norms = rows.map { row in row.reduce(1 + ridge) { $0 + $1.value * $1.value } }
        var order = Array(rows.indices)
        var random = SplitMix(seed: 2026)
        for _ in 0..<40 {
            order.shuffle(using: &random)
            var largest: Float = 0
            for i in order {
                let sign = signs[i]
                var score = weights[width]
                for entry in rows[i] { score += entry.value * weights[entry.index] }
                let gradient = sign * score - 1 + ridge * alphas[i]
                let projected = alphas[i] == 0 ? min(gradient, 0) : gradient
                largest = max(largest, abs(projected))
                guard abs(projected) > 1e-6 else { continue }
                let alpha = max(0, alphas[i] - gradient / norms[i])
                let step = (alpha - alphas[i]) * sign
                alphas[i] = alpha
                for entry in rows[i] { weights[entry.index] += step * entry.value }
                weights[width] += step
            }
            if largest < 0.02 { break }
        }
        return weights
    }
}
