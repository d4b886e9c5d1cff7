import Speech
import WebChannel

/// Says answers for the pages of a server, one after the other: an engine has one voice.
actor ServerVoice {
    /// How long one answer may sound, in seconds, and how many people may wait for theirs.
    private static let longest = 180, mostWaiting = 32

    private let voice: any Synthesiser
    private let pronunciations: [String: String]
    private let tell: @Sendable (SpeechError) -> Void
    private var last: Task<SpokenSound?, Never>?
    private var waiting = 0
    private var hasFailed = false

    /// A voice that says nothing yet.
    ///
    /// - Parameters:
    ///   - voice: what speaks.
    ///   - pronunciations: how the towns say their names.
    ///   - tell: hears why the voice fails, once until it speaks again.
    init(
        _ voice: any Synthesiser, pronunciations: [String: String], tell: @escaping @Sendable (SpeechError) -> Void
    ) {
        (self.voice, self.pronunciations, self.tell) = (voice, pronunciations, tell)
    }

    /// The sound of a text; nil where the voice fails or too many wait.
    func say(_ text: String, _ language: String) async -> SpokenSound? {
        guard waiting < Self.mostWaiting else { return nil }
        waiting += 1
        defer { waiting -= 1 }
        let request = SpeechRequest(text, language: language, pronunciations: pronunciations)
        let before = last
        let task = Task {
            _ = await before?.value
            return await self.sound(request)
        }
        last = task
        return await task.value
    }

    private func sound(_ request: SpeechRequest) async -> SpokenSound? {
        do throws(SpeechError) {
            let clip = try await voice.clip(request, limit: Self.longest)
            hasFailed = false
            return SpokenSound(
                wav: clip.wav,
                words: clip.marks.map {
                    SpokenSound.Word(offset: $0.offset, length: $0.length, at: clip.milliseconds(at: $0.sample))
                })
        } catch {
            if !hasFailed { tell(error) }
            hasFailed = true
            return nil
        }
    }
}
