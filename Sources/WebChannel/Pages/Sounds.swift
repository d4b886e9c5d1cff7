internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
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
    }

    /// How many texts wait at most, and for how long.
    static let limit = 2_000, kept = Duration.seconds(20 * 60)

    private let voice: @Sendable (String, String) async -> [UInt8]?
    private let texts = Mutex<[String: Text]>([:])

    init(voice: @escaping @Sendable (String, String) async -> [UInt8]?) { self.voice = voice }

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

    /// The sound of a text, WAV; nil where it is forgotten or the voice fails.
    func sound(_ id: String, now: ContinuousClock.Instant = .now) async -> [UInt8]? {
        let text = texts.withLock { $0[id] }
        guard let text, now - text.made < Self.kept else { return nil }
        return await voice(text.words, text.language)
    }
}

extension Pages {
    /// The sound of answers, where the server has a voice.
    func addSound(to routes: RouteTable) {
        guard let sounds else { return }
        routes.on(.get, "/lire/{id}") { _, context in
            guard let bytes = await sounds.sound(try context.parameters.require("id")) else {
                throw Problem(.notFound)
            }
            return Response(
                status: .ok, headers: [.contentType: "audio/wav"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}
