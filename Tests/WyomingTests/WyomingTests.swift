import Foundation
import Testing
import Wyoming

@Suite("Wyoming's events on the wire")
struct WyomingTests {
    /// Every event in the bytes, given in pieces of a length.
    private func decode(_ bytes: [UInt8], piece: Int = 1 << 20) throws -> [WyomingEvent] {
        var decoder = WyomingDecoder()
        var events: [WyomingEvent] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            decoder.append(bytes[start..<min(start + piece, bytes.count)])
            while let event = try decoder.next() { events.append(event) }
        }
        return events
    }

    @Test("Come back whole, however the bytes are cut", arguments: [1, 2, 7, 64, 1 << 20])
    func roundTrip(piece: Int) throws {
        let sent = [
            WyomingEvent(DescribeMessage()), .audio([0, 1, -1, .max, .min], rate: 16_000, stream: .microphone),
            WyomingEvent(TranscriptMessage(text: "la poubelle\n« jaune »", language: "fr")),
            WyomingEvent(AudioStopMessage()),
        ]
        #expect(try decode(sent.flatMap(\.bytes), piece: piece) == sent)
    }

    @Test("Keep the keys of maps as they are")
    func maps() throws {
        let message = SynthesizeMessage(
            text: "x", parvis: .init(wordsPerMinute: 150, pronunciations: ["Le_Bourg": "a"]))
        let event = try #require(try decode(WyomingEvent(message).bytes).first)
        #expect(String(decoding: event.data, as: UTF8.self).contains("words_per_minute"))
        #expect(try event.message(SynthesizeMessage.self) == message)
    }

    @Test("Take data on the first line, as older writers put it, and after it")
    func inlineData() throws {
        let after = #"{"language":"fr"}"#
        let line =
            #"{"type":"transcript","data":{"text":"oui","language":"en"},"data_length":\#(after.utf8.count)}"# + "\n"
        let event = try #require(try decode(Array((line + after).utf8)).first)
        #expect(try event.message(TranscriptMessage.self) == TranscriptMessage(text: "oui", language: "fr"))
    }

    @Test(
        "Refuse what is not an event",
        arguments: [
            ("nonsense", WyomingError.malformedHeader), ("[]", .malformedHeader), (#"{"data":{}}"#, .malformedHeader),
            (#"{"type":"x","payload_length":-1}"#, .wrongLength(part: "payload", bytes: -1)),
            (#"{"type":"x","data_length":99999999999}"#, .wrongLength(part: "data", bytes: 99_999_999_999)),
            (#"{"type":"x","data_length":"3"}"#, .malformedHeader),
        ])
    func malformed(line: String, error: WyomingError) {
        #expect(throws: error) { try decode(Array((line + "\n").utf8)) }
    }

    @Test("Refuse a first line without an end")
    func endless() {
        #expect(throws: WyomingError.self) { try decode(Array(repeating: 0x61, count: 2 << 20)) }
    }

    @Test("Are of no use with data of another kind")
    func wrongData() throws {
        let event = WyomingEvent(type: "transcript", data: Data(#"{"text":3}"#.utf8))
        #expect(throws: WyomingError.wrongData(type: "transcript")) { try event.message(TranscriptMessage.self) }
        #expect(try event.message(DescribeMessage.self) == nil)
    }

    @Test("Mix channels into one", arguments: [(1, [1, 3, -5, 7]), (2, [2, 1]), (0, [1, 3, -5, 7]), (5, [])])
    func mono(channels: Int, expected: [Int16]) {
        #expect(PCM.mono([1, 3, -5, 7], channels: channels) == expected)
    }
}

@Suite("A side of a Wyoming connection")
struct WyomingClientTests {
    /// A client whose other side answers each event by a rule.
    private func connected(
        _ answer: @escaping @Sendable (WyomingEvent) -> [WyomingEvent],
        body: @escaping @Sendable (WyomingClient) async throws -> Void
    ) async throws {
        let (bytes, other) = AsyncStream<[UInt8]>.makeStream()
        let client = WyomingClient { sent in
            var decoder = WyomingDecoder()
            decoder.append(sent)
            while let event = try decoder.next() { for event in answer(event) { other.yield(event.bytes) } }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await client.run(bytes) }
            group.addTask {
                defer { other.finish() }
                try await body(client)
            }
            try await group.waitForAll()
        }
    }

    @Test("Gets the answer to its question, whatever comes before it")
    func ask() async throws {
        try await connected { event in
            [WyomingEvent(type: "stranger"), WyomingEvent(InfoMessage(asr: []))]
        } body: { client in
            let answer = try await client.ask(DescribeMessage(), for: InfoMessage.self)
            #expect(answer == InfoMessage(asr: []))
        }
    }

    @Test("Hears a refusal of its own question only")
    func refused() async throws {
        try await connected { event in
            [
                WyomingEvent(ErrorMessage(text: "another", code: nil, event: "transcribe")),
                WyomingEvent(ErrorMessage(text: "no", code: "model", event: "parvis-prepare")),
            ]
        } body: { client in
            await #expect(throws: WyomingError.refused(code: "model", text: "no")) {
                try await client.ask(PrepareMessage(searches: []), for: PreparedMessage.self)
            }
        }
    }

    @Test("Ends its listeners with the connection")
    func closed() async throws {
        let client = WyomingClient { _ in }
        let events = await client.events { _ in true }
        await client.close()
        for await _ in events { Issue.record("An event after the end") }
        await #expect(throws: WyomingError.closed) { try await client.send(PingMessage()) }
    }
}
