import Foundation
import Speech
import Synchronization

/// Text as sound that a program hears exactly: a frame of 20 ms a byte.
///
/// So that the whole loop, from
/// samples to samples, is tested without an engine and without a doubt.
enum LetterSound {
    static let rate = 16_000
    private static let base = 6_000

    static func encode(_ text: String) -> [Int16] {
        text.utf8.flatMap { byte in [Int16](repeating: Int16(base + Int(byte) * 64), count: Endpointer.frame) }
    }

    static func decode(_ samples: [Int16]) -> String {
        var cutter = FrameCutter(size: Endpointer.frame)
        let bytes = cutter.cut(samples).compactMap { frame -> UInt8? in
            let level = (Int(frame[Endpointer.frame / 2]) - base) / 64
            return (1...255).contains(level) ? UInt8(level) : nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func silence(_ seconds: Double) -> [Int16] {
        [Int16](repeating: 0, count: Int(seconds * 50) * Endpointer.frame)
    }
}

/// Hears letters; a text that begins with "?" is unsure, one that begins with "!" is rejected.
struct LetterRecogniser: Recogniser {
    let name = "letters"
    let followsSearches = true

    func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) {}

    func recognise(_ audio: AsyncStream<AudioChunk>, search: String) async throws(SpeechError) -> Recognition {
        var samples: [Int16] = []
        for await chunk in audio { samples += chunk.samples }
        let text = LetterSound.decode(samples)
        let rejection = text.hasPrefix("!") ? -9.0 : text.hasPrefix("?") ? -0.5 : 0
        return Recognition(text: text.filter { !"?!".contains($0) }, rejection: rejection)
    }
}

/// Says letters.
struct LetterVoice: Synthesiser {
    func speak(_ request: SpeechRequest) -> AsyncThrowingStream<SynthesisEvent, any Error> {
        AsyncThrowingStream { continuation in
            continuation.yield(.format(AudioFormat(rate: LetterSound.rate)))
            continuation.yield(.mark(WordMark(offset: 0, length: 1, sample: 0)))
            continuation.yield(.audio(LetterSound.encode(request.text)))
            continuation.yield(.end)
            continuation.finish()
        }
    }

    func stop() async {}
}

/// A microphone that gives some sound, and then ends.
struct MemoryMicrophone: AudioSource {
    let samples: [Int16]

    func listen() -> AsyncThrowingStream<AudioNews, any Error> {
        let place = Mutex(0)
        let samples = samples
        return AsyncThrowingStream {
            place.withLock { place in
                guard place < samples.count else { return nil }
                let end = min(place + Endpointer.frame, samples.count)
                defer { place = end }
                return .chunk(AudioChunk(samples: Array(samples[place..<end]), rate: LetterSound.rate))
            }
        }
    }
}

/// A loudspeaker that keeps what it plays.
actor MemoryLoudspeaker: AudioSink {
    private(set) var samples: [Int16] = []
    func open(_ format: AudioFormat) async throws(SpeechError) {}
    func play(_ samples: [Int16]) async throws(SpeechError) { self.samples += samples }
    func finish() async throws(SpeechError) {}
    func stop() async -> Int { samples.count }
}
