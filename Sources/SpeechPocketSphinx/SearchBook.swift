internal import Foundation
internal import Wyoming

/// The searches of a decoder, and how their words are said.
struct SearchBook {
    /// How much the probabilities of a grammar count against the sound.
    private static let grammarWeight: Float = 1

    private let decoder: SphinxDecoder
    private let phones: Set<String>
    private let isEnglish: Bool
    private let dictionary: URL?
    private let scratch: URL
    /// With more words than this, looking for other readings takes seconds: the library's lattice has no bound.
    private static let mostWordsOfReadings = 60
    /// The searches of which other readings are looked for.
    private(set) var small: Set<String> = []
    /// The searches that are grammars.
    private(set) var grammars: Set<String> = []
    /// The names of the searches that can be used.
    private(set) var names: Set<String> = []

    init(_ decoder: SphinxDecoder, model: AcousticModel, scratch: URL) {
        (self.decoder, self.scratch) = (decoder, scratch)
        phones = Set(model.phones)
        (isEnglish, dictionary) = (model.isEnglish, model.dictionary)
    }

    /// Makes a search.
    mutating func prepare(_ search: PrepareMessage.Search) -> PreparedMessage.Search {
        let clock = ContinuousClock()
        let start = clock.now
        let grammar = search.kind == .grammar ? GrammarWords(search.text) : nil
        let words = grammar?.words ?? LanguageModelWords.words(search.text)
        let missing = learn(words, search.words)
        var error: String?
        if missing.count == words.count {
            error = "No word of it has a pronunciation."
        } else if let grammar {
            let text = grammar.text(without: missing)
            if !decoder.setGrammar(search.name, text, weight: Self.grammarWeight) {
                error = "The grammar is not JSGF with one public rule, or nothing of it can be said."
            }
        } else if !setLanguageModel(search) {
            error = "The language model is not in ARPA's format."
        }
        if error == nil { names.insert(search.name) } else { names.remove(search.name) }
        if grammar != nil { grammars.insert(search.name) } else { grammars.remove(search.name) }
        if words.count <= Self.mostWordsOfReadings { small.insert(search.name) } else { small.remove(search.name) }
        return .init(
            name: search.name, seconds: (clock.now - start) / .seconds(1), error: error, missing: missing.sorted())
    }

    /// Adds the words that are not known yet.
    ///
    /// - Returns: those that nobody says how to say.
    private func learn(_ words: Set<String>, _ given: [String: [String]]) -> Set<String> {
        for word in words { if let ways = given[word] { decoder.add(word, usable(ways)) } }
        let unknown = words.filter { !decoder.knows($0) }
        guard !unknown.isEmpty else { return [] }
        let found = dictionary.flatMap(PronunciationFile.init)?.pronunciations(unknown, phones: phones) ?? [:]
        for (word, ways) in found { decoder.add(word, ways.flatMap(FrenchPhones.ways)) }
        return unknown.filter { !decoder.knows($0) }
    }

    private func usable(_ pronunciations: [String]) -> [String] {
        pronunciations.compactMap { pronunciation in
            let own = isEnglish ? FrenchPhones.english(pronunciation) ?? pronunciation : pronunciation
            let parts = own.split(separator: " ").map(String.init)
            return !parts.isEmpty && parts.allSatisfy(phones.contains) ? parts.joined(separator: " ") : nil
        }
    }

    /// The library reads a model from a file only.
    private func setLanguageModel(_ search: PrepareMessage.Search) -> Bool {
        let file = scratch.appending(path: UUID().uuidString + ".lm")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? search.text.write(to: file, atomically: false, encoding: .utf8)) != nil else { return false }
        return decoder.setLanguageModel(search.name, file)
    }
}

/// The words of a language model in ARPA's format: those of its section `\1-grams:`.
enum LanguageModelWords {
    /// The words, without the marks of a sentence's start and end.
    static func words(_ text: String) -> Set<String> {
        var words: Set<String> = []
        var isInside = false
        for line in text.split(separator: "\n") {
            if line.first == "\\" {
                if isInside { break }
                isInside = line.hasPrefix("\\1-grams:")
                continue
            }
            guard isInside else { continue }
            let fields = line.split(whereSeparator: \.isWhitespace)
            if fields.count >= 2, fields[1].first != "<" { words.insert(String(fields[1])) }
        }
        return words
    }
}
