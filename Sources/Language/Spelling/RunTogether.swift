/// Takes apart words that were written without a space or an apostrophe: "delapoubelle", "jvoudrais", "lecole".
struct RunTogether {
    let speller: Speller

    init(_ speller: Speller) { self.speller = speller }

    /// A word of a part, or an elided one before it.
    private struct Step {
        var score: Int32 = .max
        var start = 0
        var isElided = false
    }

    /// What a space too few costs, in hundredths of a slip, and what each further word adds.
    private static let missingSpace: Int32 = 60
    private static let missingApostrophe: Int32 = 10
    /// More than this is no run of words but a word that the lexicon lacks.
    private static let most: Int32 = 300

    /// The words, and what they cost like a candidate's score.
    func parts(of token: Token) -> (words: [Token], score: Int32)? {
        let letters = Array(token.folded.utf8)
        guard (3...40).contains(letters.count), let lexicon = speller.lexicon else { return nil }
        let steps = lexicon.reading { best(letters, $0) }
        guard let last = steps.last, last.score < Self.most else { return nil }
        var cuts: [(range: Range<Int>, isElided: Bool)] = []
        var end = letters.count
        while end > 0 {
            cuts.append((steps[end].start..<end, steps[end].isElided))
            end = steps[end].start
        }
        // Small words alone are rather a word that the lexicon lacks.
        guard cuts.count > 1, cuts.contains(where: { !isSmall(letters[$0.range]) }) else { return nil }
        let words = cuts.reversed().flatMap { word(letters[$0.range], isElided: $0.isElided, lexicon) }
        return (words, last.score)
    }

    /// The best way to reach each place of the word.
    private func best(_ letters: [UInt8], _ view: LexiconView) -> [Step] {
        var steps = [Step](repeating: Step(), count: letters.count + 1)
        steps[0].score = 0
        for end in 1...letters.count {
            for start in max(0, end - 20)..<end where steps[start].score < .max {
                let part = letters[start..<end]
                let isElidedBefore = start > 0 && steps[start].isElided
                guard let cost = cost(part, afterElision: isElidedBefore, isLast: end == letters.count, view) else {
                    continue
                }
                let score = steps[start].score + cost + (start > 0 && !isElidedBefore ? Self.missingSpace : 0)
                if score < steps[end].score { steps[end] = Step(score: score, start: start) }
            }
            guard end < letters.count, speller.words.vowels.contains(letters[end]) else { continue }
            for length in 1...2 where end >= length && steps[end - length].score < .max {
                guard speller.words.elided.contains(String(decoding: letters[end - length..<end], as: UTF8.self)),
                    !steps[end - length].isElided
                else { continue }
                let space = end > length ? Self.missingSpace : 0
                let score = steps[end - length].score + Self.missingApostrophe + space + 60
                if score < steps[end].score {
                    steps[end] = Step(score: score, start: end - length, isElided: true)
                }
            }
        }
        if let last = steps.last, last.isElided { steps[letters.count].score = .max }
        return steps
    }

    /// The cost of a part that is a word, or nil: small and favoured ones, and at the end any other, by how rare it is.
    ///
    /// Two large words together that are not favoured are rather one that the lexicon lacks.
    private func cost(_ part: ArraySlice<UInt8>, afterElision: Bool, isLast: Bool, _ view: LexiconView) -> Int32? {
        if afterElision, let first = part.first, !speller.words.vowels.contains(first) { return nil }
        let isSmall = isSmall(part)
        guard isSmall || part.count > (isLast ? 2 : 3), var entry = view.first(folded: part) else { return nil }
        guard isSmall || isLast || speller.favoured.word(String(decoding: part, as: UTF8.self)) != nil else {
            return nil
        }
        var frequency = view.frequency(entry)
        while let next = view.next(entry) {
            (frequency, entry) = (max(frequency, view.frequency(next)), next)
        }
        guard frequency >= (isSmall || part.count > 3 ? 25 : 45) else { return nil }
        return Int32(80 - min(80, frequency)) * CandidateSearch.rarity
    }

    private func isSmall(_ part: ArraySlice<UInt8>) -> Bool {
        part.count < 5 && speller.words.small.contains(String(decoding: part, as: UTF8.self))
    }

    private func word(_ part: ArraySlice<UInt8>, isElided: Bool, _ lexicon: Lexicon) -> [Token] {
        let folded = String(decoding: part, as: UTF8.self)
        let form = lexicon.words(folded: folded).max { $0.frequency < $1.frequency }?.form ?? folded
        return [
            Token(
                text: isElided ? folded : form, folded: folded,
                sound: speller.rules.soundKey(of: isElided ? folded : form),
                start: 0, end: 0, link: isElided ? .apostrophe : .space)
        ]
    }
}
