internal import Understanding

/// Why an utterance was taken for an intent, as other programs read it: the shares add up to the margin.
struct ExplanationObject: Sendable, Encodable {
    struct Word: Sendable, Encodable {
        let text: String
        let read: String
        let sound: String
        let bySpelling: Double
        let bySound: Double

        private enum CodingKeys: String, CodingKey {
            case text, read, sound
            case bySpelling = "by_spelling"
            case bySound = "by_sound"
        }
    }

    let intent: String
    let words: [Word]
    let meaning: Double
    let names: Double
    let start: Double

    init(_ explanation: Explanation, intent: String) {
        func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
        self.intent = intent
        words = explanation.words.map {
            Word(
                text: $0.text, read: $0.read, sound: $0.sound, bySpelling: rounded($0.bySpelling),
                bySound: rounded($0.bySound))
        }
        (meaning, names) = (rounded(explanation.meaning), rounded(explanation.names))
        start = rounded(explanation.start)
    }
}
