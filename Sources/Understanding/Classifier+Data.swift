internal import Foundation

extension Classifier {
    /// The model as bytes, for the compiled cache.
    var data: Data {
        var writer = TableWriter()
        writer.add(intents.joined(separator: "\n"))
        writer.add([calibration.slope, calibration.offset])
        writer.add([meaningWeight])
        writer.add(features)
        writer.add(rarity)
        writer.add(weights)
        writer.add(scales)
        writer.add(biases)
        return writer.data
    }

    /// Reads what ``data`` wrote; nil when the bytes cannot be a model.
    init?(data: Data) {
        var reader = TableReader(data)
        guard let names = reader.text(), let curve = reader.array(of: Double.self), curve.count == 2,
            let meaningWeight = reader.array(of: Float.self)?.first, let features = reader.array(of: UInt64.self),
            let rarity = reader.array(of: Float.self), let weights = reader.array(of: Int8.self),
            let scales = reader.array(of: Float.self), let biases = reader.array(of: Float.self), reader.isAtEnd
        else { return nil }
        let intents = names.split(separator: "\n").map(String.init)
        guard rarity.count == features.count, scales.count == intents.count, biases.count == intents.count,
            weights.count >= features.count * intents.count,
            intents.isEmpty ? weights.isEmpty : weights.count % intents.count == 0
        else { return nil }
        (self.intents, self.features, self.rarity, self.weights) = (intents, features, rarity, weights)
        (self.scales, self.biases, self.meaningWeight) = (scales, biases, meaningWeight)
        calibration = Calibration(slope: curve[0], offset: curve[1])
    }
}
