public import Assistant
public import CivilTime
internal import Dialogue
internal import Foundation
internal import Language
internal import Rendering
public import Speech
internal import Wyoming

/// What a Wyoming caller gets: the town hall's assistant, with ears and a voice where they are installed.
public struct WyomingService: Sendable {
    let live: LiveAssistant
    let conversations: Conversations
    let ears: Ears?
    let voice: (any Synthesiser)?
    let now: @Sendable () -> Moment
    let language: String
    let version: String

    /// A service.
    ///
    /// - Parameters:
    ///   - live: who answers.
    ///   - conversations: what each caller has said.
    ///   - ears: what hears; nil where no recogniser is installed.
    ///   - voice: what speaks; nil where no voice is installed.
    ///   - language: the language of the answers.
    ///   - version: the version of the program.
    ///   - now: the time of each turn.
    public init(
        _ live: LiveAssistant, conversations: Conversations, ears: Ears?, voice: (any Synthesiser)?, language: String,
        version: String, now: @escaping @Sendable () -> Moment
    ) {
        (self.live, self.conversations, self.ears, self.voice) = (live, conversations, ears, voice)
        (self.language, self.version, self.now) = (language, version, now)
    }

    /// What it says of itself.
    var info: InfoMessage {
        let maker = Attribution(name: "Parvis", url: "https://www.apache.org/licenses/LICENSE-2.0")
        let model = ModelInfo(
            name: "parvis-" + language, languages: [language], attribution: maker,
            description: "The town hall's assistant", version: version)
        func program(_ models: [ModelInfo]?, voices: [ModelInfo]? = nil) -> ProgramInfo {
            ProgramInfo(
                name: "parvis", attribution: maker, description: "The town hall's assistant", version: version,
                models: models, voices: voices)
        }
        return InfoMessage(
            asr: ears == nil ? [] : [program([model])], tts: voice == nil ? [] : [program(nil, voices: [model])],
            handle: [program([model])], intent: [program([model])])
    }

    /// Answers words in a conversation.
    func answer(_ utterance: Utterance, in conversation: String) async -> (text: String, speech: String) {
        let moment = now()
        let assistant = await live.current()
        let turn = await turn(utterance, conversation, Edition(assistant), moment)
        let answer = assistant.answer(turn, id: nil, at: moment)
        return (assistant.lines(turn, at: moment).joined(separator: "\n"), answer.speech)
    }

    private func turn(_ utterance: Utterance, _ id: String, _ edition: Edition, _ moment: Moment) async -> Turn {
        let surroundings = Surroundings(.kiosk)
        let outcome = await conversations.take(
            .utterance(utterance), in: id, at: moment, through: surroundings, begins: edition.language,
            with: { _ in edition })
        if case .answered(let turn, _) = outcome { return turn }
        // Too many wait for this one conversation already: the question is answered on its own.
        var alone = edition.assistant.conversation()
        return await alone.take(.utterance(utterance), at: moment, in: surroundings)
    }
}
