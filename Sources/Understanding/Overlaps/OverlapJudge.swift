public import CivilTime
internal import Language
internal import TopicKit

/// Finds the sentences that two topics claim, so that a topic cannot take questions from those that were there before.
///
/// Two topics claim a sentence when both have it as an example, or when it is an example of one and five-fold
/// cross-validation gives it to the other: surely, however its places are filled, with hardly a thought of its own topic,
/// and an example there is like it. The conversation's own words claim only what is the same.
///
/// A name that two topics know (the recycling centre is a place, too) is no ground of either alone, and sentences with
/// it are not judged, unless most names of the later topic are the earlier one's.
public struct OverlapJudge {
    /// How sure the other topic must be, and how sure its own topic may be, for a sentence to be taken.
    private static let (sure, doubtful) = (0.85, 0.1)
    /// How like a taken sentence an example of the other topic must be.
    private static let alike = 0.5

    private let topics: [Definition]
    private let core: Definition
    private let reader: ExampleReading.Reader
    private let examples: [String: [ExampleReading]]
    private let likeness: Likeness
    /// The sentences that all verdicts give to one other topic, with that topic.
    private let taken: [Claimed: String]

    /// Prepares to judge topics.
    ///
    /// - Parameters:
    ///   - topics: the topics, in the order of their installation.
    ///   - core: the words of the conversation itself.
    ///   - judged: what cross-validation made of the topics and the core.
    ///   - now: a moment for the times that examples mention.
    public init(topics: [Definition], core: Definition, judged: CrossValidation, now: Moment) {
        let known = judged.training.reader
        let reader = ExampleReading.Reader(knowledge: known.knowledge, now: now, gazetteer: known.gazetteer)
        taken = OverlapJudge.takenSentences(judged.verdicts)
        var examples: [String: [ExampleReading]] = [:]
        for definition in topics + [core] {
            examples[definition.manifest.id] = definition.examples.sorted { $0.key < $1.key }.flatMap { _, sentences in
                sentences.map { ExampleReading($0, of: definition, with: reader) }
            }
        }
        (self.topics, self.core, self.reader, self.examples) = (topics, core, reader, examples)
        likeness = Likeness(
            (topics + [core]).flatMap { definition in
                (examples[definition.manifest.id] ?? []).map { $0.sketch(for: definition.manifest.id) }
            })
    }

    /// The overlaps, in the order of the topics and of their examples, the same ones each time: each sentence once for each
    /// two topics that claim it.
    public func overlaps() -> [Overlap] {
        var found: [Overlap] = []
        for (place, later) in topics.enumerated() {
            for earlier in [core] + topics[..<place] { found += overlaps(earlier, later) }
        }
        return found
    }

    private struct Claimed: Hashable {
        let topic: String
        let text: String
    }

    private static func takenSentences(_ verdicts: [CrossValidation.Verdict]) -> [Claimed: String] {
        var takers: [Claimed: String?] = [:]
        for verdict in verdicts {
            guard let intent = verdict.intent else { continue }
            let sentence = Claimed(topic: Intent.topic(of: intent), text: verdict.sentence)
            let taker = taker(verdict, from: sentence.topic)
            if let known = takers[sentence], known != taker {
                takers[sentence] = .some(nil)
            } else {
                takers[sentence] = .some(taker)
            }
        }
        return takers.compactMapValues { $0 }
    }

    private static func taker(_ verdict: CrossValidation.Verdict, from own: String) -> String? {
        guard let first = verdict.candidates.first, first.confidence >= OverlapJudge.sure,
            verdict.candidates.allSatisfy({ $0.topic != own || $0.confidence <= OverlapJudge.doubtful })
        else { return nil }
        return first.topic
    }

    /// What two topics both claim.
    private func overlaps(_ earlier: Definition, _ later: Definition) -> [Overlap] {
        let repeatsNames = repeatsNames(later, of: earlier)
        return [(earlier, later), (later, earlier)].flatMap { owner, other -> [Overlap] in
            let (owner, other) = (owner.manifest.id, other.manifest.id)
            let theirs = examples[other] ?? []
            var bySketch: [Set<String>: String] = [:]
            for example in theirs.reversed() { bySketch[example.sketch(for: other)] = example.sentence }
            return (examples[owner] ?? []).compactMap { example in
                if example.isNamed(by: owner), example.isNamed(by: other), !repeatsNames { return nil }
                let sketch = example.sketch(for: other)
                func overlap(_ kind: Overlap.Kind, _ sentence: String) -> Overlap {
                    Overlap(
                        kind: kind, earlier: earlier.manifest.id, later: later.manifest.id, owner: owner,
                        sentence: example.sentence, other: sentence)
                }
                // What is the same is found from either side; once is enough.
                if !sketch.isEmpty, let same = bySketch[sketch] {
                    return owner == later.manifest.id ? overlap(.same, same) : nil
                }
                guard earlier.manifest.id != core.manifest.id,
                    taken[Claimed(topic: owner, text: example.sentence)] == other,
                    let (like, nearest) = nearest(to: sketch, among: theirs, of: other), like >= OverlapJudge.alike
                else { return nil }
                return overlap(.taken, nearest)
            }
        }
    }

    private func nearest(
        to sketch: Set<String>, among examples: [ExampleReading], of topic: String
    ) -> (like: Double, sentence: String)? {
        examples.map { (like: likeness.between(sketch, example: $0.sketch(for: topic)), sentence: $0.sentence) }
            .max { $0.like < $1.like }
    }

    /// Whether most names of a topic are names of an earlier one.
    private func repeatsNames(_ later: Definition, of earlier: Definition) -> Bool {
        let (own, known) = (names(of: later), names(of: earlier))
        return !own.isEmpty && own.intersection(known).count * 2 > own.count
    }

    private func names(of definition: Definition) -> Set<String> {
        Set(
            definition.names.values.joined().map { name in
                reader.knowledge.rules.tokens(in: name.text).drop {
                    reader.knowledge.smallWords.articles.contains($0.folded)
                }
                .map(\.folded).joined(separator: " ")
            })
    }
}
