internal import CivilTime
internal import Language

/// Reads what a sentence names: its words respelt, the names and the times in it.
struct SentenceReader: Sendable {
    let knowledge: Knowledge
    let speller: Speller
    let gazetteer: Gazetteer

    init(_ knowledge: Knowledge, speller: Speller, gazetteer: Gazetteer) {
        (self.knowledge, self.speller, self.gazetteer) = (knowledge, speller, gazetteer)
    }

    /// Reads a text; what is beyond ``Language/Token/longestText`` is not read.
    func read(_ text: String, now: Moment, calendar: DayCalendar) -> Sentence {
        let tokens = tokens(in: text)
        let named = gazetteer.mentions(in: tokens)
        // "Les Trois-Moulins" is no third of the month; "le 11 novembre" is a date, even where a ceremony has that name.
        let times = knowledge.rules.times(in: tokens, now: now, calendar: calendar).filter { time in
            let telling = time.tokens.filter { !knowledge.smallWords.all.contains(tokens[$0].folded) }
            return !named.contains { $0.isLongerName(than: telling) }
        }
        let mentions = named.filter { mention in
            !times.contains { $0.tokens.clamped(to: mention.tokens) == mention.tokens }
        }
        return Sentence(tokens: tokens, mentions: mentions, times: times, knowledge: knowledge)
    }

    /// The words of a text, respelt.
    func tokens(in text: String) -> [Token] { speller.corrected(knowledge.rules.tokens(in: text)) }

    /// Reads the words of a text only.
    func words(_ text: String) -> Sentence {
        Sentence(tokens: tokens(in: text), knowledge: knowledge)
    }
}
