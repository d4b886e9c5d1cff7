public import Language

/// A classifier of sentences alone, without a town: what a data set of intents trains and judges.
public struct IntentModel: Sendable {
    private let rules: any ReadingRules
    private let classifier: Classifier

    /// Trains on sentences labelled with their intents.
    public init(examples: [(text: String, intent: String)], rules: any ReadingRules) {
        self.rules = rules
        classifier = Classifier(
            examples: examples.map { example in
                let tokens = rules.tokens(in: example.text)
                return (example.intent, Features.extract(tokens: tokens, mentions: [], times: []))
            })
    }

    /// The intents of a sentence with the margin of each, the surest first.
    public func margins(_ text: String) -> [(intent: String, margin: Float)] {
        let tokens = rules.tokens(in: text)
        let margins = classifier.margins(Features.extract(tokens: tokens, mentions: [], times: []))
        return zip(classifier.intents, margins).map { (intent: $0, margin: $1) }.sorted { $0.margin > $1.margin }
    }
}
