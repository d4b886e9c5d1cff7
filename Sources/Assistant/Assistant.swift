public import CivilTime
public import Diagnostics
public import Dialogue
internal import Language
package import Rendering
internal import TopicKit
public import Town
public import TownStore

/// A town hall's assistant in one language: a town, its topics and an understanding, put together.
///
/// What a program that embeds Parvis needs: open one, begin a ``conversation(_:)``, give it utterances, and render the turns.
public struct Assistant: Sendable {
    /// The clock on the town's wall.
    public let clock: TownClock
    /// What is wrong with the town's files, with those of the language, and with the topics.
    public var problems: [Diagnostic] { filesProblems + topicProblems }

    let filesProblems: [Diagnostic]
    let topicProblems: [Diagnostic]
    package let setting: Setting
    package let renderer: Renderer
    /// The language of the town's records: `fr`.
    let recordLanguage: String
    /// What the records say in it although the answer is in another language.
    let recordTexts: Set<String>
    let files: LocaleFiles
    let folder: TownFolder
    /// How the town's web page looks.
    public let page: PageSettings
    /// The screen in the town's hall.
    public let screen: ScreenSettings
    /// The folder of the language.
    let words: String
    let store: Store
    let counter: OutcomeCounter
    /// How it was opened.
    let maker: AssistantMaker
    /// Where the faults of programs from outside are told.
    public var journal: Journal { maker.journal }
    /// Every topic that is there, whether it answers or not.
    let topics: [TopicLineup.Line]
    /// The topics that came from folders.
    let opened: [OpenedTopic]
    /// How their files were before they were read.
    let stamp: TopicStamp

    /// Opens a town.
    ///
    /// - Parameters:
    ///   - town: the town's folder; the example commune when nil.
    ///   - locale: the language of the answers.
    ///   - root: where the languages and the example are; found when nil.
    ///   - place: where requests and counts are kept; the town's place on this computer when nil. A rehearsal, such as a
    ///     story, keeps them in memory.
    ///   - packs: folders of topic packs that the town gets besides its own, in place of those of the same name.
    ///   - sharesReadings: whether what one person asked is kept for minutes, in memory, so that it is not read again for the next one who
    ///     asks the same: for a server.
    /// - Returns: the assistant, its topics not yet made and its store not yet opened.
    /// - Throws: ``OpeningError`` when the data, the town or the language is missing.
    public static func open(
        town: String? = nil, locale: String = "fr", root: DataRoot? = nil, place: StorePlace? = nil,
        packs: [String] = [], sharesReadings: Bool = false
    ) throws(OpeningError) -> Assistant {
        try AssistantMaker(town: town, locale: locale, root: root, packs: packs, sharesReadings: sharesReadings)
            .make(place: place)
    }

    /// What a clerk should know at a start: sources that expire, and how many problems the files have.
    public func notices(today: Day) -> [String] {
        let errors = problems.filter { $0.severity == .error }.count
        let count = errors == 0 ? [] : [Diagnostic(.warning, "check.errors", ["count": String(errors)])]
        return (folder.sourceDates(today: today) + count).map(message)
    }

    /// Begins a conversation, or takes one up.
    ///
    /// An answer of which this assistant no longer has the words is forgotten: it cannot be said again.
    public func conversation(_ state: ConversationState = ConversationState()) -> Conversation {
        var state = state
        state.said.removeAll { !$0.reply.phrases.allSatisfy(canSay) }
        state.suspended.removeAll { !canSay($0.pending.prompt) }
        if let question = state.pending, !canSay(question.prompt) { state.pending = nil }
        return Conversation(setting: setting, state: state)
    }

    /// Finds the data and the town's folder, and makes sure that the language is there.
    static func locate(
        town: String?, locale: String, root: DataRoot?
    ) throws(OpeningError) -> (root: DataRoot, folder: TownFolder) {
        let maker = try AssistantMaker(town: town, locale: locale, root: root)
        return (maker.root, maker.folder)
    }

    private func canSay(_ phrase: Phrase) -> Bool {
        if case .key(let key, _) = phrase { renderer.book.has(key) } else { true }
    }
}
