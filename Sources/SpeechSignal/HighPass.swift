internal import Foundation

/// Takes out of a sound what is below the voice: hum, rumble, and the slow decay that a microphone starts with.
///
/// A second-order Butterworth filter by the bilinear transform ("Cookbook formulae for audio equalizer biquad filter coefficients",
/// R. Bristow-Johnson).
public struct HighPass: Sendable {
    private let scale: Double
    private let feedback: (Double, Double)
    private var before: (input: Double, output: Double) = (0, 0)
    private var earlier: (input: Double, output: Double) = (0, 0)

    /// A filter at rest.
    ///
    /// - Parameters:
    ///   - frequency: what is halved in power, in hertz; below half of the rate.
    ///   - rate: samples a second.
    public init(_ frequency: Double, rate: Int) {
        let angle = 2 * Double.pi * frequency / Double(rate)
        let width = sin(angle) / 2.0.squareRoot()
        scale = (1 + cos(angle)) / 2 / (1 + width)
        feedback = (-2 * cos(angle) / (1 + width), (1 - width) / (1 + width))
    }

    /// The next samples, filtered and clipped to 16 bits.
    public mutating func take(_ samples: [Int16]) -> [Int16] {
        samples.map { sample in
            let input = Double(sample)
            let output =
                scale * (input - 2 * before.input + earlier.input) - feedback.0 * before.output
                - feedback.1 * earlier.output
            (earlier, before) = (before, (input, output))
            return Int16(max(-32_768, min(32_767, output.rounded())))
        }
    }
}
