public import CivilTime

/// Makes sentences from phrases: the wordings of one language with its grammar.
public struct PhraseBook: Sendable {
    /// The language's files.
    public let files: LocaleFiles
    /// The language's grammar.
    public let rules: any WritingRules

    /// Makes the book of a language.
    public init(files: LocaleFiles, rules: any WritingRules) { (self.files, self.rules) = (files, rules) }

    /// A phrase as whole sentences: initials raised, a point at the end.
    public func sentence(_ phrase: Phrase, form: Form, today: Day) -> String {
        rules.sentence(write(phrase, form: form, today: today))
    }

    /// A phrase as it stands within a sentence.
    ///
    /// A wording that is missing reads `[waste.next]` and a value that is missing `[day]`, for tests to find.
    public func write(_ phrase: Phrase, form: Form, today: Day) -> String {
        switch phrase {
        case .text(let texts):
            let text = texts[files.language] ?? texts.sorted { $0.key < $1.key }.first?.value ?? ""
            return form == .speech ? rules.spoken(text) : text
        case .key(let key, let values):
            guard let wording = wording(key) else { return "[\(key)]" }
            let writer = Writer(book: self, file: Self.file(of: key), values: values, form: form, today: today)
            return writer.write(Template(wording.form(form)).pieces)
        }
    }

    /// Whether the language's files have a phrase.
    public func has(_ key: String) -> Bool { wording(key) != nil }

    /// A noun of the files, by `<file>.<name>` or, within a file, by its name alone.
    public func term(_ name: String, in file: String) -> Noun? {
        if let own = files.topics[file]?.terms[name] { return own }
        let other = Self.file(of: name)
        return files.topics[other]?.terms[String(name.dropFirst(other.count + 1))]
    }

    func wording(_ key: String) -> Wording? {
        let file = Self.file(of: key)
        return files.topics[file]?.phrases[String(key.dropFirst(file.count + 1))]
    }

    /// The file that a key or a term names: the part before the first point.
    static func file(of key: String) -> String { key.split(separator: ".").first.map(String.init) ?? "" }
}

extension Wording {
    /// The names that stand for values in any of its forms.
    public var places: Set<String> {
        Set(Form.allCases.flatMap { Template.names(in: Template(form($0)).pieces).map(\.name) })
    }

    /// The wording for a form; what is not there is the text.
    func form(_ form: Form) -> String {
        switch form {
        case .text: text
        case .simple: simple ?? text
        case .speech: speech ?? text
        }
    }
}

/// Fills the pieces of one wording.
private struct Writer {
    let book: PhraseBook
    let file: String
    let values: [String: Value]
    let form: Form
    let today: Day

    func write(_ pieces: [Template.Piece]) -> String {
        var text = ""
        for piece in pieces { append(write(piece), to: &text) }
        return text
    }

    private func write(_ piece: Template.Piece) -> String {
        switch piece {
        case .literal(let text): return form == .speech ? book.rules.spoken(text) : text
        case .optional(let inner):
            let isComplete = Template.names(in: inner).allSatisfy { value($0.name) != nil }
            return isComplete ? write(inner) : ""
        case .value(let name, let preposition, let style):
            guard let value = value(name) else { return "[\(name)]" }
            return write(value, preposition: preposition, style: style)
        case .agreement(let name, let words):
            guard let value = value(name) else { return "[\(name)]" }
            let word = agreement(with: value).choose(words)
            return form == .speech ? book.rules.spoken(word) : word
        }
    }

    private func write(_ value: Value, preposition: String? = nil, style: String? = nil) -> String {
        if case .list(let items) = value {
            return book.rules.join(items.map { write($0, style: style) }, preposition: preposition)
        }
        let text =
            switch value {
            case .noun(let noun): alone(.text(noun.text), style)
            case .term(let name): book.term(name, in: file).map { alone(.text($0.text), style) } ?? "[\(name)]"
            case .phrase(let phrase): book.write(phrase, form: form, today: today)
            default: alone(value, style)
            }
        return preposition == nil ? text : book.rules.join([text], preposition: preposition)
    }

    private func alone(_ value: Value, _ style: String?) -> String {
        book.rules.write(value, style: style, form: form, today: today)
    }

    /// The value that a name stands for: one given with the phrase, or else a noun of the same file.
    private func value(_ name: String) -> Value? {
        values[name] ?? book.term(name, in: file).map { .noun($0) }
    }

    private func agreement(with value: Value) -> Agreement {
        switch value {
        case .noun(let noun): return book.rules.agreement(of: noun)
        case .text(let text): return book.rules.agreement(of: Noun(text))
        case .term(let name): return book.term(name, in: file).map { book.rules.agreement(of: $0) } ?? Agreement()
        case .count(let count): return Agreement(isPlural: book.rules.isPlural(count))
        // "There are 2 concerts": what a phrase counts is what the words around it agree with.
        case .phrase(.key(_, let values)): return values["count"].map { agreement(with: $0) } ?? Agreement()
        case .list(let items):
            let each = items.map { agreement(with: $0) }
            let isFeminine = !each.isEmpty && each.allSatisfy(\.isFeminine)
            return Agreement(isFeminine: isFeminine, isPlural: items.count > 1 || each.contains { $0.isPlural })
        default: return Agreement()
        }
    }

    /// Adds a piece; a value that closes a sentence keeps its mark and loses the wording's.
    private func append(_ piece: String, to text: inout String) {
        let isClosed = text.last.map { ".?!".contains($0) } ?? false
        text += isClosed && piece.hasPrefix(".") ? piece.dropFirst() : piece[...]
    }
}
