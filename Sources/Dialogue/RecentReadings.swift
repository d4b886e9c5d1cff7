internal import CivilTime
internal import Language
internal import Synchronization

/// What the last utterances were read as, for a server on which many people ask the same thing.
///
/// Reading is most of what a turn costs. What is kept is in memory only, tied to nobody, so many utterances at most, and is
/// forgotten after ``lifetime`` seconds. A reading that holds a time is taken again within the same minute only.
final class RecentReadings<Reading: Sendable>: Sendable {
    /// Seconds after which a reading is forgotten, at the next utterance.
    static var lifetime: Int { 20 * 60 }

    private struct Entry: Sendable {
        let reading: Reading
        let minute: Moment
    }

    /// Those read since a moment, and those read before it: when the first are many or old they take the others' place.
    private struct Generations {
        var (new, old): ([Utterance: Entry], [Utterance: Entry]) = ([:], [:])
        var since: Moment?

        /// Forgets what is old; a clock that went back forgets everything.
        mutating func age(at now: Moment) {
            let age = since?.seconds(to: now) ?? 0
            if age < 0 || age >= RecentReadings.lifetime { self = Self() }
            if age >= RecentReadings.lifetime / 2 { turn(at: now) }
            since = since ?? now
        }

        mutating func add(_ entry: Entry, for utterance: Utterance, limit: Int) {
            if new.count >= limit { turn(at: since) }
            new[utterance] = entry
        }

        private mutating func turn(at moment: Moment?) { (new, old, since) = ([:], new, moment) }
    }

    private let limit: Int
    private let holdsTime: @Sendable (Reading) -> Bool
    private let kept = Mutex(Generations())

    /// Nothing read yet.
    ///
    /// - Parameters:
    ///   - limit: how many utterances are kept at most.
    ///   - holdsTime: whether what is read depends on when it is read.
    init(limit: Int = 2048, holdsTime: @escaping @Sendable (Reading) -> Bool) {
        (self.limit, self.holdsTime) = (limit, holdsTime)
    }

    /// The reading of an utterance: one that is known, or the one that `read` makes.
    func reading(of utterance: Utterance, at now: Moment, _ read: () -> Reading) -> Reading {
        let minute = now.adding(seconds: -(now.second % 60))
        let known = kept.withLock { generations -> Entry? in
            generations.age(at: minute)
            return generations.new[utterance] ?? generations.old[utterance]
        }
        if let known, known.minute == minute || !holdsTime(known.reading) { return known.reading }
        let reading = read()
        kept.withLock { $0.add(Entry(reading: reading, minute: minute), for: utterance, limit: limit / 2) }
        return reading
    }
}
