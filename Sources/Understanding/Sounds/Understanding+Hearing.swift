public import CivilTime
public import Language

/// Understanding what was heard rather than typed: of several ways to hear it, the one that means something; where the words
/// mean nothing, their sounds.
extension Understanding {
    /// How well a name must fit what was heard, and how much better than any other, to be taken for it.
    private static let (fitting, clearly) = (0.62, 0.1)
    /// How much less a further alternative counts than the one before it.
    private static let discount = 0.94

    /// The way to hear an utterance that chooses one of some options, decided by words first and then by sounds.
    ///
    /// - Parameters:
    ///   - utterance: what was heard; one that was typed is returned as it is.
    ///   - options: what was offered.
    /// - Returns: the utterance with the words that choose an option, or as it was where none does.
    public func heard(_ utterance: Utterance, among options: [Option]) -> Utterance {
        guard let hearing = utterance.hearing, choice(in: utterance, among: options) == nil else { return utterance }
        for alternative in hearing.alternatives {
            let other = Utterance(alternative, hearing: hearing)
            if choice(in: other, among: options) != nil { return other }
        }
        guard let name = soundingLike(hearing.sounds, options) else { return utterance }
        return Utterance(name, hearing: hearing)
    }

    /// The way to hear an utterance that means most.
    public func heard(_ utterance: Utterance, now: Moment, calendar: DayCalendar) -> Utterance {
        guard let hearing = utterance.hearing, !hearing.alternatives.isEmpty else { return utterance }
        var (best, weight, bestText) = (-1.0, 1.0, utterance.text)
        for text in [utterance.text] + hearing.alternatives {
            let meaning = read(Utterance(text), now: now, calendar: calendar)
            let score = weight * ((meaning.candidates.first?.confidence ?? 0) + (meaning.mentions.isEmpty ? 0 : 0.1))
            if score > best { (best, bestText) = (score, text) }
            weight *= Understanding.discount
        }
        return Utterance(bestText, hearing: hearing)
    }

    /// The name of an option whose sounds are surely among those heard, or nil.
    private func soundingLike(_ sounds: String, _ options: [Option]) -> String? {
        let heard = Array(sounds.utf8)
        guard !heard.isEmpty else { return nil }
        let fits = options.map { option in
            option.names.map { (name: $0, fit: SoundDistance.fit(of: Array(rules.sounds(of: $0).utf8), in: heard)) }
                .max { $0.fit < $1.fit }
        }.compactMap { $0 }.sorted { $0.fit > $1.fit }
        guard let first = fits.first, first.fit >= Understanding.fitting else { return nil }
        return fits.count < 2 || first.fit - fits[1].fit >= Understanding.clearly ? first.name : nil
    }
}

extension Meaning {
    /// The same meaning, its intents weighed by what the utterance sounds like.
    ///
    /// An intent that words and sounds agree on is surer; where the words meant nothing, an example that surely sounds like
    /// what was heard says what is meant.
    public func leaning(on index: SoundIndex, _ hearing: Hearing) -> Meaning {
        let near = index.nearest(hearing.sounds)
        guard let first = near.first else { return self }
        let lead = first.likeness - (near.dropFirst().first?.likeness ?? 0)
        let evidence = Meaning.ramp(first.likeness, 0.6, 0.85) * Meaning.ramp(lead, 0, 0.08)
        guard evidence > 0 else { return self }
        let isUnderstood = (candidates.first?.confidence ?? 0) >= Understanding.threshold
        let known = candidates.first { $0.intent == first.intent }?.confidence ?? 0
        let isAgreed = candidates.first?.intent == first.intent
        guard isAgreed || !isUnderstood else { return self }
        let confidence = isAgreed ? 1 - (1 - known) * (1 - 0.6 * evidence) : max(known, 0.75 * evidence)
        let changed = Candidate(intent: first.intent, confidence: confidence)
        return with(
            candidates: (candidates.filter { $0.intent != first.intent } + [changed]).sorted {
                $0.confidence > $1.confidence
            })
    }

    private func with(candidates: [Candidate]) -> Meaning {
        Meaning(
            candidates: candidates, mentions: mentions, times: times, numbers: numbers, amounts: amounts,
            tokens: tokens,
            contentWords: contentWords)
    }

    private static func ramp(_ value: Double, _ low: Double, _ high: Double) -> Double {
        min(1, max(0, (value - low) / (high - low)))
    }
}
