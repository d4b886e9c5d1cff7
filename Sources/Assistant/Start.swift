internal import Diagnostics
internal import Language
internal import Town

/// What every start needs, compiled: the language, the town's settings, and what was wrong with either.
struct Start: Codable {
    let files: LocaleFiles
    let settings: TownSettings
    let problems: [Diagnostic]

    /// The start of a town in a language, from the cache where it is there.
    static func read(words: String, folder: TownFolder, cache: CompiledCache) -> Start {
        cache.value("start.json") {
            let files = LocaleFiles.load(directory: words)
            return Start(
                files: files.value, settings: folder.settings().value, problems: files.diagnostics + folder.check())
        }
    }
}
