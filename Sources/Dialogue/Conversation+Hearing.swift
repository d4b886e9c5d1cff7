internal import CivilTime
internal import Language
internal import TopicKit
internal import Understanding

/// Utterances that a recogniser heard, before they are read.
extension Conversation {
    /// The words that were most likely said, by what is asked now; an utterance that was typed stays as it is.
    func settled(_ utterance: Utterance, _ now: Moment) -> Utterance {
        guard let hearing = utterance.hearing, !isAct(utterance.text) else { return utterance }
        guard let question = state.pending, !question.takesAnyWords else {
            return setting.understanding.heard(utterance, now: now, calendar: setting.calendar)
        }
        let options = spokenOptions(of: question)
        guard !options.isEmpty else {
            return setting.understanding.heard(utterance, now: now, calendar: setting.calendar)
        }
        if let act = hearing.alternatives.first(where: isAct),
            setting.understanding.choice(in: utterance, among: options) == nil
        {
            return Utterance(act, hearing: hearing)
        }
        return setting.understanding.heard(utterance, among: options)
    }

    /// What an utterance means, its sounds weighed where it was heard.
    func meaning(of utterance: Utterance, _ now: Moment) -> Meaning {
        let meaning = setting.meaning(of: utterance, at: now)
        guard let hearing = utterance.hearing, !hearing.sounds.isEmpty, state.pending == nil else { return meaning }
        return meaning.leaning(on: setting.sounds, hearing)
    }

    private func isAct(_ text: String) -> Bool { setting.acts.act(setting.understanding.words(of: text)) != nil }

    /// Everything that answers a question, with all its names.
    private func spokenOptions(of question: Question) -> [Understanding.Option] {
        if question.isYesNo { return grouped(setting.registry.core.names["answer"] ?? []) }
        let named = options(of: question)
        guard named.isEmpty, let (entry, _) = underWay else { return named }
        return grouped(entry.definition.names[question.slot] ?? [])
    }

    private func grouped(_ names: [Definition.Name]) -> [Understanding.Option] {
        Dictionary(grouping: names, by: \.entry).sorted { $0.key < $1.key }.map { id, names in
            Understanding.Option(id: id, names: names.map(\.text))
        }
    }
}
