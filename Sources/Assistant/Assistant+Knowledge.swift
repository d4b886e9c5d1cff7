internal import Foundation
internal import Language
internal import Understanding

extension Assistant {
    /// What is known of a language: its lexicon, compiled once and then from the cache, and its vectors where they lie.
    ///
    /// - Parameters:
    ///   - rules: the grammar of the language.
    ///   - files: its words.
    ///   - folder: its folder, of which `lexicon/words.tsv` and `lexicon/vectors.bin` are read; either may lack.
    ///   - cache: where the compiled lexicon is kept.
    /// - Returns: what understanding builds upon.
    static func knowledge(
        rules: any LanguageRules, files: LocaleFiles, folder: String, cache: CompiledCache
    ) -> Knowledge {
        Knowledge(
            rules: rules, words: files.words, lexicon: lexicon(rules: rules, folder: folder, cache: cache),
            vectors: mapped(folder + "/lexicon/vectors.bin").flatMap(WordVectors.init(data:)))
    }

    private static func lexicon(rules: any LanguageRules, folder: String, cache: CompiledCache) -> Lexicon? {
        if let lexicon = cache.data("lexicon.bin").flatMap(Lexicon.init(data:)) { return lexicon }
        guard let list = mapped(folder + "/lexicon/words.tsv") else { return nil }
        let compiled = Lexicon.compile(list, rules: rules)
        cache.store(compiled, "lexicon.bin")
        return Lexicon(data: compiled)
    }

    private static func mapped(_ path: String) -> Data? {
        try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    }
}
