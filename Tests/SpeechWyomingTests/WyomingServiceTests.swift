import Foundation
import Speech
import SpeechWyoming
import Testing
import Wyoming

@Suite("Services on a port")
struct WyomingServiceTests {
    @Test(
        "Addresses",
        arguments: [
            ("tcp://127.0.0.1:10300", "127.0.0.1:10300"), ("localhost:80", "localhost:80"), ("[::1]:9", "[::1]:9"),
            ("127.0.0.1", nil), (":80", nil), ("a:0", nil), ("a:70000", nil), ("", nil),
        ])
    func addresses(text: String, address: String?) { #expect(ServiceAddress(text)?.description == address) }

    @Test("Nobody there is an error at once, never a wait")
    func nobody() async {
        let recogniser = WyomingRecogniser(ServiceAddress(host: "127.0.0.1", port: 1))
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        continuation.finish()
        await #expect(throws: SpeechError.ended(engine: "wyoming", reason: "closed")) {
            try await recogniser.recognise(stream, search: "")
        }
        await #expect(throws: SpeechError.self) { try await recogniser.describe() }
    }
}
