public import Diagnostics

/// What a town keeps from one day to the next, beside its own folder: what people filed, and how many turns went how.
///
/// Making it opens nothing: SQLite comes in when something is first kept or read.
public struct Store: Sendable {
    /// Where it is.
    public let place: StorePlace
    /// What people filed.
    public let requests: FiledRequests
    /// The counts that are written.
    public let counts: OutcomeTable
    /// What counts turns.
    public let outcomes: OutcomeCounter

    /// The store of a town.
    ///
    /// - Parameters:
    ///   - place: where it is.
    ///   - topics: the ids of the town's topics, by which turns are counted.
    ///   - intents: the ids of their intents and of the conversation's own.
    ///   - clock: the time by which days of retention pass, in seconds since 1970.
    public init(
        _ place: StorePlace, topics: some Sequence<String> = [], intents: some Sequence<String> = [],
        clock: @escaping @Sendable () -> Int
    ) {
        self.place = place
        requests = FiledRequests(place, clock: clock)
        counts = OutcomeTable(place)
        outcomes = OutcomeCounter(counts, topics: topics, intents: intents)
    }

    /// Ends orderly: writes what was counted, erases what has been kept long enough.
    ///
    /// What fails is left for the next time.
    public func settle() async {
        await outcomes.flush()
        try? await requests.purge()
    }

    /// What a clerk should know: damaged files that were put aside.
    public func notices() async -> [Diagnostic] { await requests.notices() + counts.notices() }
}
