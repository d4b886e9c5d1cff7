internal import Dialogue
internal import Foundation
internal import Language
internal import Understanding

extension Assistant {
    /// The speller of a language, biased to the topics' and the town's own words.
    ///
    /// Its lexicon is compiled once and then lies in the cache; a language without one corrects only its short forms.
    ///
    /// - Parameters:
    ///   - registry: the topics, for their example sentences and names.
    ///   - rules: the language.
    ///   - files: the words of the language.
    ///   - words: the folder of the language, whose `lexicon/words.tsv` is compiled.
    ///   - cache: where the compiled lexicon and the favoured words are kept.
    /// - Returns: the speller.
    static func speller(
        _ registry: Registry, rules: any LanguageRules, files: LocaleFiles, words: String, cache: CompiledCache
    ) -> Speller {
        let lexicon = lexicon(rules: rules, words: words, cache: cache)
        let favoured = cache.value("favoured.json") {
            Speller(rules: rules, lexicon: lexicon, words: files.words, favouring: texts(registry)).favouredWords
        }
        return Speller(rules: rules, lexicon: lexicon, words: files.words, favouring: favoured)
    }

    private static func lexicon(rules: any LanguageRules, words: String, cache: CompiledCache) -> Lexicon? {
        if let lexicon = cache.data("lexicon.bin").flatMap(Lexicon.init(data:)) { return lexicon }
        guard let list = try? Data(contentsOf: URL(filePath: words + "/lexicon/words.tsv"), options: .alwaysMapped)
        else { return nil }
        let compiled = Lexicon.compile(list, rules: rules)
        cache.store(compiled, "lexicon.bin")
        return Lexicon(data: compiled)
    }

    /// Names and example sentences, the places for a slot's value left out.
    private static func texts(_ registry: Registry) -> [String] {
        registry.definitions.flatMap { definition in
            definition.names.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.text) }
                + definition.examples.sorted { $0.key < $1.key }.flatMap { $0.value.map(withoutSlots) }
        }
    }

    private static func withoutSlots(_ example: String) -> String {
        example.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? part : part.drop { $0 != "}" }.dropFirst()
        }.joined(separator: " ")
    }
}
