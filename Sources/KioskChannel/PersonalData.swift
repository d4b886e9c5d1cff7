import Assistant
import Dialogue
import Language
import TopicKit
import Understanding

/// What a person told of themselves in the form under way: a name, a number, an address, words of their own.
///
/// Only forms that file something ask for it; a street or a day that a question names is nobody's secret.
struct PersonalData: Sendable {
    private let texts: [String]
    private let digits: [String]
    private let rules: any ReadingRules

    /// What the state of a conversation holds.
    ///
    /// - Parameters:
    ///   - state: the conversation.
    ///   - setting: its topics.
    ///   - before: what it held before this turn, which may have ended the form.
    init(_ state: ConversationState, _ setting: Setting, before: PersonalData? = nil) {
        rules = setting.understanding.knowledge.rules
        var (texts, digits) = (before?.texts ?? [], before?.digits ?? [])
        if let thread = state.thread, let entry = setting.registry.entry(of: thread.intent),
            entry.manifest.permissions.contains(.filing)
        {
            for slot in thread.slots.values {
                switch slot.value {
                case .text(let text): texts.append(text)
                case .amount(let amount): digits.append(amount.machineText)
                case .entity, .time, .number, .yesNo: break
                }
            }
        }
        (self.texts, self.digits) = (texts.suffix(24), digits.suffix(24))
    }

    /// Whether there is any.
    var isEmpty: Bool { texts.isEmpty && digits.isEmpty }

    /// Whether a sentence says some of it.
    func isIn(_ sentence: String) -> Bool {
        let folded = " " + rules.tokens(in: sentence).map(\.folded).joined(separator: " ") + " "
        if texts.contains(where: { folded.contains(" " + words($0) + " ") }) { return true }
        let figures = sentence.filter { $0.isASCII && $0.isNumber }
        return digits.contains { own in
            let number = own.filter { $0.isASCII && $0.isNumber }
            return number.count >= 4 ? figures.contains(number) : folded.contains(" " + words(own) + " ")
        }
    }

    private func words(_ text: String) -> String { rules.tokens(in: text).map(\.folded).joined(separator: " ") }
}
