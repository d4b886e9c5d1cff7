internal import CivilTime
public import Diagnostics
internal import TopicKit
public import Understanding

extension Registry {
    /// How many sentences a diagnostic names for two topics: enough to see what is wrong.
    private static let mostNamed = 3

    /// The intents of the core that only say that the town has no topic for something.
    private static let desk = "core.desk-"

    /// What models that have not seen them make of the topics' example sentences.
    ///
    /// "Comment louer la salle des fêtes" is an example of what the desk answers, until the town installs a topic of its
    /// own that says the same: the core's example is then left out.
    public func judged(knowledge: Knowledge) -> CrossValidation {
        let own = Set(entries.filter { $0.installed.words != nil }.map(\.manifest.id))
        let core = core.leaving(
            to: entries.map(\.definition), where: { own.contains($0) }, intents: { $0.hasPrefix(Registry.desk) },
            knowledge: knowledge, now: Moment(Day(number: 0)))
        return CrossValidation(
            definitions: entries.map(\.definition) + [core], knowledge: knowledge, now: Moment(Day(number: 0)))
    }

    /// The sentences that two of the topics claim.
    ///
    /// Judging took five trainings: this is for checks, for an installation, and for compiling, not for every start.
    ///
    /// - Parameter judged: what cross-validation made of ``definitions``.
    /// - Returns: the overlaps, in the order of the topics.
    public func overlaps(_ judged: CrossValidation) -> [Overlap] {
        OverlapJudge(
            topics: entries.map(\.definition), core: core.reduced(to: judged), judged: judged,
            now: Moment(Day(number: 0))
        ).overlaps()
    }

    /// Leaves out the topics that claim what an earlier one claims.
    ///
    /// - Parameters:
    ///   - overlaps: what ``overlaps(_:)`` found among these topics.
    ///   - language: the language of the words, for the place of a diagnostic.
    ///   - trustsOwn: whether Parvis's own topics are let be among themselves. They are judged where they are made, with the
    ///     example commune; in a town with few records their sentences lose the names that tell them apart.
    /// - Returns: the topics that stay, and why the others do not; a topic that is refused refuses no other.
    public func refusing(_ overlaps: [Overlap], language: String, trustsOwn: Bool = false) -> Checked<Registry> {
        let kept = trustsOwn ? entries.filter { $0.installed.words == nil }.map(\.manifest.id) + [core.manifest.id] : []
        let own = Set(kept)
        var refused = Set<String>()
        var diagnostics: [Diagnostic] = []
        for id in entries.map(\.manifest.id) {
            let claims = overlaps.filter {
                $0.later == id && !refused.contains($0.earlier) && !(own.contains(id) && own.contains($0.earlier))
            }
            guard !claims.isEmpty else { continue }
            refused.insert(id)
            let file = entry(id)?.installed.file ?? "Locales/\(language)/\(id).yaml"
            for earlier in [core.manifest.id] + entries.map(\.manifest.id) {
                diagnostics += claims.filter { $0.earlier == earlier }.prefix(Registry.mostNamed).map {
                    $0.diagnostic.located(in: file)
                }
            }
        }
        return Checked(without(refused), diagnostics)
    }
}

extension Overlap {
    /// What is said of it: both topics, the sentence, and what it is like.
    fileprivate var diagnostic: Diagnostic {
        let arguments = ["earlier": earlier, "later": later, "sentence": sentence, "other": other]
        return switch kind {
        case .same: Diagnostic(.error, "topic.same-sentence", arguments)
        case .taken: Diagnostic(.error, "topic.taken-sentence", arguments)
        }
    }
}
