internal import Foundation

/// Tells which intent an utterance most resembles: one linear support vector machine an intent, over TF-IDF features.
struct Classifier: Sendable {
    /// How much a feature that training never saw adds to the squared length of an utterance.
    ///
    /// An utterance of strange words then lies near no intent. From 1 to 30, unrelated questions that are taken for the
    /// town's fall by half, while examples judged by models that have not seen them lose a hundredth.
    private static let unseenSquare: Float = 30

    /// The intents, in the order of the weights.
    let intents: [String]
    /// Hashes of the features that training saw, in rising order.
    private let features: [UInt64]
    /// Inverse document frequency of each feature.
    private let rarity: [Float]
    /// A row of `intents.count` weights for each feature, then one row of biases.
    private let weights: [Float]

    /// Trains on examples; the same examples in the same order give the same model.
    init(examples: [(intent: String, counts: Features.Counts)]) {
        let intents = Array(Set(examples.map(\.intent))).sorted()
        var frequency: [UInt64: Int] = [:]
        for example in examples {
            for kind in example.counts { for feature in kind.keys { frequency[feature, default: 0] += 1 } }
        }
        let features = frequency.keys.sorted()
        let rarity = features.map { feature in
            1 + log(Float(1 + examples.count) / Float(1 + (frequency[feature] ?? 0)))
        }
        let rows = examples.map { Classifier.vector($0.counts, features: features, rarity: rarity) }
        var weights = [Float](repeating: 0, count: (features.count + 1) * intents.count)
        for (column, intent) in intents.enumerated() {
            let signs: [Float] = examples.map { $0.intent == intent ? 1 : -1 }
            let trained = LinearMachine.train(rows: rows, signs: signs, width: features.count)
            for (row, weight) in trained.enumerated() { weights[row * intents.count + column] = weight }
        }
        (self.intents, self.features, self.rarity, self.weights) = (intents, features, rarity, weights)
    }

    /// How far on the right side of each intent's border an utterance lies, in the order of ``intents``.
    func margins(_ counts: Features.Counts) -> [Float] {
        let vector = Classifier.vector(counts, features: features, rarity: rarity)
        var margins = Array(weights.suffix(intents.count))
        for entry in vector {
            let row = entry.index * intents.count
            for column in intents.indices { margins[column] += entry.value * weights[row + column] }
        }
        return margins
    }

    /// Sublinear TF-IDF, each kind of feature scaled to length one.
    private static func vector(_ counts: Features.Counts, features: [UInt64], rarity: [Float]) -> [LinearMachine.Entry]
    {
        var result: [LinearMachine.Entry] = []
        for kind in counts {
            var part: [LinearMachine.Entry] = []
            var square: Float = 0
            for (feature, count) in kind {
                guard let index = features.firstIndex(sorted: feature) else {
                    square += unseenSquare
                    continue
                }
                let value = (1 + log(count)) * rarity[index]
                square += value * value
                part.append(LinearMachine.Entry(index: index, value: value))
            }
            guard square > 0 else { continue }
            let scale = 1 / square.squareRoot()
            result += part.map { LinearMachine.Entry(index: $0.index, value: $0.value * scale) }
        }
        // Sums of floats depend on their order; dictionaries have none that lasts.
        return result.sorted { $0.index < $1.index }
    }
}

extension Classifier {
    /// The model as bytes, for the compiled cache.
    var data: Data {
        var data = Data()
        let names = Data(intents.joined(separator: "\n").utf8)
        for count in [names.count, features.count] {
            withUnsafeBytes(of: UInt64(count)) { data.append(contentsOf: $0) }
        }
        data.append(names)
        features.withUnsafeBytes { data.append(contentsOf: $0) }
        rarity.withUnsafeBytes { data.append(contentsOf: $0) }
        weights.withUnsafeBytes { data.append(contentsOf: $0) }
        return data
    }

    /// Reads what ``data`` wrote; nil when the bytes cannot be a model.
    init?(data: Data) {
        guard data.count >= 16 else { return nil }
        func number(_ offset: Int) -> Int {
            Int(truncatingIfNeeded: data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) })
        }
        let (nameBytes, featureCount) = (number(0), number(8))
        guard (0...data.count).contains(nameBytes), (0...data.count).contains(featureCount),
            nameBytes + 16 <= data.count
        else { return nil }
        let start = data.startIndex
        let names = String(decoding: data[(start + 16)..<(start + 16 + nameBytes)], as: UTF8.self)
        let intents = names.split(separator: "\n").map(String.init)
        let weightCount = (featureCount + 1) * intents.count
        guard data.count == 16 + nameBytes + featureCount * 12 + weightCount * 4 else { return nil }
        func array<Element>(_ offset: Int, _ count: Int, of type: Element.Type) -> [Element] {
            data.withUnsafeBytes { bytes in
                [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
                    let slice = bytes[offset..<(offset + count * MemoryLayout<Element>.stride)]
                    UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: slice))
                    initialized = count
                }
            }
        }
        let base = 16 + nameBytes
        self.intents = intents
        features = array(base, featureCount, of: UInt64.self)
        rarity = array(base + featureCount * 8, featureCount, of: Float.self)
        weights = array(base + featureCount * 12, weightCount, of: Float.self)
    }
}

extension [UInt64] {
    /// The place of a value in an array in rising order, by bisection.
    fileprivate func firstIndex(sorted value: UInt64) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value ? low : nil
    }
}
