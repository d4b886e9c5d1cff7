/// What people may say in a town's conversations: all that grammars and models are made of.
public struct ListeningMaterial: Sendable {
    /// A sentence with a place for a name: `quand passe la poubelle {street}`, and the names that may stand there.
    public struct Template: Sendable, Hashable {
        /// The sentence, `{slot}` for a name.
        public let text: String
        /// The names, by slot.
        public let names: [String: [String]]

        /// Makes a template.
        public init(text: String, names: [String: [String]]) { (self.text, self.names) = (text, names) }
    }

    /// Questions that topics answer.
    public var questions: [Template]
    /// What is said to the conversation itself: "répète", "plus fort".
    public var commands: [String]
    /// Of the commands, those that people are taught: one for each act, "aide", "retour".
    public var taught: [String]
    /// The words for yes and for no.
    public var answers: [String]
    /// What may be said before and after an answer, and the rules of times and numbers: `words/speech.yaml`.
    public var lists: [String: [String]]

    /// Makes the material.
    public init(
        questions: [Template], commands: [String], taught: [String] = [], answers: [String], lists: [String: [String]]
    ) {
        (self.questions, self.commands, self.taught) = (questions, commands, taught)
        (self.answers, self.lists) = (answers, lists)
    }
}
