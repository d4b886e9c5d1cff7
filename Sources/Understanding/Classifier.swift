internal import Foundation

/// Tells which intent an utterance most resembles: a linear support vector machine for each intent, over TF-IDF features and
/// the meaning of the words.
struct Classifier: Sendable {
    /// A sentence to learn from.
    struct Example: Sendable {
        /// The intent that it is an example of; nil for a sentence that is none of them.
        let intent: String?
        let features: Features
        /// Whether it was respelt by ``Language/Noise``: what only such a sentence has must occur twice to be learnt.
        var isNoisy = false

        /// What to learn from a sentence: the sentence itself, then the sentence misspelt.
        static func lessons(_ intent: String?, _ sentence: Sentence, misspelt: Sentence?) -> [Example] {
            let other = misspelt.map { Example(intent: intent, features: Features($0), isNoisy: true) }
            return [Example(intent: intent, features: Features(sentence))] + (other.map { [$0] } ?? [])
        }
    }

    /// How much a feature that training never saw adds to the squared length of an utterance.
    ///
    /// An utterance of strange words then lies near no intent.
    private static let unseenSquare: Float = 30

    /// The intents, in the order of the weights.
    let intents: [String]
    /// How sure a margin makes.
    var calibration: Calibration
    /// Hashes of the features that training saw, in rising order.
    let features: [UInt64]
    /// Inverse document frequency of each feature.
    let rarity: [Float]
    /// What the meaning of an utterance weighs beside each kind of feature.
    let meaningWeight: Float
    /// A row of `intents.count` weights for each feature and then for each dimension of the meaning, in units of ``scales``.
    let weights: [Int8]
    /// What a weight of one stands for, by intent.
    let scales: [Float]
    /// What each machine starts from.
    let biases: [Float]

    /// Trains on examples; the same examples in the same order give the same model.
    init(examples: [Example]) {
        let intents = Array(Set(examples.compactMap(\.intent))).sorted()
        let taught = examples.reduce(0) { $0 + ($1.isNoisy || $1.intent == nil ? 0 : 1) }
        let tuning = Tuning(examplesPerIntent: Float(taught) / Float(max(intents.count, 1)))
        let (features, rarity) = Classifier.vocabulary(examples)
        let dimensions = examples.lazy.compactMap(\.features.meaning?.count).first ?? 0
        var rows = SparseRows(width: features.count + dimensions)
        for example in examples {
            rows.append(
                Classifier.vector(
                    example.features, features: features, rarity: rarity, meaningWeight: tuning.meaningWeight))
        }
        let places = Dictionary(uniqueKeysWithValues: intents.enumerated().map { ($1, $0) })
        let machines = LinearMachine.train(
            rows, classes: examples.map { $0.intent.flatMap { places[$0] } ?? -1 }, count: intents.count,
            cost: tuning.cost)
        let scales = machines.map { machine in
            max(machine.dropLast().reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude) / 127
        }
        var weights = [Int8](repeating: 0, count: rows.width * intents.count)
        for (column, machine) in machines.enumerated() {
            for row in 0..<rows.width {
                weights[row * intents.count + column] = Int8((machine[row] / scales[column]).rounded())
            }
        }
        (self.intents, self.features, self.rarity, self.weights) = (intents, features, rarity, weights)
        (self.scales, biases) = (scales, machines.map { $0.last ?? 0 })
        meaningWeight = tuning.meaningWeight
        calibration = Calibration()
    }

    /// How far on the right side of each intent's border an utterance lies, in the order of ``intents``.
    func margins(_ features: Features) -> [Float] {
        var sums = [Float](repeating: 0, count: intents.count)
        for entry in vector(features) { add(entry, to: &sums) }
        return sums.indices.map { sums[$0] * scales[$0] + biases[$0] }
    }

    /// The same, with what the names in it tell.
    func margins(_ features: Features, bearing subjects: Subjects) -> [Float] {
        zip(intents, margins(features)).map { $1 + subjects.bearing(on: $0) }
    }

    /// The intents with the confidence that margins make, the surest first.
    func candidates(_ margins: [Float]) -> [Meaning.Candidate] {
        zip(intents, margins).sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map {
            Meaning.Candidate(intent: $0, confidence: calibration.confidence($1))
        }
    }

    /// What each feature of an utterance adds to the margin of an intent, by the feature's hash; the meaning's share under nil.
    func contributions(_ features: Features, to intent: Int) -> (byFeature: [UInt64: Float], meaning: Float) {
        var shares: [UInt64: Float] = [:]
        var meaning: Float = 0
        for entry in vector(features) {
            let share = entry.value * Float(weights[entry.index * intents.count + intent]) * scales[intent]
            if entry.index < self.features.count {
                shares[self.features[entry.index], default: 0] += share
            } else {
                meaning += share
            }
        }
        return (shares, meaning)
    }

    private func add(_ entry: SparseEntry, to sums: inout [Float]) {
        let start = entry.index * intents.count
        for column in sums.indices { sums[column] += entry.value * Float(weights[start + column]) }
    }

    private func vector(_ features: Features) -> [SparseEntry] {
        Classifier.vector(features, features: self.features, rarity: rarity, meaningWeight: meaningWeight)
    }

    /// The features worth learning, in rising order, with their inverse document frequency.
    private static func vocabulary(_ examples: [Example]) -> (features: [UInt64], rarity: [Float]) {
        var seen: [UInt64: (count: Int, isClean: Bool)] = [:]
        for example in examples {
            for kind in example.features.hashes {
                var last: UInt64?
                for feature in kind where feature != last {
                    last = feature
                    var entry = seen[feature] ?? (0, false)
                    entry.count += 1
                    entry.isClean = entry.isClean || !example.isNoisy
                    seen[feature] = entry
                }
            }
        }
        let features = seen.filter { $0.value.isClean || $0.value.count > 1 }.keys.sorted()
        let total = Float(1 + examples.count)
        return (features, features.map { 1 + log(total / Float(1 + (seen[$0]?.count ?? 0))) })
    }

    /// Sublinear TF-IDF, each kind of feature scaled to length one; then the meaning.
    private static func vector(
        _ utterance: Features, features: [UInt64], rarity: [Float], meaningWeight: Float
    ) -> [SparseEntry] {
        var result: [SparseEntry] = []
        result.reserveCapacity(utterance.hashes.reduce(0) { $0 + $1.count } + (utterance.meaning?.count ?? 0))
        for kind in utterance.hashes {
            let start = result.count
            var square: Float = 0
            var position = 0
            while position < kind.count {
                let feature = kind[position]
                let first = position
                while position < kind.count, kind[position] == feature { position += 1 }
                guard let index = features.firstIndex(ofHash: feature) else {
                    square += unseenSquare
                    continue
                }
                let value = (1 + log(Float(position - first))) * rarity[index]
                square += value * value
                result.append(SparseEntry(index: index, value: value))
            }
            guard square > 0 else { continue }
            let scale = 1 / square.squareRoot()
            for place in start..<result.count { result[place].value *= scale }
        }
        for (dimension, value) in (utterance.meaning ?? []).enumerated() {
            result.append(SparseEntry(index: features.count + dimension, value: value * meaningWeight))
        }
        return result
    }
}

/// What training is set to, by how many examples an intent has.
private struct Tuning {
    /// What an example on the wrong side costs.
    let cost: Float
    /// What the meaning of an utterance weighs beside each kind of feature.
    let meaningWeight: Float

    /// Where examples are few, what words mean has to stand in for the words that were not given; chosen on development sets.
    init(examplesPerIntent: Float) {
        cost = examplesPerIntent < 5 ? 0.3 : 2
        meaningWeight = examplesPerIntent < 5 ? 2 : 0.5
    }
}

extension [UInt64] {
    /// The place of a hash in an array in rising order: hashes are spread evenly, so its value tells about where.
    fileprivate func firstIndex(ofHash value: UInt64) -> Int? {
        guard !isEmpty else { return nil }
        let guess = Int(value.multipliedFullWidth(by: UInt64(count)).high)
        var (low, high, step) = (guess, guess, 8)
        while low > 0, self[low] >= value { (low, step) = (Swift.max(0, low - step), step * 2) }
        step = 8
        while high < count, self[high] < value { (high, step) = (Swift.min(count, high + step), step * 2) }
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value ? low : nil
    }
}
