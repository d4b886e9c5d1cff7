import Dialogue
import Speech

/// How fast and how loud a step of the delivery is (rules K5 and K7).
enum SpeechRate {
    /// Words a minute of each step; slower lengthens pauses first, and the words only at the last step.
    private static let words = [-3: 130, -2: 155, -1: 155, 0: 155, 1: 180, 2: 210, 3: 250, 4: 300, 5: 400, 6: 500]
    /// Milliseconds between two sentences.
    private static let pauses = [-3: 800, -2: 800, -1: 600, 0: 400]
    private static let fastPause = 350
    /// Decibels of a step: from -9 to 9, a range of 18.
    private static let step = 3.0

    /// Words a minute, without pauses.
    static func wordsPerMinute(_ delivery: Delivery) -> Int { words[delivery.rate] ?? 155 }

    /// Milliseconds of silence between two sentences.
    static func pause(_ delivery: Delivery) -> Int { pauses[delivery.rate] ?? fastPause }

    /// Decibels above the voice's own level.
    static func volume(_ delivery: Delivery) -> Double { Double(delivery.volume) * step }

    /// A sentence as a request to the voice.
    static func request(
        _ text: String, _ delivery: Delivery, language: String, voice: String?, pronunciations: [String: String]
    ) -> SpeechRequest {
        SpeechRequest(
            text, language: language, voice: voice, wordsPerMinute: wordsPerMinute(delivery), volume: volume(delivery),
            pause: pause(delivery), pronunciations: pronunciations)
    }
}
