public import CivilTime
internal import Diagnostics
internal import Language
internal import TopicKit
internal import TopicWorker

/// How long a worker's turns take, as `parvis evaluate worker` writes it.
public struct WorkerEvaluation: Sendable, Encodable {
    /// The worker's id.
    public let topic: String
    /// How many questions it was asked.
    public let turns: Int
    /// Milliseconds until its first reply, its start included.
    public let start: Double
    /// Microseconds of a turn at the median, from the question to the reply.
    public let median: Double
    /// Microseconds that one turn in a hundred exceeds.
    public let slowest: Double
    /// How many questions it failed to answer.
    public let failures: Int

    private enum CodingKeys: String, CodingKey {
        case topic, turns, failures
        case start = "start_ms"
        case median = "us_p50"
        case slowest = "us_p99"
    }

    /// Asks a worker the same question many times.
    ///
    /// - Parameters:
    ///   - folder: the worker's folder.
    ///   - turns: how many times.
    ///   - now: when the question is asked, by the town's clocks.
    /// - Returns: the figures; nil where the folder holds no worker that could run.
    public static func run(folder: String, turns: Int, at now: Moment) async -> WorkerEvaluation? {
        guard let settings = WorkerFolder(folder).settings().value,
            let intent = settings.manifest.intents.first(where: \.required.isEmpty)
        else { return nil }
        let topic = WorkerTopic(settings, policy: WorkerPolicy(allowsUnconfined: true)) { _ in }
        let contact = Contact(name: "")
        let request = TopicRequest(
            intent: intent.id, now: now, profile: TownProfile(name: "", insee: "", postcode: "", contact: contact))
        let clock = ContinuousClock()
        var times: [Duration] = []
        var failures = 0
        for _ in 0...max(turns, 1) {
            let begin = clock.now
            let reply = await topic.reply(to: request)
            times.append(clock.now - begin)
            if reply.parts.isEmpty { failures += 1 }
            if case .statement(.key(let key, _))? = reply.parts.first, key.hasPrefix("worker.") { failures += 1 }
        }
        await topic.stop()
        let sorted = times.dropFirst().sorted()
        func microseconds(_ rank: Double) -> Double {
            let duration = sorted[min(sorted.count - 1, Int(rank * Double(sorted.count)))].components
            return (Double(duration.seconds) * 1e6 + Double(duration.attoseconds) / 1e12).rounded()
        }
        let first = times[0].components
        return WorkerEvaluation(
            topic: topic.manifest.id, turns: sorted.count,
            start: (Double(first.seconds) * 1e3 + Double(first.attoseconds) / 1e15).rounded(),
            median: microseconds(0.5), slowest: microseconds(0.99), failures: failures)
    }
}
