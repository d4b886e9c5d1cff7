public import FoundationEssentials

/// The words of a language with their frequency, lemma and parts of speech, read where they lie in a file.
///
/// Opening one only looks at its header; a look-up touches a few pages. See `Locales/fr/lexicon/README.md` for the list that
/// it is compiled from.
public struct Lexicon: Sendable {
    /// A form of a word.
    public struct Word: Sendable, Hashable {
        /// The form, in lower case with its accents.
        public let form: String
        /// How often it is used: ten times the Zipf scale (10 log10 of occurrences per thousand million words), 0...80.
        public let frequency: Int
        /// What parts of speech it can be.
        public let classes: WordClasses
        /// The form under which a dictionary has it.
        public let lemma: String
    }

    let header: LexiconHeader
    private let data: Data

    /// Compiles a word list into the bytes that ``init(data:)`` opens.
    ///
    /// - Parameters:
    ///   - list: lines of `form TAB frequency TAB lemma TAB classes` in UTF-8, sorted by form; others are left out.
    ///   - rules: the language, for folded forms and sounds.
    /// - Returns: the compiled lexicon, some 60 bytes a word.
    public static func compile(_ list: Data, rules: any ReadingRules) -> Data {
        var compiler = LexiconCompiler(rules: rules)
        compiler.read(list)
        return compiler.finish()
    }

    /// Opens a compiled lexicon; nil when the bytes are none.
    public init?(data: Data) {
        guard let header = data.withUnsafeBytes({ LexiconHeader($0) }) else { return nil }
        (self.header, self.data) = (header, data)
    }

    /// How many forms it has.
    public var count: Int { header.count }

    /// The forms that a folded word stands for, in alphabetical order: "marche" gives "marche" and "marché".
    public func words(folded: String) -> [Word] {
        reading { view in
            Array(sequence(first: view.first(folded: folded.utf8)) { entry in entry.map { view.next($0) } }
                .prefix { $0 != nil }.compactMap { $0.map { word($0, view) } })
        }
    }

    /// The forms that sound like a key of ``ReadingRules/soundKey(of:)``, in alphabetical order.
    public func words(sounding key: String) -> [Word] {
        reading { view in
            let first = view.firstSound(hash: LexiconFormat.polynomial(key.utf8))
            return Array(sequence(first: first) { entry in entry.map { view.nextSound($0) } }
                .prefix { $0 != nil }.compactMap { $0.map { word($0, view) } })
        }
    }

    /// The lemma, folded, of the most frequent form that a folded word stands for; nil when it is not known.
    public func lemma(folded: String) -> String? {
        reading { view in
            var best: Int?
            var next = view.first(folded: folded.utf8)
            while let entry = next {
                if best.map({ view.frequency($0) < view.frequency(entry) }) ?? true { best = entry }
                next = view.next(entry)
            }
            return best.map { String(decoding: view.folded(view.lemma($0)), as: UTF8.self) }
        }
    }

    /// Reads the bytes.
    func reading<Result>(_ body: (LexiconView) -> Result) -> Result {
        data.withUnsafeBytes { body(LexiconView(bytes: $0, header: header)) }
    }

    private func word(_ entry: Int, _ view: LexiconView) -> Word {
        Word(
            form: String(decoding: view.form(entry), as: UTF8.self), frequency: view.frequency(entry),
            classes: view.classes(entry), lemma: String(decoding: view.form(view.lemma(entry)), as: UTF8.self))
    }
}
