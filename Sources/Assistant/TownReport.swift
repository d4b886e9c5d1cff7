internal import CivilTime
internal import Diagnostics
internal import Language
internal import OpenData
internal import TopicPack
internal import TopicWorker
internal import Town

/// What `parvis town check` says of a folder.
public struct TownReport: Sendable {
    /// A line a problem: `file:line: severity: what: how to mend`.
    public let lines: [String]
    /// Whether something is left out because of an error.
    public let hasErrors: Bool

    /// Checks a folder.
    ///
    /// - Parameters:
    ///   - town: the folder; the example commune when nil.
    ///   - locale: the language of the report.
    ///   - now: the day for which dates are judged, ISO 8601; the clock when nil.
    ///   - root: where the languages are; found when nil.
    /// - Returns: the problems, sorted by file and line.
    /// - Throws: ``OpeningError`` when the folder or the language is missing.
    public static func check(
        town: String?, locale: String, now: String?, root: DataRoot? = nil
    ) throws(OpeningError) -> TownReport {
        let maker = try AssistantMaker(town: town, locale: locale, root: root)
        let folder = maker.folder
        let zone = folder.settings().value.timeZone
        guard let clock = TownClock(zone: zone) else { throw OpeningError(.noZone(zone)) }
        let today = (now.flatMap { clock.moment(iso: $0) } ?? clock.now()).day
        let files = LocaleFiles.load(directory: maker.words).value
        let found = folder.check(today: today) + packs(of: maker, today: today) + workers(of: maker)
        let printer = DiagnosticPrinter(files)
        return TownReport(lines: found.map(printer.line), hasErrors: found.contains { $0.severity == .error })
    }

    /// What is wrong with the packs of the town, and what of them no longer holds.
    private static func packs(of maker: AssistantMaker, today: Day) -> [Diagnostic] {
        maker.topics.folders.filter { $0.has(TopicPack.file) }.flatMap { folder in
            let read = TopicPack.load(folder.path, place: folder.place)
            return read.diagnostics + (read.value?.sourceDates(today: today, place: folder.place) ?? [])
        }
    }

    /// What is wrong with the files of the programs that the town has as topics.
    private static func workers(of maker: AssistantMaker) -> [Diagnostic] {
        maker.topics.folders.filter { WorkerFolder.isWorker($0.path) }.flatMap {
            WorkerFolder($0.path, named: $0.place).settings().diagnostics
        }
    }
}
