public import Assistant
internal import Dialogue

extension LintScript {
    /// What a person does in a story, to judge how the answers are worded.
    public init(_ story: Story) {
        self.init(
            file: story.file, line: story.line, moves: story.turns.map { (input: $0.move.input, now: $0.now) })
    }
}
