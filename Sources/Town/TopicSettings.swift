import FolderReading
public import TopicKit

/// What `town.yaml` says of topics: which ones the town does not want, which ones go first, and what they may do.
public struct TopicSettings: Sendable, Hashable, Codable {
    /// The ids of topics that are left out.
    public var disabled: [String] = []
    /// The ids of topics that go before the others, in this order; of two that claim a sentence the first one stays.
    public var order: [String] = []
    /// What topics from outside may do, by id.
    public var allowed: [String: [Permission]] = [:]
    /// Whether a topic that is a program may run where the system cannot keep it from the network.
    public var allowsUnconfined = false
    /// Whether what such a program writes to standard error before its first question goes to the log.
    public var logsWorkerOutput = false

    /// Settings of a town that says nothing: every topic, and nothing allowed.
    public init() {}

    /// Reads `topics` of `town.yaml`.
    init(_ root: YAMLMap) {
        let keys = ["disable", "order", "allow", "allow-unconfined", "log-worker-output"]
        guard let map = root.optionalMap("topics", keys: keys) else { return }
        disabled = map.texts("disable")
        order = map.texts("order")
        allowsUnconfined = map.optionalFlag("allow-unconfined") ?? false
        logsWorkerOutput = map.optionalFlag("log-worker-output") ?? false
        guard let allow = map.optionalMap("allow", keys: nil) else { return }
        for topic in allow.keys {
            allowed[topic] = allow.locatedTexts(topic).compactMap { name, line in
                let permission = Permission(rawValue: name)
                if permission == nil {
                    allow.reportUnknownValue(name, topic, Permission.allCases.map(\.rawValue), line: line)
                }
                return permission
            }
        }
    }
}
