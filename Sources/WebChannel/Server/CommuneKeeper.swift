internal import Assistant
internal import Diagnostics
internal import Logging
internal import ServiceLifecycle

/// Keeps a commune going beside the turns: takes up what was edited, forgets who is gone, and ends orderly.
struct CommuneKeeper: Service {
    private let commune: Commune
    private let logger: Logger

    init(_ commune: Commune, _ logger: Logger) { (self.commune, self.logger) = (commune, logger) }

    /// Runs until the server ends; the conversations under way are then written once, without anybody's words.
    func run() async throws {
        let assistant = commune.edition().assistant
        for problem in commune.conversations.restore(at: commune.now(), language: commune.language) {
            logger.warning("\(assistant.message(problem))")
        }
        await cancelWhenGracefulShutdown {
            var seconds = 0
            while !Task.isCancelled {
                await commune.editions.refresh()
                if seconds % 10 == 0 { commune.conversations.expire(at: commune.now()) }
                try? await Task.sleep(for: .seconds(1))
                seconds += 1
            }
        }
        do {
            try commune.conversations.save(at: commune.now())
        } catch {
            logger.error("conversations not saved", metadata: ["reason": .string(String(describing: error))])
        }
        await commune.edition().assistant.settle()
    }
}
