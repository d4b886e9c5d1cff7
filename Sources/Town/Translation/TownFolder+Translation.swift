import Diagnostics
import FolderReading

extension TownFolder {
    /// The folder of translations, a file a language.
    static let languages = "languages"

    /// What the town's names and texts are in a language; empty for the town's own, and where the town has no translation.
    public func translation(to language: String) -> TownTranslation { translation(to: language, asked: nil).value }

    /// How many of the town's names and texts have no translation to a language; 0 for its own.
    public func countUntranslated(to language: String) -> Int {
        guard language != town.language else { return 0 }
        let (asked, translation) = asked(language)
        return asked.all.count { translation.names[$0] == nil && translation.texts[$0] == nil }
    }

    /// The town's texts that are said in its own language within answers in another one: those without a translation, and
    /// the names of streets, dishes and events; none for its own language.
    public func kept(in language: String) -> Set<String> {
        guard language != town.language else { return [] }
        let (asked, translation) = asked(language)
        return asked.names.union(asked.all.filter { translation.names[$0] == nil && translation.texts[$0] == nil })
    }

    /// What is wrong with the translations: their files, and what they translate that the town does not say.
    func checkTranslations() -> [Diagnostic] {
        files.paths(in: TownFolder.languages, "yaml").flatMap { path -> [Diagnostic] in
            let language = path.dropFirst(TownFolder.languages.count + 1).dropLast(".yaml".count)
            let (translation, problems) = translation(to: String(language), asked: nil)
            let asked = asked(String(language)).asked.all
            let translated = Set(translation.names.keys).union(translation.texts.keys)
            let unused = translated.filter { !asked.contains($0) }.sorted()
            return problems + unused.map { Diagnostic(.warning, "language.unused", ["text": $0], file: path) }
        }
    }

    /// Translates everything, to learn what there is to translate.
    private func asked(_ language: String) -> (asked: AskedTexts, translation: TownTranslation) {
        let asked = AskedTexts()
        let translation = translation(to: language, asked: asked).value
        let parts: [any Translatable] = [
            waste().value, canteen().value, places().value, procedures().value, settings().value,
            events().value,
        ]
        for part in parts { _ = part.translated(by: translation) }
        return (asked, translation)
    }

    private func translation(
        to language: String, asked: AskedTexts?
    ) -> (value: TownTranslation, diagnostics: [Diagnostic]) {
        let path = TownFolder.languages + "/" + language + ".yaml"
        guard language != town.language, files.exists(path) else { return (TownTranslation(asked: asked), []) }
        let findings = Findings(file: path)
        switch files.bytes(of: path) {
        case .failure(let problem): findings.add([problem.diagnostic])
        case .success(let bytes):
            guard let root = YAMLFile.root(bytes, keys: ["names", "texts"], findings) else { break }
            let names = root.optionalMap("names", keys: nil)
            let texts = root.optionalMap("texts", keys: nil)
            let translation = TownTranslation(
                names: names.map { map in
                    map.keys.reduce(into: [:]) { $0[$1] = map.texts($1) }.filter { !$0.value.isEmpty }
                } ?? [:],
                texts: texts.map { map in map.keys.reduce(into: [:]) { $0[$1] = map.optionalText($1) } } ?? [:],
                asked: asked)
            return (translation, findings.diagnostics)
        }
        return (TownTranslation(asked: asked), findings.diagnostics)
    }
}
