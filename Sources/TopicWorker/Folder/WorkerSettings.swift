public import Language
public import TopicKit

/// What `worker.yaml` and the words beside it say of a worker.
public struct WorkerSettings: Sendable, Hashable, Codable {
    /// The worker's own version; it says the same of itself, so that a file and a program that parted ways are noticed.
    public let version: String
    /// The questions, slots and permissions.
    public let manifest: Manifest
    /// The words by language; the languages that it speaks are those that have a file.
    public let words: [String: TopicWords]
    /// The program, as an absolute path.
    public let command: String
    /// What the program is given.
    public let arguments: [String]
    /// The folder that it runs in.
    public let folder: String
    /// The folder as a clerk would name it: `topics/water`.
    public let place: String
    /// How long a person may wait for an answer.
    public let deadline: Duration
    /// The most memory that it may take up, in megabytes of address space.
    public let megabytes: Int

    /// The languages that it speaks.
    public var languages: [String] { words.keys.sorted() }

    /// Makes settings.
    public init(
        version: String, manifest: Manifest, words: [String: TopicWords], command: String, arguments: [String] = [],
        folder: String, place: String? = nil, deadline: Duration = .seconds(1), megabytes: Int = 512
    ) {
        (self.version, self.manifest, self.words) = (version, manifest, words)
        (self.command, self.arguments, self.folder) = (command, arguments, folder)
        (self.deadline, self.megabytes) = (deadline, megabytes)
        self.place = place ?? folder.split(separator: "/").last.map(String.init) ?? folder
    }
}

/// What a town lets a worker do, and what it wants to read of it.
public struct WorkerPolicy: Sendable, Hashable, Codable {
    /// The permissions that the town grants, among those that the worker asks for.
    public var allowed: Set<Permission>
    /// Whether a worker may run on a computer that cannot keep it from the network.
    public var allowsUnconfined: Bool
    /// Whether what a worker writes to standard error before it gets its first question goes to the log.
    public var logsOutput: Bool

    /// Makes a policy; the strictest by default.
    public init(allowed: Set<Permission> = [], allowsUnconfined: Bool = false, logsOutput: Bool = false) {
        (self.allowed, self.allowsUnconfined, self.logsOutput) = (allowed, allowsUnconfined, logsOutput)
    }
}

/// Where faults are told: a line a diagnostic, for the clerk; nothing that a citizen said is ever in it.
public typealias WorkerLog = @Sendable (WorkerNotice) -> Void
