public import TopicKit

/// Records with where they come from; what no source vouches for is never loaded.
public struct Sourced<Record: Sendable & Codable>: Sendable, Codable {
    /// The records.
    public let records: Record
    /// Where each file's records come from, by the file's path within the town's folder.
    public let sources: [String: Evidence]

    /// Makes sourced records.
    public init(_ records: Record, sources: [String: Evidence]) { (self.records, self.sources) = (records, sources) }
}
