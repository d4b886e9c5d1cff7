public import Assistant
public import CivilTime
internal import TerminalChannel

/// Turns what a terminal showed of a conversation into a story.
public enum StoryTranscript {
    /// More pages than an answer that somebody writes down has.
    private static let mostPages = 30

    /// Reads the lines of `parvis chat` as they stood on a terminal: prompts with what was typed, marks, answers.
    ///
    /// - Parameters:
    ///   - text: the lines, copied from a terminal or kept by a program such as `script`.
    ///   - title: what the story is about.
    ///   - assistant: whose words the prompt and the marks are.
    ///   - start: when the conversation took place.
    /// - Returns: the story as YAML; nil when no prompt is in the text.
    /// - Throws: an error of the YAML writer; none is known to occur.
    public static func story(
        from text: String, title: String, by assistant: Assistant, at start: Moment
    ) throws -> String? {
        let words = TerminalWords(book: assistant.book)
        let hints = Set(
            (1..<Self.mostPages).flatMap { page in
                (page + 1...Self.mostPages).map { words.more(page, of: $0) }
            })
        var recorder = StoryRecorder(title: title, start: start)
        var (question, answer, count): (String?, [String], Int) = (nil, [], 0)
        func finish() {
            if let question { recorder.add(question, answer: answer.joined(separator: "\n")) }
            (question, answer) = (nil, [])
        }
        for line in text.split(whereSeparator: \.isNewline).map(String.init) {
            let prompt = words.prompt(count + 1)
            if line.hasPrefix(prompt) {
                finish()
                let typed = line.dropFirst(prompt.count).drop { $0.isWhitespace }
                if !typed.isEmpty { (question, count) = (String(typed), count + 1) }
            } else if line != words.begin(count), line != words.end(count), !hints.contains(line) {
                answer.append(line)
            }
        }
        finish()
        return count == 0 ? nil : try recorder.yaml()
    }
}
