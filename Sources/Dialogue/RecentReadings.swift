internal import CivilTime
internal import Language
internal import Synchronization

/// What the last utterances were read as, for a server on which many people ask the same thing.
///
/// Reading is most of what a turn costs. What is kept is in memory only, tied to nobody, so many utterances at most, and is
/// forgotten when a conversation is, at the next utterance. A reading that holds a time is taken again within the same minute only.
final class RecentReadings<Reading: Sendable>: Sendable {
    private struct Entry: Sendable {
        let reading: Reading
        let minute: Moment
    }

    private let holdsTime: @Sendable (Reading) -> Bool
    private let kept: Mutex<RecentValues<Utterance, Entry>>

    /// Nothing read yet.
    ///
    /// - Parameters:
    ///   - limit: how many utterances are kept at most.
    ///   - holdsTime: whether what is read depends on when it is read.
    init(limit: Int = 2048, holdsTime: @escaping @Sendable (Reading) -> Bool) {
        self.holdsTime = holdsTime
        kept = Mutex(RecentValues(limit: limit))
    }

    /// The reading of an utterance: one that is known, or the one that `read` makes.
    func reading(of utterance: Utterance, at now: Moment, _ read: () -> Reading) -> Reading {
        let minute = now.startOfMinute
        let known = kept.withLock { kept -> Entry? in
            kept.forget(after: ConversationState.secondsKept, at: minute)
            return kept[utterance]
        }
        if let known, known.minute == minute || !holdsTime(known.reading) { return known.reading }
        let reading = read()
        kept.withLock { $0.add(Entry(reading: reading, minute: minute), for: utterance) }
        return reading
    }
}
