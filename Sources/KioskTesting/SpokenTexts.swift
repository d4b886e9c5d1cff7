import Assistant
import KioskChannel
import Speech

/// Makes the sound of what a scripted speaker says, and of a hall full of people.
struct SpokenTexts: Sendable {
    /// Samples a second of all that is made here.
    static let rate = 16_000
    /// The pause before and after what is said, in seconds.
    private static let pause = 0.5
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

    /// The hall of a town: people who talk about what its topics answer.
    ///
    /// - Parameters:
    ///   - assistant: the town's.
    ///   - ratio: how many decibels below a speaker they are; nil for a silent hall.
    /// - Returns: the sound, empty for a silent hall.
    /// - Throws: ``Speech/SpeechError`` when the voice cannot speak.
    func babble(of assistant: Assistant, below ratio: Double?) async throws(SpeechError) -> [Int16] {
        guard let ratio else { return [] }
        let prompts = assistant.readingPrompts(count: 30)
        let talks = (0..<6).map { person in
            stride(from: person, to: prompts.count, by: 6).map { prompts[$0] }.joined(separator: ". ")
        }
        return try await babble(talks, voices: ["fr+m7", "fr+f4", "fr+m2", "fr+f1"], below: ratio)
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

    /// Something said with a pause before and after it, in a hall.
    ///
    /// - Parameters:
    ///   - sound: what is said.
    ///   - babble: the hall; silent when empty.
    ///   - turn: a number that chooses where the babble begins.
    /// - Returns: the sound.
    static func mixed(_ sound: [Int16], _ babble: [Int16], from turn: Int) -> [Int16] {
        let pause = [Int16](repeating: 0, count: Int(Double(rate) * pause))
        let all = pause + sound + pause
        guard !babble.isEmpty else { return all }
        return all.enumerated().map { Int16(clamping: Int($1) + Int(babble[($0 + turn * 7_919) % babble.count])) }
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
