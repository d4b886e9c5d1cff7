public import Diagnostics

/// What a town keeps from one day to the next, beside its own folder: what people filed, and how many turns went how.
///
/// Making it opens nothing: SQLite comes in when something is first kept or read.
public struct Store: Sendable {
    /// Where it is.
    public let place: StorePlace
    /// What people filed.
    public let requests: FiledRequests
    /// The counts of how turns went; an ``OutcomeCounter`` adds to them.
    public let counts: OutcomeTable

    /// The store of a town.
    ///
    /// - Parameters:
    ///   - place: where it is.
    ///   - clock: the time by which days of retention pass, in seconds since 1970.
    public init(_ place: StorePlace, clock: @escaping @Sendable () -> Int) {
        self.place = place
        requests = FiledRequests(place, clock: clock)
        counts = OutcomeTable(place)
    }

    /// What a clerk should know: damaged files that were put aside.
    public func notices() async -> [Diagnostic] { await requests.notices() + counts.notices() }
}
