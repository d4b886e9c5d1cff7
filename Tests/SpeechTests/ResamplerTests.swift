import Testing

@testable import Speech

@Suite("Changing the rate of sound")
struct ResamplerTests {
    @Test("A tone keeps its level and its length", arguments: [8_000, 11_025, 22_050, 44_100, 48_000, 7_999])
    func tone(rate: Int) {
        let sound = AudioChunk(samples: TestSound.tone(440, seconds: 1, rate: rate), rate: rate)
        let result = Resampler.resampled(sound, to: 16_000)
        #expect(abs(result.samples.count - 16_000) <= 40)
        let middle = Array(result.samples.dropFirst(2_000).dropLast(2_000))
        #expect(abs(Level.rms(middle) - Level.rms(sound.samples)) < 0.1)
        // As many waves as before: each crosses zero upwards once.
        let crossings = zip(middle, middle.dropFirst()).count { $0 < 0 && $1 >= 0 }
        #expect(abs(crossings - 440 * middle.count / 16_000) <= 1)
    }

    @Test("What the lower rate cannot hold is taken out")
    func alias() {
        let sound = AudioChunk(samples: TestSound.tone(10_000, seconds: 0.5, rate: 44_100), rate: 44_100)
        let result = Resampler.resampled(sound, to: 16_000)
        #expect(Level.rms(result.samples.dropFirst(500).dropLast(500)) < -60)
    }

    @Test("Pieces give what the whole gives")
    func pieces() {
        let sound = TestSound.noise(-20, seconds: 0.3, rate: 44_100)
        var whole = Resampler(from: 44_100, to: 16_000)
        let expected = whole.resample(sound) + whole.finish()
        var parts = Resampler(from: 44_100, to: 16_000)
        var result: [Int16] = []
        for start in stride(from: 0, to: sound.count, by: 700) {
            result += parts.resample(Array(sound[start..<min(start + 700, sound.count)]))
        }
        #expect(result + parts.finish() == expected)
    }
}
