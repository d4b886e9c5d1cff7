internal import Language
public import TopicKit

/// A worker seen as a topic: a process that answers what its `worker.yaml` says, and whose faults cost one apology.
///
/// The process starts at the first question and stays. It gets the intent, the slots, the moment, the language and its
/// own memory; never the sentence that a person said. Whatever it does, the answer comes within its deadline.
public final class WorkerTopic: Topic {
    /// What `worker.yaml` says; the process must say the same.
    public let manifest: Manifest
    private let settings: WorkerSettings
    private let allowed: Set<Permission>
    private let supervisor: WorkerSupervisor

    /// Makes the topic; nothing is started yet.
    ///
    /// - Parameters:
    ///   - settings: what the worker's files say.
    ///   - policy: what the town lets it do.
    ///   - host: the computer, which may be shared by all workers.
    ///   - clock: what times its deadlines.
    ///   - log: where its faults are told.
    public init(
        _ settings: WorkerSettings, policy: WorkerPolicy = WorkerPolicy(), host: WorkerHost = WorkerHost(),
        clock: any Clock<Duration> = ContinuousClock(), log: @escaping WorkerLog
    ) {
        (manifest, self.settings) = (settings.manifest, settings)
        allowed = policy.allowed.intersection(settings.manifest.permissions)
        supervisor = WorkerSupervisor(settings, policy: policy, host: host, clock: clock, log: log)
    }

    deinit {
        // A topic that a reload replaced leaves no process behind.
        Task { [supervisor] in await supervisor.stop() }
    }

    /// Answers one question; after a fault, with an apology and who can help.
    public func reply(to request: TopicRequest) async -> Reply {
        let reader = ReplyReader(settings: settings, request: request, allowed: allowed)
        let answer = await supervisor.ask(request) { wire throws(ReplyProblem) in try reader.read(wire) }
        switch answer {
        case .reply(let reply): return reply
        case .failed, .cancelled: return request.unknown("worker.failed")
        case .unavailable:
            let title = settings.words[request.locale]?.title ?? manifest.id
            return request.unknown("worker.unavailable", ["topic": .noun(Noun(title))])
        }
    }

    /// Ends the process, where there is one; the next question starts another.
    public func stop() async { await supervisor.stop() }
}
