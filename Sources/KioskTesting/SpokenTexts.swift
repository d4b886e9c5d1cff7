import Speech

/// Makes the sound of what a scripted speaker says, and of a hall full of people.
struct SpokenTexts: Sendable {
    private static let rate = 16_000
    /// How loud a speaker is, in decibels of full scale.
    private static let level = -22.0

    let voice: any Synthesiser
    let language: String

    /// A text as a voice says it.
    func sound(_ text: String, voice name: String, wordsPerMinute: Int = 150) async throws(SpeechError) -> [Int16] {
        var (samples, rate): ([Int16], Int) = ([], Self.rate)
        let request = SpeechRequest(text, language: language, voice: name, wordsPerMinute: wordsPerMinute, pause: 200)
        do {
            for try await event in voice.speak(request) {
                if case .format(let format) = event { rate = format.rate }
                if case .audio(let piece) = event { samples += piece }
            }
        } catch let error as SpeechError {
            throw error
        } catch {
            throw .ended(engine: "voice", reason: "")
        }
        let chunk = Resampler.resampled(AudioChunk(samples: samples, rate: rate), to: Self.rate)
        return Self.levelled(chunk.samples, to: Self.level)
    }

    /// Several people talking at once.
    ///
    /// - Parameters:
    ///   - texts: what they say.
    ///   - voices: who says it, in turn.
    ///   - ratio: how many decibels below a speaker they are.
    /// - Returns: as long a sound as the longest of them.
    /// - Throws: ``Speech/SpeechError`` when the voice cannot speak.
    func babble(_ texts: [String], voices: [String], below ratio: Double) async throws(SpeechError) -> [Int16] {
        var sum: [Int] = []
        for (index, text) in texts.enumerated() {
            let sound = try await sound(
                text, voice: voices[index % voices.count], wordsPerMinute: 160 + 10 * (index % 4))
            guard !sound.isEmpty else { continue }
            if sum.count < sound.count { sum += [Int](repeating: 0, count: sound.count - sum.count) }
            // Each begins elsewhere, and goes round.
            let start = index * 7_919
            for place in sum.indices { sum[place] += Int(sound[(place + start) % sound.count]) }
        }
        return Self.levelled(sum.map { Int16(clamping: $0 / 4) }, to: Self.level - ratio)
    }

    /// The same sound at a level, silences left out of the measure.
    private static func levelled(_ samples: [Int16], to level: Double) -> [Int16] {
        let voiced = stride(from: 0, to: samples.count, by: 320).map { samples[$0..<min($0 + 320, samples.count)] }
            .filter { Level.rms($0) > -45 }.flatMap(\.self)
        guard !voiced.isEmpty else { return samples }
        let gain = Level.ratio(level - Level.rms(voiced))
        return samples.map { Int16(clamping: Int(Double($0) * gain)) }
    }
}
