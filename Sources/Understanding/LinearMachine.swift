internal import Language

/// Linear support vector machines with squared hinge loss, trained by dual coordinate descent.
///
/// Hsieh, Chang, Lin, Keerthi and Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM",
/// ICML 2008, algorithm 3 (with shrinking).
enum LinearMachine {
    /// Trains a machine for each class against all others, as many at once as there are processors.
    ///
    /// - Parameters:
    ///   - rows: the examples.
    ///   - classes: the class of each example; a number outside `0..<count` is none of them.
    ///   - count: how many classes there are.
    ///   - cost: what an example on the wrong side costs.
    /// - Returns: for each class `rows.width` weights and the bias.
    static func train(_ rows: SparseRows, classes: [Int], count: Int, cost: Float) -> [[Float]] {
        (0..<count).concurrentMap { machine in
            train(rows, positive: classes.map { $0 == machine }, cost: cost)
        }
    }

    private static func train(_ rows: SparseRows, positive: [Bool], cost: Float) -> [Float] {
        var weights = [Float](repeating: 0, count: rows.width + 1)
        var alphas = [Float](repeating: 0, count: rows.count)
        let ridge = 1 / (2 * cost)
        var active = Array(0..<rows.count)
        var random = SplitMix(seed: 2026)
        var limit = Float.infinity
        for _ in 0..<rounds {
            active.shuffle(using: &random)
            var kept: [Int] = []
            kept.reserveCapacity(active.count)
            var (most, least) = (-Float.infinity, Float.infinity)
            for row in active {
                let sign: Float = positive[row] ? 1 : -1
                let gradient = sign * rows.product(row, weights) - 1 + ridge * alphas[row]
                if alphas[row] == 0, gradient > limit { continue }
                kept.append(row)
                let projected = alphas[row] == 0 ? min(gradient, 0) : gradient
                (most, least) = (max(most, projected), min(least, projected))
                guard abs(projected) > 1e-6 else { continue }
                let alpha = max(0, alphas[row] - gradient / (rows.squares[row] + ridge))
                rows.add((alpha - alphas[row]) * sign, row, to: &weights)
                alphas[row] = alpha
            }
            if most - least < tolerance {
                guard kept.count < rows.count, active.count < rows.count else { break }
                // What was set aside may have come back to matter.
                (active, limit) = (Array(0..<rows.count), .infinity)
            } else {
                (active, limit) = (kept, most > 0 ? most : .infinity)
            }
        }
        return weights
    }

    private static let rounds = 60
    /// How far the examples may be from their best weights.
    private static let tolerance: Float = 0.1
}

/// Sparse vectors one after another; each has a last number of 1, for the bias.
struct SparseRows: Sendable {
    /// How many numbers a vector has.
    let width: Int
    /// The square of the length of each vector, the bias with it.
    private(set) var squares: [Float] = []
    private var ends: [Int] = []
    private var places: [Int32] = []
    private var values: [Float] = []

    init(width: Int) { self.width = width }

    /// How many vectors there are.
    var count: Int { ends.count }

    /// Adds a vector.
    mutating func append(_ entries: [SparseEntry]) {
        for entry in entries {
            places.append(Int32(truncatingIfNeeded: entry.index))
            values.append(entry.value)
        }
        ends.append(places.count)
        squares.append(entries.reduce(1) { $0 + $1.value * $1.value })
    }

    /// The scalar product of a vector with `width + 1` weights.
    func product(_ row: Int, _ weights: [Float]) -> Float {
        var sum = weights[width]
        for place in range(row) { sum += values[place] * weights[Int(places[place])] }
        return sum
    }

    /// Adds a vector, scaled, to `width + 1` weights.
    func add(_ scale: Float, _ row: Int, to weights: inout [Float]) {
        for place in range(row) { weights[Int(places[place])] += scale * values[place] }
        weights[width] += scale
    }

    private func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }
}

/// One value of a sparse vector.
struct SparseEntry: Sendable {
    let index: Int
    var value: Float
}
