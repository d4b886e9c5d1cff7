internal import HTTPTypes
internal import Hummingbird
internal import Synchronization

/// The answers that somebody may want to hear, by an address that nobody can guess.
///
/// A sound is made when it is asked for. The text is the town's answer, never what a citizen wrote; it is forgotten after a while,
/// and when there are too many.
final class Sounds: Sendable {
    private struct Text {
        let words: String
        let language: String
        let made: ContinuousClock.Instant
        /// The sound, from when it is asked for: the times of its words are those of the same sound.
        var sound: Task<SpokenSound?, Never>?
    }

    /// How many texts wait at most, and for how long; how many sounds are kept.
    static let limit = 2_000, kept = Duration.seconds(20 * 60), soundLimit = 40

    private let voice: @Sendable (String, String) async -> SpokenSound?
    private let texts = Mutex<[String: Text]>([:])

    init(voice: @escaping @Sendable (String, String) async -> SpokenSound?) { self.voice = voice }

    /// The path from which a text is heard: `/lire/…`.
    func address(of words: String, _ language: String, now: ContinuousClock.Instant = .now) -> String {
        let id = ConversationID.make()
        texts.withLock { texts in
            if texts.count >= Self.limit { texts = texts.filter { now - $0.value.made < Self.kept } }
            if texts.count >= Self.limit, let oldest = texts.min(by: { $0.value.made < $1.value.made })?.key {
                texts[oldest] = nil
            }
            texts[id] = Text(words: words, language: language, made: now)
        }
        return "/lire/" + id
    }

    /// The sound of a text; nil where it is forgotten or the voice fails.
    func sound(_ id: String, now: ContinuousClock.Instant = .now) async -> SpokenSound? {
        let task = texts.withLock { texts -> Task<SpokenSound?, Never>? in
            guard var text = texts[id], now - text.made < Self.kept else { return nil }
            if let task = text.sound { return task }
            let made = texts.filter { $0.value.sound != nil }
            if made.count >= Self.soundLimit, let oldest = made.min(by: { $0.value.made < $1.value.made })?.key {
                texts[oldest]?.sound = nil
            }
            let task = Task { [voice, text] in await voice(text.words, text.language) }
            text.sound = task
            texts[id] = text
            return task
        }
        if let sound = await task?.value { return sound }
        // A voice that failed may speak again.
        texts.withLock { $0[id]?.sound = nil }
        return nil
    }
}

extension Pages {
    /// The sound of answers and the times of its words, where the server has a voice.
    func addSound(to routes: RouteTable) {
        guard let sounds else { return }
        routes.on(.get, "/lire/{id}") { request, context in
            guard let sound = await sounds.sound(try context.parameters.require("id")) else {
                throw Problem(.notFound)
            }
            return Response(sound.wav, type: "audio/wav", for: request)
        }
        routes.on(.get, "/lire/{id}/mots") { _, context in
            guard let sound = await sounds.sound(try context.parameters.require("id")) else {
                throw Problem(.notFound)
            }
            return try JSONAnswer.response(sound.words)
        }
    }
}
