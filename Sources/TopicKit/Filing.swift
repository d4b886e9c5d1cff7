public import CivilTime

/// Where a request that a person must handle is kept until it is closed; the town implements it.
public protocol Filing: Sendable {
    /// Files a request durably before it returns.
    ///
    /// - Parameters:
    ///   - request: what is asked, of whom.
    ///   - now: when it is filed.
    /// - Returns: the reference number that the person can quote.
    /// - Throws: an error when nothing could be kept; the person is then told so.
    func file(_ request: FiledRequest, at now: Moment) async throws -> String
}

/// A request that a citizen consented to file.
public struct FiledRequest: Sendable, Hashable, Codable {
    /// What kind: `callback`, `report`.
    public let kind: String
    /// What the person gave, by field.
    public let fields: [String: String]
    /// How many days it is kept.
    public let retentionDays: Int

    /// Makes a request.
    public init(kind: String, fields: [String: String], retentionDays: Int) {
        (self.kind, self.fields, self.retentionDays) = (kind, fields, retentionDays)
    }
}
