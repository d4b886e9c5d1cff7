public import Assistant
public import CivilTime
public import Dialogue
public import Language
internal import TopicKit

/// One town as the server serves it.
public struct Commune: Sendable {
    /// Where it is served and to whom.
    public let settings: CommuneSettings
    /// The conversations under way.
    let conversations: Conversations
    /// The assistants, one a language.
    let editions: Editions
    /// How its turns ended.
    let turns = TurnCounts()
    /// The time by the town's clocks.
    public let now: @Sendable () -> Moment

    /// Makes a commune.
    ///
    /// - Parameters:
    ///   - assistant: the town's assistant in the language that it answers in first.
    ///   - settings: where it is served and to whom.
    ///   - limits: how many conversations are held, and for how long.
    ///   - now: the time; the town's clock when nil.
    ///   - tell: takes lines for the clerk, about files that were edited.
    public init(
        _ assistant: Assistant, settings: CommuneSettings = CommuneSettings(), limits: WebLimits = WebLimits(),
        now: (@Sendable () -> Moment)? = nil, tell: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.settings = settings
        conversations = assistant.conversations(limit: limits.conversations, idle: limits.idleMinutes * 60)
        editions = Editions(assistant, languages: settings.languages, tell: tell)
        self.now = now ?? { assistant.clock.now() }
    }

    /// What stands before every path of this commune: "" or "/valclair".
    public var path: String { settings.path }

    /// The language that it answers in first: `fr`.
    public var language: String { editions.language }

    /// The languages that it answers in, the first one first.
    public var languages: [String] { editions.languages }

    /// Who answers in a language, for words, names and colours; in the first language where that one is not open.
    public func edition(_ language: String? = nil) -> Edition {
        language.map { editions.edition($0) } ?? editions.first
    }

    // MARK: Conversations

    /// Begins a conversation.
    ///
    /// - Parameters:
    ///   - language: the language to begin in; the first one when nil or not open.
    ///   - channel: through what the person talks.
    /// - Returns: its id and what is said to open it.
    /// - Throws: ``Problem`` when the conversation was pushed out at once.
    public func begin(
        language: String? = nil, channel: Surroundings.Channel = .web
    ) async throws(Problem) -> (id: String, turn: WebTurn) {
        let id = ConversationID.make()
        conversations.begin(id, language: edition(language).language, at: now())
        return (id, try await answer(.act(.greeting), conversation: id, channel: channel))
    }

    /// Answers words, a choice, a button or silence.
    ///
    /// - Parameters:
    ///   - input: what came.
    ///   - id: the conversation.
    ///   - language: the language to go on in; that of the conversation when nil or not open.
    ///   - channel: through what the person talks.
    ///   - isSpeaking: whether a voice is saying something right now.
    /// - Returns: the turn.
    /// - Throws: ``Problem/Kind/unknownConversation`` where there is none of that id, or no more;
    ///   ``Problem/Kind/busy`` where too many turns of it wait.
    public func answer(
        _ input: Input, conversation id: String, language: String? = nil, channel: Surroundings.Channel = .web,
        isSpeaking: Bool = false
    ) async throws(Problem) -> WebTurn {
        let moment = now()
        let outcome = await conversations.take(
            input, in: id, at: moment, through: Surroundings(channel, isSpeaking: isSpeaking),
            with: { editions.edition(language ?? $0) })
        switch outcome {
        case .answered(let turn, let edition):
            turns.add(turn.status)
            return WebTurn(conversation: id, turn: turn, edition: edition, moment: moment)
        case .unknown: throw Problem(.unknownConversation)
        case .busy: throw Problem(.busy, retryAfter: 1)
        }
    }

    /// The language of a conversation; nil where there is none of that id, or no more.
    public func language(of conversation: String) -> String? { conversations.language(of: conversation, at: now()) }

    /// Forgets a conversation; false where there was none.
    @discardableResult public func erase(_ conversation: String) -> Bool { conversations.erase(conversation) }

    // MARK: Words

    /// A sentence for a person: of the language where it has it, else of the commune's first one.
    ///
    /// - Parameters:
    ///   - key: the phrase's key: `server.problem-busy`.
    ///   - values: its values.
    ///   - language: the language wanted; the first one when nil.
    /// - Returns: the sentence.
    public func words(_ key: String, _ values: [String: Value] = [:], in language: String? = nil) -> String {
        let wanted = edition(language).assistant.book
        let book = wanted.has(key) ? wanted : editions.first.assistant.book
        return book.sentence(Phrase(key, values), form: .text, today: now().day)
    }
}

/// The ids of conversations: 128 random bits as 22 characters of base64url.
enum ConversationID {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// A new id, from the system's source of random numbers.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        var bits = (generator.next() as UInt64, generator.next() as UInt64)
        return String(
            unsafeUninitializedCapacity: 22
        ) { buffer in
            for index in 0..<22 {
                buffer[index] = alphabet[Int(bits.0 & 63)]
                bits.0 = bits.0 >> 6 | bits.1 << 58
                bits.1 >>= 6
            }
            return 22
        }
    }
}
