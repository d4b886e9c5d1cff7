import Foundation
import SpeechEspeakNG
import SpeechPocketSphinx
import Synchronization
import Wyoming

/// What tests of the engines share.
enum Sound {
    static func sine(_ frequency: Double, rate: Int, seconds: Double, peak: Double = 8_000) -> [Int16] {
        (0..<Int(Double(rate) * seconds)).map { Int16(peak * sin(2 * .pi * frequency * Double($0) / Double(rate))) }
    }

    static func silence(_ seconds: Double, rate: Int) -> [Int16] {
        [Int16](repeating: 0, count: Int(seconds * Double(rate)))
    }

    /// Decibels of one 16-bit step.
    static func level(_ samples: some Collection<Int16>) -> Double {
        let power = samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(max(samples.count, 1))
        return 10 * log10(power + 1e-9)
    }

    /// Numbers from -1 to 1 that are the same each time.
    static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var state = seed | 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(Int64(bitPattern: state) >> 32) / 2_147_483_648
        }
    }

    /// What a voice says.
    static func said(_ message: SynthesizeMessage, by voice: EspeakSynthesiser) async throws -> Said {
        let said = Mutex(Said())
        try await voice.say(SynthesisRequest(message), stopCount: voice.stopCount) { piece in
            said.withLock { said in
                switch piece {
                case .rate(let rate): said.rate = rate
                case .mark(let offset, let length, let sample): said.marks.append((offset, length, sample))
                case .sound(let samples): said.samples += samples
                }
            }
        }
        return said.withLock { $0 }
    }

    struct Said {
        var rate = 0
        var samples: [Int16] = []
        var marks: [(offset: Int, length: Int, sample: Int)] = []
    }
}

/// The acoustic model that is installed, French or, without it, Debian's English one.
enum Installed {
    static let model = try? AcousticModelFinder(
        executable: URL(filePath: "/proc/self/exe"), environment: ProcessInfo.processInfo.environment
    ).model()
    static var hasModel: Bool { model != nil }
    static var hasFrenchModel: Bool { model?.isEnglish == false }
    /// Debian's `asterisk-core-sounds-fr-wav`: a woman who says numbers and days.
    static let clips = "/usr/share/asterisk/sounds/fr_CA_f_June/digits/"
    static var hasClips: Bool { FileManager.default.fileExists(atPath: clips + "day-1.wav") }

    /// The samples of a clip, 8 000 a second.
    static func clip(_ name: String) throws -> [Int16] {
        PCM.samples(try Data(contentsOf: URL(filePath: clips + name + ".wav")).dropFirst(44))
    }
}
