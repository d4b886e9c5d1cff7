public import CivilTime
public import Language
internal import TopicKit

extension Understanding {
    /// One of the questions that an utterance holds.
    public struct Part: Sendable {
        /// Its words, as they were written.
        public let text: String
        /// What they mean on their own.
        public let meaning: Meaning

        /// Makes a part.
        public init(text: String, meaning: Meaning) { (self.text, self.meaning) = (text, meaning) }
    }

    /// The questions that an utterance holds, in their order: "quand passent les poubelles et quel est le menu ?" has two.
    ///
    /// It is cut where a sign, a joining word ("et", "puis") or a question word allows it, and only when both sides are
    /// sure, mean different things, and say what they are about themselves. "La carte d'identité et le passeport" is one
    /// question about two things; a greeting before a question is no question.
    ///
    /// - Parameters:
    ///   - utterance: the words.
    ///   - meaning: what they mean as a whole; they are read when it is nil.
    ///   - now: when it was said.
    ///   - calendar: the holidays that it may name.
    /// - Returns: the parts; the whole utterance when it is one question.
    public func parts(
        of utterance: Utterance, meaning: Meaning? = nil, now: Moment, calendar: DayCalendar
    ) -> [Part] {
        let whole = Part(
            text: utterance.text, meaning: meaning ?? read(utterance, now: now, calendar: calendar))
        guard whole.meaning.tokens.count <= PartSplitter.longestText else { return [whole] }
        return PartSplitter(smallWords: smallWords) { text in
            Part(text: text, meaning: read(Utterance(text), now: now, calendar: calendar))
        }.parts(of: whole)
    }
}

/// Cuts an utterance into the questions that it holds.
struct PartSplitter {
    /// A citizen who asks several things uses fewer words than this.
    static let longestText = 80
    /// How many questions are told apart.
    private static let mostParts = 4
    /// How many places are tried for a cut.
    private static let mostCuts = 12
    /// How sure a part must be of its intent, where the cut is plain and where nothing but the words shows it.
    private static let (sure, surer) = (0.5, 0.7)

    let smallWords: SmallWords
    let read: (String) -> Understanding.Part

    init(smallWords: SmallWords, read: @escaping (String) -> Understanding.Part) {
        (self.smallWords, self.read) = (smallWords, read)
    }

    func parts(of whole: Understanding.Part) -> [Understanding.Part] {
        var parts = [whole]
        var index = 0
        while index < parts.count, parts.count < PartSplitter.mostParts {
            if let (left, right) = split(parts[index]) {
                parts.replaceSubrange(index...index, with: [left, right])
            } else {
                index += 1
            }
        }
        return parts
    }

    /// The surest two parts of a text, or nil when it is one question.
    private func split(_ whole: Understanding.Part) -> (Understanding.Part, Understanding.Part)? {
        let tokens = whole.meaning.tokens
        var best: (parts: (Understanding.Part, Understanding.Part), confidence: Double)?
        for cut in Cut.all(in: tokens, smallWords).prefix(PartSplitter.mostCuts) {
            guard !whole.meaning.isNamed(across: cut.place),
                let left = text(of: tokens[..<cut.place], in: whole.text),
                let right = text(
                    of: tokens[cut.place...].drop { smallWords.joints.contains($0.folded) }, in: whole.text)
            else { continue }
            let (first, second) = (read(left), read(right))
            guard let confidence = confidence(first.meaning, second.meaning, cut), confidence > best?.confidence ?? 0
            else { continue }
            best = ((first, second), confidence)
        }
        return best?.parts
    }

    /// How sure it is that two meanings are two questions; nil when they are not.
    private func confidence(_ first: Meaning, _ second: Meaning, _ cut: Cut) -> Double? {
        guard let left = first.question, let right = second.question, left.intent != right.intent,
            standsAlone(first, left), standsAlone(second, right)
        else { return nil }
        let confidence = min(left.confidence, right.confidence)
        guard confidence >= (cut.kind == .word ? PartSplitter.surer : PartSplitter.sure) else { return nil }
        // "Mon fils est allergique au lait, il peut manger quoi" tells one thing and asks another about it.
        if left.topic == right.topic {
            guard cut.kind == .sign || cut.kind == .joint, asks(first), asks(second) else { return nil }
        }
        if cut.kind == .word {
            guard first.names(left.topic), second.names(right.topic), tellingWords(first) > 0, tellingWords(second) > 0
            else { return nil }
        }
        return confidence
    }

    /// Whether a part says what it is about, or when, and something about it.
    private func standsAlone(_ meaning: Meaning, _ candidate: Meaning.Candidate) -> Bool {
        let words = tellingWords(meaning)
        if meaning.names(candidate.topic) { return words > 0 || asks(meaning) }
        return words >= (meaning.times.isEmpty ? 2 : 1)
    }

    /// How many words say more than the names, the times and that something is asked; a detail, as "cassée", is something
    /// said of a name.
    private func tellingWords(_ meaning: Meaning) -> Int {
        var covered = Set<Int>()
        for mention in meaning.mentions where !mention.isDetail { covered.formUnion(mention.tokens) }
        for time in meaning.times { covered.formUnion(time.tokens) }
        return meaning.tokens.indices.count {
            let word = meaning.tokens[$0].folded
            return !covered.contains($0) && !smallWords.all.contains(word) && !smallWords.questions.contains(word)
        }
    }

    private func asks(_ meaning: Meaning) -> Bool {
        meaning.tokens.contains { smallWords.questions.contains($0.folded) }
    }

    private func text(of tokens: some Collection<Token>, in text: String) -> String? {
        guard let first = tokens.first, let start = tokens.map(\.start).min(), let end = tokens.map(\.end).max(),
            first.start == start
        else { return nil }
        return String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    }
}

/// A place where an utterance may be cut.
struct Cut {
    /// What shows it.
    enum Kind {
        /// A sign that ends a sentence.
        case sign
        /// A word that joins: "et".
        case joint
        /// A comma.
        case comma
        /// Nothing but a word that begins a question: "quand".
        case word
    }

    /// The first token of the second part.
    let place: Int
    let kind: Kind

    /// The places in some words, in their order.
    static func all(in tokens: [Token], _ words: SmallWords) -> [Cut] {
        tokens.indices.dropFirst().compactMap { place in
            let (last, next) = (tokens[place - 1], tokens[place])
            if last.link == .cut || last.link == .stop { return Cut(place: place, kind: .sign) }
            // "Et sinon" is one joint.
            if words.joints.contains(next.folded) {
                return words.joints.contains(last.folded) ? nil : Cut(place: place, kind: .joint)
            }
            if last.link == .comma || last.link == .dash { return Cut(place: place, kind: .comma) }
            guard words.questions.contains(next.folded) else { return nil }
            // "À quelle heure" begins with its preposition.
            var start = place
            while start > 0, words.articles.contains(tokens[start - 1].folded) { start -= 1 }
            guard start > 0, !words.joints.contains(tokens[start - 1].folded) else { return nil }
            return Cut(place: start, kind: .word)
        }
    }
}

extension Meaning {
    /// The surest intent when it is a question: not a courtesy, nor a command about the conversation.
    fileprivate var question: Candidate? {
        guard let first = candidates.first, first.confidence >= Understanding.threshold else { return nil }
        return first.domain == nil ? nil : first
    }

    /// Whether a name of a topic is in the words.
    fileprivate func names(_ topic: String) -> Bool { mentions.contains { !$0.isDetail && $0.topic == topic } }

    /// Whether a name or a time holds words of both sides of a cut: "du 3 au 8 et le 10", "Liberté et Égalité".
    fileprivate func isNamed(across place: Int) -> Bool {
        (mentions.map(\.tokens) + times.map(\.tokens)).contains { $0.lowerBound < place && $0.upperBound > place }
    }
}
