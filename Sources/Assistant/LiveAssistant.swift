internal import Diagnostics
internal import Dialogue
internal import Foundation

/// An assistant whose topics are read again when somebody edits them, while conversations go on.
///
/// Each turn asks for ``current()``. The files of the topics are looked at once a second at most; when one changed, they
/// are read and learnt on a thread of their own, and the turns after that get the new assistant. A topic that an edit
/// broke stays as it was.
public actor LiveAssistant {
    /// How long files must stay as they are before they are read, and how often that is waited for.
    private static let (pause, mostPauses) = (Duration.milliseconds(100), 20)

    private var assistant: Assistant
    private var stamp: TopicStamp
    private var looked: ContinuousClock.Instant?
    /// A look at the files under way, and the reload that may follow it.
    private var reload: Task<Void, Never>?
    private let interval: Duration
    private let tell: @Sendable (String) -> Void

    /// Watches the topics of an assistant.
    ///
    /// - Parameters:
    ///   - assistant: who answers at first.
    ///   - interval: how long the files are not looked at after a look.
    ///   - tell: takes a line for the clerk, in the assistant's language: what an edit broke, or that it was taken up.
    public init(
        _ assistant: Assistant, interval: Duration = .seconds(1), tell: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        (self.assistant, self.interval, self.tell) = (assistant, interval, tell)
        // Taken before the files were read: an edit made meanwhile is an edit.
        stamp = assistant.stamp
    }

    /// How many times the assistant was exchanged for a newer one.
    public private(set) var generation = 0

    /// Who answers now; a look at the files may begin a reload, which the turn does not wait for.
    public func current() -> Assistant {
        look()
        return assistant
    }

    /// Looks at the files again and again until the task is cancelled, so that an edit is taken up between two turns.
    public func watch() async {
        while !Task.isCancelled {
            look()
            try? await Task.sleep(for: max(interval, .milliseconds(10)))
        }
    }

    /// Looks at the files now, and waits until what changed is taken up or refused.
    public func settle() async {
        // A look that began before may not have seen what was edited since.
        await reload?.value
        looked = nil
        look()
        await reload?.value
    }

    /// The same town in another language, its store and its log shared; nil where there is no such language.
    ///
    /// The first time that a language is opened on a computer takes seconds, on a thread of their own.
    public func speaking(_ language: String) async -> LiveAssistant? {
        let current = assistant
        guard let maker = current.maker.speaking(language) else { return nil }
        let other = await onThread { try? maker.make(after: current) }
        return other.map { LiveAssistant($0, interval: interval, tell: tell) }
    }

    private func look() {
        let now = ContinuousClock.now
        if let looked, looked.duration(to: now) < interval { return }
        looked = now
        guard reload == nil else { return }
        let current = assistant
        reload = Task {
            // A disk that is slow keeps nobody's answer waiting.
            let seen = await onThread { TopicStamp(current.maker) }
            if seen != stamp {
                stamp = await steady(seen, current.maker)
                finish(await onThread { Reload(of: current) })
            }
            reload = nil
        }
    }

    /// The state of the files once nobody writes them any more: what is saved or copied in steps is read once, and whole.
    private func steady(_ first: TopicStamp, _ maker: AssistantMaker) async -> TopicStamp {
        var seen = first
        for _ in 0..<Self.mostPauses {
            try? await Task.sleep(for: Self.pause)
            let next = await onThread { TopicStamp(maker) }
            if next == seen { break }
            seen = next
        }
        return seen
    }

    private func finish(_ outcome: Reload) {
        if let newer = outcome.assistant {
            assistant = newer
            generation += 1
        }
        for line in outcome.lines { tell(line) }
    }
}

/// What became of an edit: the newer assistant, and what is said of it.
private struct Reload: Sendable {
    let assistant: Assistant?
    let lines: [String]

    /// Opens the town again as it is now, each topic that cannot be used any more as it was.
    init(of current: Assistant) {
        do throws(OpeningError) {
            let fresh = try current.maker.make(after: current)
            let broken = current.opened.filter { topic in
                current.answers(topic.folder.id) && fresh.isRefused(topic.folder.id)
            }
            let last = Dictionary(broken.map { ($0.folder.id, $0) }) { first, _ in first }
            assistant = broken.isEmpty ? fresh : try current.maker.make(after: current, keeping: last)
            let told = fresh.problems.filter { !current.problems.contains($0) }.map(fresh.message)
            let kept = broken.map {
                fresh.message(Diagnostic(.warning, "topic.kept", ["topic": $0.folder.id], file: $0.folder.place))
            }
            lines = told.isEmpty && kept.isEmpty ? fresh.words("topics.reloaded") : told + kept
        } catch {
            assistant = nil
            lines = [error.description]
        }
    }
}

extension Assistant {
    /// Whether a topic answers.
    fileprivate func answers(_ topic: String) -> Bool { topics.contains { $0.id == topic && $0.state == .active } }
    /// Whether a topic is there and does not answer because something is wrong with it.
    fileprivate func isRefused(_ topic: String) -> Bool { topics.contains { $0.id == topic && $0.state == .refused } }
}

/// Does long work on a thread of its own: the threads that turns are answered on stay free.
private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: work()) }
        thread.stackSize = 8 << 20
        thread.start()
    }
}
