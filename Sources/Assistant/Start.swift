internal import Diagnostics
internal import Language
internal import Town

/// What every start needs, compiled: the language, the town's settings, and what was wrong with either.
struct Start: Codable {
    let files: LocaleFiles
    let settings: TownSettings
    let problems: [Diagnostic]
    /// The town's texts that are said in the town's language although the answers are in another one.
    let recordTexts: Set<String>

    /// The start of a town in a language, from the cache where it is there.
    static func read(root: DataRoot, language: String, folder: TownFolder, cache: CompiledCache) -> Start {
        cache.value("start.json") {
            let files = LocaleFiles.load(directory: root.locale(language))
            let gaps = LanguageGaps(files: files.value)
            let reference = LocaleFiles.load(directory: root.locale(LanguageGaps.reference)).value
            return Start(
                files: files.value, settings: folder.settings().value.translated(by: folder.translation(to: language)),
                problems: files.diagnostics + gaps.inFiles(against: reference) + gaps.inTown(folder) + folder.check(),
                recordTexts: folder.kept(in: language))
        }
    }
}
