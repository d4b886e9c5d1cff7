internal import CivilTime
internal import Language

/// Example sentences made ready to learn from.
struct TrainingSet: Sendable {
    /// An example sentence.
    struct Sentence: Sendable {
        /// The sentence as its author wrote it, with its places for values.
        let pattern: String
        /// The sentence, its places filled.
        let text: String
        /// The intent that it is an example of; nil for one that is no question for a town hall.
        let intent: String?
        /// Which of the examples of its intent it was made from, from 0.
        let rank: Int
        /// What its names tell.
        let subjects: Subjects
        /// What to learn from it: the sentence itself, then the sentence misspelt.
        let lessons: [Classifier.Example]
    }

    let sentences: [Sentence]
    let reader: SentenceReader

    /// Reads the examples of topics, as utterances are read.
    ///
    /// - Parameters:
    ///   - definitions: the topics.
    ///   - knowledge: the language.
    ///   - now: a moment for the times that examples mention; only what kind of time they are counts.
    init(definitions: [Definition], knowledge: Knowledge, now: Moment) {
        let examples = definitions.flatMap(Examples.expanded)
        let favoured = definitions.flatMap { $0.names.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.text) } }
        let reader = SentenceReader(
            knowledge, speller: knowledge.speller(favouring: favoured + examples.map(\.text)),
            gazetteer: Gazetteer(definitions: definitions, rules: knowledge.rules, smallWords: knowledge.smallWords))
        let misspelling = Misspelling(knowledge)
        let outside = knowledge.background.enumerated().map { rank, text in
            Examples.Example(intent: nil, pattern: text, text: text, isVariant: true, rank: rank)
        }
        let all = examples + outside
        sentences = all.indices.concurrentMap { index in
            let example = all[index]
            let read = reader.read(example.text, now: now, calendar: DayCalendar())
            let misspelt = example.isVariant ? nil : misspelling.misspelt(example.text)
            let other = misspelt.map { reader.read($0, now: now, calendar: DayCalendar()) }
            return Sentence(
                pattern: example.pattern, text: example.text, intent: example.intent, rank: example.rank,
                subjects: Subjects(read.mentions),
                lessons: Classifier.Example.lessons(example.intent, read, misspelt: other))
        }
        self.reader = reader
    }

    /// Trains on all sentences and their misspelt forms.
    func classifier() -> Classifier { Classifier(examples: sentences.flatMap(\.lessons)) }

    /// Trains on some of the sentences, as they are.
    func classifier(_ isTaught: (Sentence) -> Bool) -> Classifier {
        Classifier(examples: sentences.lazy.filter(isTaught).compactMap(\.lessons.first))
    }
}
