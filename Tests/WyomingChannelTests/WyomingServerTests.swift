import Assistant
import CivilTime
import Foundation
import Language
import Speech
import SpeechWyoming
import Testing
import Wyoming

@testable import WyomingChannel

@Suite("Parvis as a Wyoming service")
struct WyomingServerTests {
    /// Says every text as a tenth of a second of sound.
    struct ShortVoice: Synthesiser {
        func speak(_ request: SpeechRequest) -> AsyncThrowingStream<SynthesisEvent, any Error> {
            AsyncThrowingStream { continuation in
                continuation.yield(.format(AudioFormat(rate: 16_000)))
                continuation.yield(.audio([Int16](repeating: 5, count: 1_600)))
                continuation.yield(.end)
                continuation.finish()
            }
        }
        func stop() async {}
    }

    /// Hears a question in any sound.
    struct SameRecogniser: Recogniser {
        let name = "same"
        let followsSearches = true
        func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) {}
        func recognise(_ audio: AsyncStream<AudioChunk>, search: String) async throws(SpeechError) -> Recognition {
            for await _ in audio {}
            return Recognition(text: "quand passe la poubelle jaune rue des tilleuls")
        }
    }

    /// Runs a server and does something with a client of it.
    private func with<Value: Sendable>(
        hears: Bool = true, _ work: @escaping @Sendable (WyomingClient) async throws(WyomingError) -> Value
    ) async throws -> Value {
        let assistant = try Assistant.rehearsal(town: nil, locale: "fr")
        let friday = try #require(Moment(iso: "2026-11-20T10:00"))
        let service = WyomingService(
            LiveAssistant(assistant), conversations: Conversations(),
            ears: hears ? Ears(first: SameRecogniser(), rules: French(words: [:])) : nil,
            voice: hears ? ShortVoice() : nil, language: "fr", version: "1", now: { friday })
        let (ports, ready) = AsyncStream<Int>.makeStream()
        let server = Task { try await WyomingServer(service).run(at: "127.0.0.1", port: 0) { ready.yield($0) } }
        defer { server.cancel() }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        return try await WyomingConnection.with(ServiceAddress(host: "127.0.0.1", port: port), work)
    }

    @Test("It says what it can do: everything with engines, texts without")
    func describe() async throws {
        let info = try await with { client throws(WyomingError) in
            try await client.ask(DescribeMessage(), for: InfoMessage.self)
        }
        #expect(info.asr?.count == 1 && info.tts?.count == 1 && info.handle?.count == 1 && info.intent?.count == 1)
        let mute = try await with(hears: false) { client throws(WyomingError) in
            try await client.ask(DescribeMessage(), for: InfoMessage.self)
        }
        #expect(mute.asr?.isEmpty == true && mute.tts?.isEmpty == true && mute.handle?.count == 1)
    }

    @Test("A text is handled, its intent recognised, and a conversation goes on")
    func texts() async throws {
        let (first, second, intent, none) = try await with { client throws(WyomingError) in
            let first: HandledMessage = try await client.ask(TranscriptMessage(text: "quand passe la poubelle jaune"))
            let second: HandledMessage = try await client.ask(TranscriptMessage(text: "rue des tilleuls"))
            let intent: IntentMessage = try await client.ask(
                RecognizeMessage(text: "quand passe la poubelle jaune rue des tilleuls"))
            let none: NotRecognizedMessage = try await client.ask(RecognizeMessage(text: "xyzzy"))
            return (first, second, intent, none)
        }
        #expect(first.text?.contains("?") == true)
        #expect(second.text?.contains("24 novembre") == true)
        #expect(intent.name == "waste.next")
        #expect(intent.entities.contains { $0.name == "street" })
        #expect(none.text == nil)
    }

    @Test("A satellite gives sound and gets the transcript, the answer and its sound")
    func pipeline() async throws {
        let types = try await with { client throws(WyomingError) in
            let events = await client.events { _ in true }
            try await client.send(WyomingEvent(type: "run-pipeline"))
            try await client.send(AudioStartMessage(rate: 16_000))
            try await client.send(.audio([Int16](repeating: 100, count: 16_000), rate: 16_000))
            try await client.send(AudioStopMessage())
            var types: [String] = []
            for await event in events {
                types.append(event.type)
                if event.type == AudioStopMessage.type { break }
            }
            return types
        }
        #expect(types == ["transcript", "handled", "audio-start", "audio-chunk", "audio-stop"])
    }

    @Test("Nonsense ends its own connection, and no other")
    func nonsense() async throws {
        let pong = try await with { client throws(WyomingError) in
            try await client.send(WyomingEvent(type: "no-such-event"))
            return try await client.ask(PingMessage(text: "a"), for: PongMessage.self)
        }
        #expect(pong.text == "a")
    }
}
