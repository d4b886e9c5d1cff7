public import Language
internal import Wyoming

/// The recogniser of `parvis-speech`: pocketsphinx, by grammars and town models.
///
/// An utterance is kept until it was heard. Where the engine ends in the middle, a new one hears it again, within the turn.
public actor EngineRecogniser: Recogniser, Pronouncer {
    /// What it is called.
    public nonisolated let name = "pocketsphinx"
    /// It hears nothing but what a search holds.
    public nonisolated let followsSearches = true

    /// How long it may take after the end of an utterance, in seconds; longer where the sound came faster than anybody speaks.
    private static let patience = 4.0
    /// How long making searches may take, in seconds: a town's model has thousands of words.
    private static let preparing = 60.0
    /// How many ways to hear an utterance are asked for.
    private static let alternatives = 5

    private let engine: SpeechEngine
    private let language: String
    private let rules: any ReadingRules
    /// How the town says its names: a word in small letters, and how it would be spelt to sound like that.
    private let respellings: [String: String]
    private var knowsTown = false
    /// How words are said that the engine's dictionary lacks.
    private var ways: [String: [String]] = [:]
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A recogniser of an engine.
    ///
    /// - Parameters:
    ///   - engine: the program that hears.
    ///   - language: the language that is spoken.
    ///   - rules: its sounds.
    ///   - respellings: how the town says its names; phonemes of a voice between brackets are passed over.
    public init(
        _ engine: SpeechEngine, language: String = "fr", rules: any ReadingRules, respellings: [String: String] = [:]
    ) {
        (self.engine, self.language, self.rules) = (engine, language, rules)
        self.respellings = Self.words(respellings, rules)
    }

    /// Makes searches ready; words that the engine's dictionary lacks are said as espeak-ng reads them, in all their variants.
    public func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) {
        try await learnTown()
        let messages = searches.map(message)
        let prepared = try await prepare(messages)
        let missing = Set(prepared.flatMap(\.missing)).subtracting(ways.keys)
        guard !missing.isEmpty else {
            await engine.keep(messages)
            return try Self.check(prepared, engine.name)
        }
        try await learn(missing.sorted())
        let again = searches.map(message)
        let outcome = try await prepare(again)
        await engine.keep(again)
        try Self.check(outcome, engine.name)
    }

    /// Hears one utterance.
    public func recognise(
        _ audio: AsyncStream<AudioChunk>, search: String
    ) async throws(SpeechError) -> Recognition {
        await turn()
        defer { release() }
        let kept = KeptUtterance(audio)
        do throws(SpeechError) {
            return try await hear(kept, search)
        } catch {
            guard error.isOfProcess, !Task.isCancelled else { throw error }
            return try await hear(kept, search)
        }
    }

    /// The sounds of words, in the phones of the engine's model.
    public func phones(_ words: [String], language: String) async throws(SpeechError) -> [String: [String]] {
        let answer: PhonemesAnswer = try await engine.ask(
            PhonemesRequest(words: words, language: language), within: Self.patience)
        return answer.words
    }

    // MARK: Searches

    private func message(_ search: RecognitionSearch) -> PrepareMessage.Search {
        let words = search.words.merging(ways) { own, _ in own }
        switch search.model {
        case .grammar(let text):
            return PrepareMessage.Search(name: search.name, kind: .grammar, text: text, words: words)
        case .ngram(let text):
            return PrepareMessage.Search(name: search.name, kind: .ngram, text: text, words: words)
        }
    }

    private func prepare(_ searches: [PrepareMessage.Search]) async throws(SpeechError) -> [PreparedMessage.Search] {
        let answer: PreparedMessage = try await engine.ask(PrepareMessage(searches: searches), within: Self.preparing)
        return answer.searches
    }

    private static func check(_ searches: [PreparedMessage.Search], _ engine: String) throws(SpeechError) {
        guard let failed = searches.first(where: { $0.error != nil }) else { return }
        throw .refused(engine: engine, code: "search " + failed.name, message: failed.error ?? "")
    }

    /// The town's way comes before that of the dictionary, which may know a name of the same spelling that is said otherwise.
    private func learnTown() async throws(SpeechError) {
        guard !knowsTown else { return }
        knowsTown = true
        if !respellings.isEmpty { try await learn(respellings.keys.sorted()) }
    }

    /// The words of names whose way has as many; a name of one word may be said in several.
    private static func words(_ respellings: [String: String], _ rules: any ReadingRules) -> [String: String] {
        respellings.reduce(into: [:]) { known, entry in
            guard !entry.value.contains("[[") else { return }
            let written = rules.tokens(in: entry.key).map { $0.text.lowercased() }
            let said = rules.tokens(in: entry.value).map { $0.text.lowercased() }
            if written.count == 1, let word = written.first {
                known[word] = entry.value.lowercased()
            } else if written.count == said.count {
                for (word, way) in zip(written, said) where word != way { known[word] = way }
            }
        }
    }

    /// Asks how words are said, in the town's way where it has one.
    private func learn(_ words: [String]) async throws(SpeechError) {
        let spelt = Dictionary(words.map { ($0, respellings[$0] ?? $0) }) { first, _ in first }
        let found = try await phones(Set(spelt.values).sorted(), language: language)
        for (word, spelling) in spelt {
            var seen: Set<String> = []
            ways[word] = (found[spelling] ?? []).flatMap { way in
                rules.pronunciations(of: spelling, phones: way.split(separator: " ").map(String.init))
            }.map { $0.joined(separator: " ") }.filter { seen.insert($0).inserted }
        }
    }

    // MARK: Utterances

    /// Waits until the utterance before is over: the engine hears one at a time.
    private func turn() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func release() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }

    private func hear(_ audio: KeptUtterance, _ search: String) async throws(SpeechError) -> Recognition {
        let client = try await engine.client()
        var patience = Self.patience
        do throws(WyomingError) {
            let answers = await client.events { $0.type == TranscriptMessage.type || $0.type == ErrorMessage.type }
            try await client.send(
                TranscribeMessage(language: language, parvis: .init(search: search, nbest: Self.alternatives)))
            let began = ContinuousClock.now
            let seconds = try await send(audio, to: client)
            patience += max(0, seconds - began.duration(to: .now) / .seconds(1))
            guard !Task.isCancelled else { throw WyomingError.closed }
            let transcript = try await engine.within(patience) { () async throws(WyomingError) in
                for await event in answers {
                    if let error = try event.message(ErrorMessage.self), error.concerns(TranscribeMessage.type) {
                        throw .refused(code: error.code, text: error.text)
                    }
                    if let transcript = try event.message(TranscriptMessage.self) { return transcript }
                }
                throw .closed
            }
            await engine.succeeded()
            return Recognition(transcript, engine: name)
        } catch {
            if Task.isCancelled {
                await drop(client)
                throw .ended(engine: engine.name, reason: "cancelled")
            }
            throw await engine.failed(error, client, patience)
        }
    }

    /// Drops the utterance under way, and waits until no transcript of it can come any more: what the engine says goes one way.
    private func drop(_ client: WyomingClient) async {
        let dropping = Task { [engine] in
            try? await client.send(CancelMessage())
            _ = try? await engine.within(1) { () async throws(WyomingError) -> PongMessage in
                try await client.ask(PingMessage(), for: PongMessage.self)
            }
        }
        await dropping.value
    }

    /// Sends an utterance.
    ///
    /// - Returns: how long it is, in seconds.
    private func send(_ audio: KeptUtterance, to client: WyomingClient) async throws(WyomingError) -> Double {
        var (rate, count) = (0, 0)
        for await chunk in await audio.chunks() {
            if rate == 0 {
                rate = max(chunk.rate, 1)
                try await client.send(AudioStartMessage(rate: rate, stream: .recognition))
            }
            try await client.send(.audio(chunk.samples, rate: rate, stream: .recognition))
            count += chunk.samples.count
        }
        if rate == 0 { try await client.send(AudioStartMessage(rate: 16_000, stream: .recognition)) }
        try await client.send(AudioStopMessage(stream: .recognition))
        return Double(count) / Double(max(rate, 1))
    }
}

/// An utterance that can be heard again from its beginning, while it still comes in.
actor KeptUtterance {
    private var kept: [AudioChunk] = []
    private var isOver = false
    private var readers: [AsyncStream<AudioChunk>.Continuation] = []
    private let audio: AsyncStream<AudioChunk>
    private var reader: Task<Void, Never>?

    init(_ audio: AsyncStream<AudioChunk>) { self.audio = audio }

    /// The utterance from its beginning.
    func chunks() -> AsyncStream<AudioChunk> {
        let (stream, continuation) = AsyncStream<AudioChunk>.makeStream()
        for chunk in kept { continuation.yield(chunk) }
        if isOver { continuation.finish() } else { readers.append(continuation) }
        if reader == nil {
            reader = Task {
                for await chunk in audio { take(chunk) }
                end()
            }
        }
        return stream
    }

    private func take(_ chunk: AudioChunk) {
        kept.append(chunk)
        for reader in readers { reader.yield(chunk) }
    }

    private func end() {
        isOver = true
        for reader in readers { reader.finish() }
        readers = []
    }
}

extension Recognition {
    /// What an engine wrote of an utterance.
    init(_ transcript: TranscriptMessage, engine: String) {
        let details = transcript.parvis
        self.init(
            text: transcript.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            alternatives: details?.alternatives.map { Alternative(text: $0.text, score: $0.score) } ?? [],
            words: details?.words.map {
                Word(text: $0.text, start: $0.start, end: $0.end, confidence: $0.confidence)
            } ?? [],
            phones: details?.phones ?? "", rejection: details?.rejection ?? 0, confidence: details?.confidence ?? 1,
            secondsAudio: details?.secondsAudio ?? 0, secondsCPU: details?.secondsCpu ?? 0, engine: engine)
    }
}
