public import Assistant
public import CivilTime
internal import TerminalChannel

/// Turns what a terminal showed of a conversation into a story.
public enum StoryTranscript {
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
        var recorder = StoryRecorder(title: title, start: start)
        var (question, answer): (String?, [String]) = (nil, [])
        func finish() {
            if let question { recorder.add(question, answer: answer.joined(separator: "\n")) }
            (question, answer) = (nil, [])
        }
        var isEmpty = true
        for line in text.split(whereSeparator: \.isNewline).map(String.init) {
            if line.hasPrefix(words.prompt) {
                finish()
                let typed = line.dropFirst(words.prompt.count).drop { $0.isWhitespace }
                if !typed.isEmpty { (question, isEmpty) = (String(typed), false) }
            } else if line != words.begin, line != words.end, line != words.more {
                answer.append(line)
            }
        }
        finish()
        return isEmpty ? nil : try recorder.yaml()
    }
}
