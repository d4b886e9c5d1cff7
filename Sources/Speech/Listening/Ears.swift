public import Language

/// The recognisers of a kiosk: one that holds to grammars, and where there is one, another that hears any words.
///
/// Closed questions are the first one's, open ones the second's; where both hear the same, that is surer. A second that ends,
/// or takes too long, costs the better recognition and never the turn: what the first heard is then taken.
public struct Ears: Sendable {
    /// How long the second may take after the pause that ends an utterance, in seconds: half a second of pause before it and half a
    /// second until the first sound of the answer make 3 s (rule K11).
    public static let patience = 1.9

    private let first: any Recogniser
    private let second: (any Recogniser)?
    private let rules: any ReadingRules
    private let rule: RejectionRule
    private let clock: any Clock<Duration>
    private let patience: Double

    /// Puts recognisers together.
    ///
    /// - Parameters:
    ///   - first: holds to searches.
    ///   - second: hears any words; nil where there is none.
    ///   - rules: the language, for its sounds.
    ///   - rule: when words are taken.
    ///   - clock: what times the second.
    ///   - patience: how long the second may take after the end of the utterance, in seconds; longer where nobody waits.
    public init(
        first: any Recogniser, second: (any Recogniser)? = nil, rules: any ReadingRules,
        rule: RejectionRule = RejectionRule(),
        clock: any Clock<Duration> = ContinuousClock(), patience: Double = Ears.patience
    ) {
        (self.first, self.second, self.rules, self.rule, self.clock) = (first, second, rules, rule, clock)
        self.patience = patience
    }

    /// Makes searches ready.
    public func prepare(_ searches: [RecognitionSearch]) async throws(SpeechError) { try await first.prepare(searches) }

    /// Hears one utterance.
    ///
    /// - Parameters:
    ///   - audio: the utterance; its end is the end of the stream.
    ///   - expectation: what is waited for; its search was prepared.
    ///   - orAny: whether what is no such answer is heard once more, as any question: whoever is asked for whom the card is may say "il a
    ///     huit ans", or ask what it costs. The search for questions was prepared then.
    ///   - seems: called when the first makes a question of it and the second still listens: whoever asked can be told that they were
    ///     heard.
    /// - Returns: what was heard; ``Heard/nothing`` when nobody could hear.
    /// - Throws: ``SpeechError`` when no recogniser could hear it.
    public func hear(
        _ audio: AsyncStream<AudioChunk>, expecting expectation: Expectation, orAny: Bool = false,
        seems: @Sendable () -> Void = {}
    ) async throws(SpeechError) -> Heard {
        guard expectation.isClosed else { return try await question(audio, expectation, seems) }
        // Only what may be heard twice is kept: a file may last for hours.
        guard orAny else { return try await answer(audio, expectation) }
        let (one, two, _) = audio.split()
        let heard = try await answer(one, expectation)
        guard heard.verdict == .rejected, heard.recognitions.contains(where: { !$0.phones.isEmpty }),
            let other = try? await question(two, Expectation(.question)), isSure(other)
        else { return heard }
        return other
    }

    /// Hears the answer to a closed question.
    private func answer(
        _ audio: AsyncStream<AudioChunk>, _ expectation: Expectation
    ) async throws(SpeechError) -> Heard {
        let heard = try await first.recognise(audio, search: SearchMaker.name(of: expectation))
        return heard.heard(rules, rule.verdict(heard, isClosed: true))
    }

    /// Whether words stand for an answer that was waited for and not heard: neighbours talk, too.
    private func isSure(_ heard: Heard) -> Bool {
        guard heard.verdict == .accepted, let decided = heard.recognitions.first else { return false }
        return heard.recognitions.count > 1 || decided.rejection >= rule.sure
    }

    /// Hears any question: the second's words, where there is a second.
    private func question(
        _ audio: AsyncStream<AudioChunk>, _ expectation: Expectation, _ seems: () -> Void = {}
    ) async throws(SpeechError) -> Heard {
        let search = SearchMaker.name(of: expectation)
        guard let second else {
            let heard = try await first.recognise(audio, search: search)
            return heard.heard(rules, rule.verdict(heard, isClosed: false))
        }
        let (one, two, end) = audio.split()
        async let any = heard(by: second, two, search, end)
        let bound: Result<Recognition, SpeechError>
        do throws(SpeechError) {
            let heard = try await first.recognise(one, search: search)
            if rule.verdict(heard, isClosed: false) == .accepted { seems() }
            bound = .success(heard)
        } catch {
            bound = .failure(error)
        }
        return try joined(bound, await any)
    }

    /// What two recognisers heard of an open question: the words of the second, the sounds of the first.
    private func joined(
        _ bound: Result<Recognition, SpeechError>, _ any: Result<Recognition, SpeechError>
    ) throws(SpeechError) -> Heard {
        guard case .success(var best) = any, !best.text.isEmpty else {
            let heard = try bound.get()
            return heard.heard(
                rules, rule.verdict(heard, isClosed: false), fault: any.fault)
        }
        guard case .success(let other) = bound else {
            return best.heard(rules, .accepted, fault: bound.fault)
        }
        let agreement = agreement(best.text, other.text)
        best.confidence = min(1, best.confidence * (0.7 + 0.3 * agreement))
        best.phones = other.phones
        best.alternatives.append(Recognition.Alternative(text: other.text, score: other.rejection))
        // Whisper makes words of any noise: what the phones do not bear out at all was nobody's question.
        let isNoise = agreement < 0.1 && rule.verdict(other, isClosed: false) == .rejected && best.words.isEmpty
        return best.heard(rules, isNoise ? .unsure : .accepted, with: [other])
    }

    /// How many of the sounds of two texts' words are the same, from 0 to 1.
    private func agreement(_ a: String, _ b: String) -> Double {
        let (one, two) = (keys(a), keys(b))
        guard !one.isEmpty, !two.isEmpty else { return 0 }
        return Double(one.intersection(two).count) / Double(one.union(two).count)
    }

    private func keys(_ text: String) -> Set<String> { Set(rules.tokens(in: text).map(\.sound)) }

    /// What a recogniser heard, or that it took too long after the end of the utterance.
    private func heard(
        by second: any Recogniser, _ audio: AsyncStream<AudioChunk>, _ search: String, _ end: AsyncStream<Void>
    ) async -> Result<Recognition, SpeechError> {
        await withTaskGroup(of: Result<Recognition, SpeechError>.self) { group in
            group.addTask {
                do throws(SpeechError) {
                    return .success(try await second.recognise(audio, search: search))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask { [clock, patience] in
                for await _ in end {}
                try? await clock.sleep(for: .seconds(patience))
                return .failure(.slow(engine: second.name, seconds: patience))
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(.ended(engine: second.name, reason: ""))
        }
    }
}

extension Recognition {
    /// This recognition as an utterance, with the sounds that were heard.
    fileprivate func heard(
        _ rules: any ReadingRules, _ verdict: Verdict, with others: [Recognition] = [], fault: SpeechError? = nil
    ) -> Heard {
        let readings = alternatives.map(\.text).filter { $0 != text && !$0.isEmpty }
        let hearing = Hearing(
            alternatives: readings, sounds: rules.soundKey(ofPhones: phones.split(separator: " ")),
            confidence: confidence)
        return Heard(
            utterance: Utterance(text, hearing: hearing), verdict: verdict, recognitions: [self] + others, fault: fault)
    }
}

extension Result where Success == Recognition, Failure == SpeechError {
    /// The error, or nil.
    fileprivate var fault: SpeechError? { if case .failure(let error) = self { error } else { nil } }
}
