internal import Dialogue
internal import Hummingbird
internal import Language
internal import NIOCore

/// What a form of the page sends; a field that is not there is nil, one that nobody knows is passed over.
struct PageForm: Decodable, Sendable {
    var conversation: String?
    var lang: String?
    var question: String?
    var choice: String?
    var act: String?
    /// The language to go on in.
    var speak: String?
    /// `display` where only the size and the colours change.
    var set: String?
    var size: String?
    var colours: String?
    var embed: String?

    /// Reads the body of a request.
    ///
    /// - Throws: ``Problem`` where it is no form or too long; nothing in it repeats the body.
    static func read(_ request: Request, limit: Int) async throws -> PageForm {
        try request.requireType(Request.formType)
        let bytes = try await JSONBody.bytes(of: request, limit: limit)
        do {
            return try URLEncodedFormDecoder().decode(PageForm.self, from: String(buffer: bytes))
        } catch {
            throw Problem(.malformed)
        }
    }

    /// The display that goes with it.
    var display: Display { Display(size: size, colours: colours) }
    /// Whether the page is in the frame of a widget.
    var isEmbedded: Bool { embed == "1" }
    /// The conversation that it goes on with; nil to begin one.
    var conversationID: String? { conversation.flatMap { $0.isEmpty ? nil : $0 } }

    /// What the conversation is given.
    enum Asked: Sendable, Hashable {
        case words(String)
        case choice(String)
        case act(Act)
        /// Nothing is asked: the last answer is shown again, in a language where one is named.
        case again(language: String?)
        /// The question is empty.
        case nothing
        /// The question is too long, in characters.
        case tooLong
        /// Nothing that a form of ours sends.
        case unknown
    }

    /// What is asked.
    var asked: Asked {
        if set == "display" { return .again(language: nil) }
        if let speak { return .again(language: speak) }
        if let act { return Act(rawValue: act).map(Asked.act) ?? .unknown }
        if let choice { return choice.utf8.count <= 200 ? .choice(choice) : .unknown }
        guard let question else { return .unknown }
        let words = question.filter { !$0.isNewline }.trimmingSpaces
        if words.isEmpty { return .nothing }
        return words.count > Pages.longestQuestion ? .tooLong : .words(words)
    }
}

extension String {
    /// Without the blanks before and after.
    fileprivate var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
