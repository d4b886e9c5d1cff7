internal import Diagnostics
internal import Language
internal import Town

/// What every start needs, compiled: the language, the town's settings, and what was wrong with either.
struct Start {
    let files: LocaleFiles
    let settings: TownSettings
    let problems: [Diagnostic]
    /// The town's texts that are said in the town's language although the answers are in another one.
    let recordTexts: Set<String>

    /// The start of a town in a language, from the caches where it is there.
    ///
    /// `base` keeps what is of the language alone, so that an edit of the town's files does not read those of the language again;
    /// `cache` what is of the town in that language.
    static func read(
        root: DataRoot, language: String, folder: TownFolder, base: CompiledCache, cache: CompiledCache
    ) -> Start {
        let own = files(root, language, base)
        let town = cache.value("town.json") {
            let reference = LanguageGaps.reference
            let whole =
                language == reference
                ? own : files(root, reference, CompiledCache(inputs: [root.locale(reference)]))
            let gaps = LanguageGaps(files: own.value)
            return OfTown(
                settings: folder.settings().value.translated(by: folder.translation(to: language)),
                problems: gaps.inFiles(against: whole.value) + gaps.inTown(folder) + folder.check(),
                recordTexts: folder.kept(in: language))
        }
        return Start(
            files: own.value, settings: town.settings, problems: own.diagnostics + town.problems,
            recordTexts: town.recordTexts)
    }

    private static func files(_ root: DataRoot, _ language: String, _ cache: CompiledCache) -> Checked<LocaleFiles> {
        let stored = cache.value("files.json") {
            let files = LocaleFiles.load(directory: root.locale(language))
            return OfLanguage(files: files.value, problems: files.diagnostics)
        }
        return Checked(stored.files, stored.problems)
    }
}

/// What is kept of a language.
private struct OfLanguage: Codable {
    let files: LocaleFiles
    let problems: [Diagnostic]
}

/// What is kept of a town.
private struct OfTown: Codable {
    let settings: TownSettings
    let problems: [Diagnostic]
    let recordTexts: Set<String>
}
