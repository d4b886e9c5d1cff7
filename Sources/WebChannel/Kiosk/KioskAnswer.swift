public import Assistant
public import CivilTime
public import Dialogue
internal import Language
public import Rendering
internal import TopicKit
internal import Understanding

/// An answer as the screen of a kiosk shows it.
public struct KioskAnswer: Sendable, Hashable, Encodable {
    /// The conversation, where the screen itself holds it; nil where the voice does.
    public var conversation: String?
    /// The answer as elements of a page.
    public let html: String
    /// What may be chosen.
    public let options: [ChoiceOption]
    /// Names that may answer a question without choices, such as the streets; empty for anything else.
    public let entries: [String]
    /// The sentences that are said, in order.
    public let sentences: [String]
    /// The web addresses of the answer as codes for a telephone, as elements of a page.
    public let codes: String
    /// Where the sound of each sentence is, below the commune's path; empty without a voice.
    public var audio: [String] = []
    /// Whether the person takes leave.
    public let ended: Bool

    /// How many names a question may offer: beyond that the person writes.
    private static let mostEntries = 500

    /// Makes the answer of a turn.
    ///
    /// - Parameters:
    ///   - turn: the turn.
    ///   - assistant: who answered.
    ///   - now: when.
    public init(_ turn: Turn, by assistant: Assistant, at now: Moment) {
        html = assistant.html(turn, at: now, choices: .buttons(form: "choose"))
        options = assistant.options(turn, at: now)
        sentences = assistant.spokenSentences(turn, at: now)
        entries = options.isEmpty ? Self.entries(turn, assistant) : []
        codes = assistant.links(turn, at: now).prefix(2).map { Self.figure($0, assistant, now) }.joined()
        ended = turn.isLeaving
    }

    /// The names that the asked slot may have, each entry once, as it is named first.
    private static func entries(_ turn: Turn, _ assistant: Assistant) -> [String] {
        guard let question = turn.reply.question, let topic = turn.topic,
            let entry = assistant.setting.registry.entry(topic), let names = entry.definition.names[question.slot]
        else { return [] }
        var seen: Set<String> = []
        return names.filter { seen.insert($0.entry).inserted }.prefix(mostEntries).map(\.text)
    }

    /// A code with its purpose and, below it, the address in words.
    private static func figure(_ link: NamedLink, _ assistant: Assistant, _ now: Moment) -> String {
        let phrase = Phrase("web.code", ["purpose": .text(link.purpose)])
        let label = assistant.book.write(phrase, form: .text, today: now.day)
        let address = link.short ?? link.url
        guard let code = QRCode(link.short.map { "https://" + $0 } ?? link.url) else { return "" }
        return "<figure>\(code.svg(label: label))<figcaption>\(HTMLText.escaped(link.purpose)) : "
            + "\(HTMLText.escaped(address))</figcaption></figure>"
    }
}
