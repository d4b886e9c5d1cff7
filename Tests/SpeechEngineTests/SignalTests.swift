import Foundation
import SpeechSignal
import Testing

@testable import SpeechPocketSphinx

@Suite("Sound on its way")
struct SignalTests {
    @Test("Keeps its length and its pitch at another rate", arguments: [8_000, 11_025, 22_050, 44_100, 48_000])
    func converts(rate: Int) throws {
        let converter = try #require(RateConverter(from: rate, to: 16_000))
        let sound = Sound.sine(440, rate: rate, seconds: 1)
        var converted: [Int16] = []
        for start in stride(from: 0, to: sound.count, by: 700) {
            converted += converter.convert(Array(sound[start..<min(start + 700, sound.count)]))
        }
        converted += converter.finish()
        #expect(abs(converted.count - 16_000) < 200)
        let crossings = zip(converted, converted.dropFirst()).count { $0 < 0 && $1 >= 0 }
        #expect(abs(crossings - 440) <= 3)
        #expect(abs(Sound.level(converted[1_000..<15_000]) - Sound.level(sound)) < 0.5)
    }

    @Test("Is refused at a rate of no device", arguments: [0, -1, 3_999, 200_000])
    func refusesRate(rate: Int) {
        #expect(RateConverter(from: rate, to: 16_000) == nil)
        #expect(RateConverter(from: 16_000, to: rate) == nil)
    }

    @Test("Gets noise of the loudness asked for, the same each time")
    func noise() {
        var (one, two) = (WhiteNoise(sigma: 100), WhiteNoise(sigma: 100))
        let quiet = [Double](repeating: 0, count: 20_000)
        let samples = one.add(to: quiet)
        #expect(samples == two.add(to: quiet))
        #expect(abs(Sound.level(samples) - 40) < 0.3)
        #expect(one.add(to: [40_000, -40_000]) == [32_767, -32_768])
    }

    @Test("Loses the silence around and within it, and keeps its times")
    func gate() {
        let rate = 8_000
        var gate = SpeechGate(rate: rate)
        let word = Sound.sine(300, rate: rate, seconds: 0.5)
        let sound =
            Sound.silence(2, rate: rate) + word + Sound.silence(3, rate: rate) + word + Sound.silence(2, rate: rate)
        var passed: [Int16] = []
        for start in stride(from: 0, to: sound.count, by: 333) {
            passed += gate.take(Array(sound[start..<min(start + 333, sound.count)]))
        }
        passed += gate.finish()
        let seconds = Double(passed.count) / Double(rate)
        #expect((1.2...1.8).contains(seconds))
        #expect(abs(Double(gate.inputFrame(8)) - 200) <= 3)
        #expect(abs(Double(gate.inputFrame(passed.count / gate.frame - 3)) - 600) <= 6)
    }

    @Test("That is silence, or steady noise, is no speech", arguments: [0.0, 5])
    func noSpeech(amplitude: Double) {
        var gate = SpeechGate(rate: 8_000)
        let sound = Sound.noise(80_000).map { Int16($0 * amplitude) }
        #expect(gate.take(sound).isEmpty)
        #expect(!gate.isOpen)
        #expect(gate.finish().isEmpty)
    }

    @Test("Comes to one loudness, however soft or loud it was", arguments: [300.0, 1_500, 9_000])
    func level(peak: Double) {
        var setter = LevelSetter(rate: 8_000)
        let sound = Sound.sine(300, rate: 8_000, seconds: 1, peak: peak)
        let out = setter.take(Array(sound[..<2_000])) + setter.take(Array(sound[2_000...])) + setter.finish()
        #expect(out.count == sound.count)
        #expect(abs(Sound.level(out) - LevelSetter.level) < LevelSetter.tolerance + 1)
    }

    @Test("A word shorter than what loudness is judged by comes out whole")
    func shortLevel() {
        var setter = LevelSetter(rate: 8_000)
        #expect(setter.take(Sound.sine(300, rate: 8_000, seconds: 0.1)).isEmpty)
        #expect(setter.finish().count == 800)
        #expect(setter.finish().isEmpty)
    }

    @Test(
        "Loses what is below the voice, so many decibels",
        arguments: [(0.0, -200.0 ..< -60), (25, -100 ..< -20), (300, -0.2..<0.2), (1_000, -0.1..<0.1)])
    func highPass(frequency: Double, change: Range<Double>) {
        var filter = HighPass(100, rate: 8_000)
        let sound =
            frequency == 0
            ? [Int16](repeating: 8_000, count: 8_000) : Sound.sine(frequency, rate: 8_000, seconds: 1, peak: 8_000)
        let out = filter.take(Array(sound[..<333])) + filter.take(Array(sound[333...]))
        #expect(out.count == sound.count)
        #expect(change.contains(Sound.level(Array(out[4_000...])) - Sound.level(sound)))
        #expect(filter.take([.max, .min, .max, .min]).count == 4)
    }

    @Test("A faint noise before and after the voice is left out, a click too", arguments: [false, true])
    func background(isWhole: Bool) {
        let frame = 80
        let faint = Sound.noise(frame * 40).map { Int16($0 * 60) }
        let click = [Int16](repeating: 9_000, count: frame)
        let word = Sound.sine(300, rate: 8_000, seconds: 0.5, peak: 9_000)
        let sound = faint + click + faint + word + faint
        let background = Background(of: sound, frame: frame)
        #expect(background.dropped == 81 - 8)
        let quieted = background.quieted(sound, isWhole: isWhole)
        #expect(quieted.count == frame * (8 + 50 + (isWhole ? 3 : 40)))
        // Two frames beside the voice stay as they are; what is farther is nearly silent.
        let (far, near) = (Array(quieted[..<(frame * 6)]), Array(quieted[(frame * 6)..<(frame * 8)]))
        #expect(Sound.level(far) < Sound.level(near) - 6)
        #expect(Array(quieted[(frame * 8)..<(frame * 58)]) == word)
    }

    @Test("A sound without any voice is looked at and does no harm", arguments: [0, 1, 79, 80, 400])
    func noBackground(count: Int) {
        let sound = [Int16](repeating: 0, count: count)
        let background = Background(of: sound, frame: 80)
        #expect(background.dropped == 0)
        #expect(background.quieted(sound, isWhole: false).count == count)
    }
}
