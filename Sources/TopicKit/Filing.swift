public import CivilTime

/// Where a request that a person must handle is kept until it is closed; the town implements it.
public protocol Filing: Sendable {
    /// Files a request durably before it returns.
    ///
    /// - Parameters:
    ///   - request: what is asked, of whom.
    ///   - now: when it is filed.
    /// - Returns: the reference number that the person can quote, six figures in pairs: said as ``Value/phone(_:)`` is.
    /// - Throws: an error when nothing could be kept; the person is then told so.
    func file(_ request: FiledRequest, at now: Moment) async throws -> String
}

/// A request that a citizen consented to file.
public struct FiledRequest: Sendable, Hashable, Codable {
    /// What kind: `callback`, `report`.
    public let kind: String
    /// What the person gave, by field: `name`, `phone`, `matter`.
    public let fields: [String: String]
    /// What the conversation had established, so that nobody repeats their story: `topic`, `intent` and slots by name.
    public let context: [String: String]
    /// How many days it is kept, from 1 to 3650.
    public let retentionDays: Int

    /// Makes a request; days outside their range become the nearest that is in it.
    public init(kind: String, fields: [String: String], context: [String: String] = [:], retentionDays: Int) {
        (self.kind, self.fields, self.context) = (kind, fields, context)
        self.retentionDays = min(max(retentionDays, 1), 3650)
    }
}
