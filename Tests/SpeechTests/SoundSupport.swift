import Foundation
import Language
import Speech

/// Sound made for tests.
enum TestSound {
    /// A tone.
    static func tone(_ frequency: Double, seconds: Double, rate: Int = 16_000, amplitude: Double = 0.3) -> [Int16] {
        (0..<Int(seconds * Double(rate))).map {
            Int16(32_767 * amplitude * sin(2 * .pi * frequency * Double($0) / Double(rate)))
        }
    }

    /// Noise of a level in decibels of full scale, always the same.
    static func noise(_ decibels: Double, seconds: Double, rate: Int = 16_000, seed: UInt64 = 1) -> [Int16] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        // Evenly spread from -1 to 1, whose root mean square is the square root of a third.
        let scale = 32_768 * Level.ratio(decibels) * 3.0.squareRoot()
        return (0..<Int(seconds * Double(rate))).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int16(clamping: Int((Double(state >> 11) / Double(1 << 52) - 1) * scale))
        }
    }

    /// The frames of 20 ms of some sound.
    static func frames(_ samples: [Int16]) -> [[Int16]] {
        var cutter = FrameCutter(size: Endpointer.frame)
        return cutter.cut(samples)
    }

    /// A folder of its own, removed with the value.
    final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "speech-" + UUID().uuidString).path
        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ bytes: [UInt8], _ name: String = "a.wav") throws -> String {
            try Data(bytes).write(to: URL(filePath: path + "/" + name))
            return path + "/" + name
        }
    }

    /// The bytes of a WAV file.
    static func wav(
        kind: Int = 1, channels: Int = 1, rate: Int = 16_000, bits: Int, data: [UInt8], size: Int? = nil,
        before: [UInt8] = []
    ) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let frame = channels * bits / 8
        let format =
            number(kind, 2) + number(channels, 2) + number(rate, 4) + number(rate * frame, 4)
            + number(frame, 2) + number(bits, 2)
        return Array("RIFF".utf8) + number(36 + data.count, 4) + Array("WAVE".utf8) + before + Array("fmt ".utf8)
            + number(16, 4) + format + Array("data".utf8) + number(size ?? data.count, 4) + data
    }
}
