/// What a terminal conversation does next, without doing it: events in, orders out.
///
/// One event at a time, so that a slow answer, a key that interrupts and the end of the input never cross.
struct TerminalSession: Sendable {
    /// What happened.
    enum Event: Sendable {
        /// A line was read; `isCut` when only its beginning could be kept.
        case line(String, isCut: Bool)
        /// The input ended.
        case end
        /// The person pressed Ctrl-C, or the system asks to leave.
        case interrupt
        /// The terminal is gone.
        case hangUp
        /// An answer to the question of that number.
        case answer(TerminalAnswer, number: Int)
        /// The question of that number has been waiting for long.
        case slow(number: Int)
    }

    /// What to do.
    enum Order: Sendable, Hashable {
        /// Write whole lines.
        case write([String])
        /// Write the prompt, without an end of line.
        case prompt(String)
        /// Ask whoever answers, then report with this number.
        case ask(String, number: Int)
        /// Read the next line.
        case read
        /// Leave.
        case leave
    }

    private var words: TerminalWords
    private let hasMarks: Bool
    private let isInteractive: Bool
    private var width: LineWidth
    private var number = 0
    private var isWaiting = false
    private var pages = Pages([], isPaged: false) { _, _ in [] }

    /// A session; `isInteractive` when a person types, so that prompts and goodbyes are wanted.
    init(words: TerminalWords, width: LineWidth, hasMarks: Bool, isInteractive: Bool) {
        (self.words, self.width, self.hasMarks) = (words, width, hasMarks)
        self.isInteractive = isInteractive
    }

    /// Takes another width for what is written from now on: the window changed.
    mutating func resize(_ width: LineWidth) { self.width = width }

    /// The first orders.
    func start(_ greeting: TerminalAnswer) -> [Order] {
        (isInteractive ? [.write(greeting.lines.flatMap(width.wrap))] : []) + next()
    }

    /// What to do after an event.
    mutating func take(_ event: Event) -> [Order] {
        switch event {
        case .line(let line, let isCut): return take(line, isCut)
        case .answer(let answer, let number):
            guard isWaiting, number == self.number else { return [] }
            isWaiting = false
            words = answer.words ?? words
            return show(answer)
        case .slow(let number):
            return isWaiting && isInteractive && number == self.number ? [.write(width.wrap(words.wait))] : []
        case .end, .interrupt: return goodbye()
        case .hangUp: return [.leave]
        }
    }

    private mutating func take(_ line: String, _ isCut: Bool) -> [Order] {
        let text = line.split { $0.isWhitespace || Self.isControl($0) }.joined(separator: " ")
        if text.isEmpty { return next() }
        let command = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
        if words.moreWords.contains(command) {
            return [.write(pages.next() ?? width.wrap(pages.isFirst ? words.noMore : words.lastPage))] + next()
        }
        if words.backWords.contains(command) {
            return [.write(pages.previous() ?? width.wrap(words.noBack))] + next()
        }
        number += 1
        isWaiting = true
        return (isCut ? [.write(width.wrap(words.cut))] : []) + [.ask(text, number: number)]
    }

    private mutating func show(_ answer: TerminalAnswer) -> [Order] {
        let lines = answer.lines.flatMap(width.wrap)
        // A goodbye needs no marks: nothing follows it.
        let isMarked = hasMarks && !answer.isLast
        pages = Pages(
            isMarked ? width.wrap(words.begin(number)) + lines + width.wrap(words.end(number)) : lines,
            isPaged: width.isNarrow && !answer.isLast
        ) { [words, width] page, count in width.wrap(words.more(page, of: count)) }
        return [.write(pages.next() ?? [])] + (answer.isLast ? [.leave] : next())
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }

    private func next() -> [Order] { (isInteractive ? [.prompt(words.prompt(number + 1) + " ")] : []) + [.read] }

    /// The cursor stands after the prompt: the goodbye begins a line of its own.
    private func goodbye() -> [Order] { (isInteractive ? [.write([""] + width.wrap(words.goodbye))] : []) + [.leave] }
}
