internal import Assistant
internal import Dialogue
internal import Language
internal import Rendering
internal import Synchronization

/// Conversations by text message: a message comes in, and one of at most two segments goes out.
///
/// The rest of a longer answer waits for "SUITE". Whose conversation it is, is known by a salted hash of the number that
/// is made anew at each start: the number itself is forgotten once its answer is sent.
final class TextMessages: Sendable {
    private let commune: Commune
    private let salt: PhoneSalt
    private let limiter: RateLimiter
    private let waiting = Mutex<Waiting>(Waiting())

    /// The rest of long answers, by conversation.
    private struct Waiting {
        var rests: [String: [TextMessage]] = [:]
        var order: [String] = []
    }

    /// Long answers of which the rest is kept, at most.
    private static let mostRests = 10_000
    /// The least and the most figures of a number that is answered: a short one belongs to a machine.
    private static let figures = 6...15

    /// Makes the conversations of a commune.
    ///
    /// - Parameters:
    ///   - commune: who answers.
    ///   - perHour: messages of one number that are answered in an hour.
    init(_ commune: Commune, perHour: Double) {
        self.commune = commune
        salt = PhoneSalt()
        limiter = RateLimiter(rate: perHour / 3600, burst: perHour)
    }

    /// The answer to a message.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - number: who wrote.
    ///   - now: when, for the limit.
    /// - Returns: the message to send back; nil for a number that is none, that asks too often, or an answer that says
    ///   nothing: a machine that answers by itself must not be answered for ever.
    func answer(to text: String, from number: String, now: ContinuousClock.Instant = .now) async -> TextMessage? {
        guard let number = PhoneNumber(number) else { return nil }
        guard Self.figures.contains(number.figures.utf8.count) else { return nil }
        let hash = salt.hash(number)
        guard limiter.wait(ClientAddress(hash: hash), now) == nil else { return nil }
        let id = "sms-" + hash.map { String($0, radix: 16) }.joined(separator: "-")
        if wantsMore(text), let next = nextRest(of: id) { return next }
        let text = String(text.unicodeScalars.prefix(TurnRequest.longestText).map(Character.init))
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        guard let turn = try? await turn(text, in: id) else { return nil }
        if turn.turn.unsubscribes || turn.turn.isLeaving { commune.erase(id) }
        let messages = turn.edition.assistant.messages(turn.turn, at: turn.moment)
        keep(Array(messages.dropFirst()), of: id)
        return messages.first
    }

    private func turn(_ text: String, in id: String) async throws(Problem) -> WebTurn {
        if commune.language(of: id) == nil {
            commune.conversations.begin(id, language: commune.language, at: commune.now())
        }
        return try await commune.answer(.utterance(Utterance(text)), conversation: id, channel: .sms)
    }

    // MARK: Long answers

    /// Whether a message asks for the rest: one of the words for it, and nothing else.
    private func wantsMore(_ text: String) -> Bool {
        let words = commune.edition().assistant.book.files.topics["core"]?.lists["terminal-more-words"] ?? []
        let said = text.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
        return words.contains(said)
    }

    private func nextRest(of id: String) -> TextMessage? {
        waiting.withLock { waiting in
            guard var rest = waiting.rests[id], !rest.isEmpty else { return nil }
            let next = rest.removeFirst()
            waiting.rests[id] = rest.isEmpty ? nil : rest
            return next
        }
    }

    private func keep(_ rest: [TextMessage], of id: String) {
        waiting.withLock { waiting in
            if rest.isEmpty {
                waiting.rests[id] = nil
                return
            }
            if waiting.rests[id] == nil { waiting.order.append(id) }
            waiting.rests[id] = rest
            if waiting.order.count > 2 * Self.mostRests { waiting.order.removeAll { waiting.rests[$0] == nil } }
            while waiting.rests.count > Self.mostRests, let oldest = waiting.order.first {
                waiting.order.removeFirst()
                waiting.rests[oldest] = nil
            }
        }
    }
}
