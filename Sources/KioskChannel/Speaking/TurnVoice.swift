public import Assistant
public import CivilTime
public import Dialogue
import Language
import Rendering
public import Speech

/// Says the answers of a conversation that is written too: a terminal's, as `parvis chat --speak`.
///
/// An answer that comes while another is said ends it, as a person expects who already read it; where nobody types, each is said
/// to its end.
public actor TurnVoice {
    private let voice: any Synthesiser
    private let sink: any AudioSink
    private let name: String?
    private let interrupts: Bool
    private let tell: @Sendable (SpeechError) -> Void
    private var speaking: Task<Void, Never>?
    private var isSilent = false

    /// A voice that says nothing yet.
    ///
    /// - Parameters:
    ///   - voice: what speaks.
    ///   - sink: what plays it.
    ///   - name: the name of the voice; its own choice when nil.
    ///   - interrupts: whether an answer ends the one before.
    ///   - tell: hears why there is no voice any more, once; the conversation goes on in writing.
    public init(
        _ voice: any Synthesiser, into sink: any AudioSink, name: String?, interrupts: Bool,
        tell: @escaping @Sendable (SpeechError) -> Void
    ) {
        (self.voice, self.sink, self.name, self.interrupts, self.tell) = (voice, sink, name, interrupts, tell)
    }

    /// Says an answer, after the one before or instead of it.
    ///
    /// - Parameters:
    ///   - turn: the answer.
    ///   - assistant: who gave it.
    ///   - now: when.
    public func say(_ turn: Turn, by assistant: Assistant, at now: Moment) {
        guard !isSilent else { return }
        let before = speaking
        if interrupts { before?.cancel() }
        let text = assistant.spokenLines(turn, at: now).map(\.spoken).joined(separator: "\n")
        guard !turn.silencesVoice, !text.isEmpty else { return }
        let request = SpeechRate.request(
            text, turn.delivery, language: assistant.book.files.language, voice: name,
            pronunciations: assistant.pronunciations)
        speaking = Task { [interrupts] in
            if interrupts { await self.hush(before) } else { await before?.value }
            await self.say(request)
        }
    }

    /// Waits until everything was said.
    public func finish() async { await speaking?.value }

    private func hush(_ before: Task<Void, Never>?) async {
        await voice.stop()
        await before?.value
    }

    private func say(_ request: SpeechRequest) async {
        guard !isSilent, !Task.isCancelled else { return }
        do throws(SpeechError) {
            try await voice.say(request, into: sink)
        } catch {
            if !isSilent, !Task.isCancelled { tell(error) }
            isSilent = true
        }
    }
}
