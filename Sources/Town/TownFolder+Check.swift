public import CivilTime
public import Diagnostics
import FolderReading

extension TownFolder {
    /// How many days before a source ends the town is warned.
    private static let noticeDays = 30
    /// More findings of one kind in one file than this are counted and not listed.
    private static let repetitionLimit = 20

    /// Everything that is wrong in the folder, sorted by file and line.
    ///
    /// - Parameter today: the day for which expired and expiring sources are reported; nil reports none.
    /// - Returns: the findings; many alike in one file are counted instead of listed.
    public func check(today: Day? = nil) -> [Diagnostic] {
        guard exists else { return [Diagnostic(.error, "folder.missing", ["folder": path])] }
        let (waste, canteen, events) = (wastePart(), canteenPart(), eventsPart(in: nil))
        let (places, procedures) = (placesPart(), proceduresPart())
        var found = settings().diagnostics + waste.diagnostics + canteen.diagnostics + events.diagnostics
        found += places.diagnostics + procedures.diagnostics
        let ids = places.record.places.map(\.id)
        let references = waste.references + places.references + procedures.references
        found += references.compactMap { unknownPlace($0, among: ids) }
        found += checkTranslations() + pronunciations().diagnostics
        found += unknownFiles() + unsourcedFiles() + unusedSources()
        if let today { found += sourceDates(today: today) }
        return TownFolder.arranged(found)
    }

    private func unknownPlace(_ reference: PlaceReference, among ids: [String]) -> Diagnostic? {
        guard !ids.contains(reference.place) else { return nil }
        let nearest = Spelling.suggestion(for: reference.place, among: ids)
        let (code, arguments) =
            nearest.map { ("places.misspelt", ["id": reference.place, "nearest": $0]) }
            ?? ("places.unknown", ["id": reference.place])
        return Diagnostic(.error, code, arguments, file: reference.file, line: reference.line)
    }

    // MARK: Files

    /// Where the official sheets are: nothing is answered from them, so that they need no source.
    private static let references = "procedures/dila"
    /// The folders that hold the parts of a town.
    private static let folders = [
        "calendar", "canteen", "events", languages, "places", "procedures", references, "waste",
    ]
    /// The folder of the town's own topics: each says itself where its facts come from.
    public static let topics = "topics"
    /// Files of which there is one, with a name of its own.
    private static let singleFiles = [
        "calendar/school-holidays.csv", "waste/waste.yaml", "waste/streets.csv", "canteen/canteen.yaml",
        "places/places.yaml",
    ]
    /// The extensions of which a folder may hold files of any name.
    private static let anyName: [String: [String]] = [
        "waste": ["ics"], "canteen": ["csv"], "events": ["ics", "json"], "places": ["csv", "json"],
        "procedures": ["yaml"], references: ["xml"], languages: ["yaml"],
    ]

    private func unknownFiles() -> [Diagnostic] {
        let known =
            ["town.yaml", TownFolder.pronunciations, "README.md", "generator", TownFolder.topics] + TownFolder.folders
        var result = (files.names(in: "") ?? []).filter { !known.contains($0) }
            .map { Diagnostic(.warning, "folder.unknown-file", file: $0) }
        for folder in TownFolder.folders where files.exists(folder) {
            guard let names = files.names(in: folder) else {
                result.append(Diagnostic(.error, "folder.not-a-folder", file: folder))
                continue
            }
            let paths = names.map { folder + "/" + $0 }
            result += paths.filter { !isKnown($0, in: folder) }.map {
                Diagnostic(.warning, "folder.unknown-file", file: $0)
            }
        }
        if result.isEmpty, files.names(in: "")?.isEmpty == true { result = [Diagnostic(.error, "folder.empty")] }
        return result
    }

    private func isKnown(_ path: String, in folder: String) -> Bool {
        TownFolder.singleFiles.contains(path) || TownFolder.folders.contains(path)
            || TownFolder.anyName[folder]?.contains { path.hasSuffix("." + $0) } == true
    }

    // MARK: Sources

    /// The files that are read.
    private func knownFiles() -> [String] {
        TownFolder.folders.flatMap { folder in
            (files.names(in: folder) ?? []).map { folder + "/" + $0 }
                .filter { isKnown($0, in: folder) && !TownFolder.folders.contains($0) }
        }
    }

    /// Files that no source vouches for, also those that a part left unread for another reason.
    private func unsourcedFiles() -> [Diagnostic] {
        knownFiles().filter { !$0.hasPrefix(TownFolder.references + "/") && !$0.hasPrefix(TownFolder.languages + "/") }
            .filter { town.rule(for: $0) == nil }
            .map { Diagnostic(.error, "source.missing", file: $0) }
    }

    private func unusedSources() -> [Diagnostic] {
        let used = Set(knownFiles().compactMap { town.rule(for: $0)?.pattern })
        return town.rules.filter { !used.contains($0.pattern) }.map { rule in
            Diagnostic(.warning, "source.unused", ["pattern": rule.pattern], file: TownFile.path, line: rule.line)
        }
    }

    /// The sources that have expired on a day, or will within thirty days; reads no file but `town.yaml`.
    public func sourceDates(today: Day) -> [Diagnostic] {
        town.rules.compactMap { rule in
            guard let last = rule.validUntil, last < today.adding(days: TownFolder.noticeDays) else { return nil }
            let code = last < today ? "source.expired" : "source.expiring"
            let arguments = ["pattern": rule.pattern, "date": last.iso]
            return Diagnostic(.warning, code, arguments, file: TownFile.path, line: rule.validUntilLine)
        }
    }

    // MARK: Order

    /// Sorted, each finding once; of many alike in one file the first twenty and how many more there are.
    private static func arranged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let sorted = Set(diagnostics).sorted { ($0.file, $0.line ?? 0, $0.code) < ($1.file, $1.line ?? 0, $1.code) }
        var counts: [String: Int] = [:]
        var result: [Diagnostic] = []
        for diagnostic in sorted {
            let key = diagnostic.file + "\n" + diagnostic.code
            counts[key, default: 0] += 1
            if counts[key, default: 0] <= repetitionLimit { result.append(diagnostic) }
        }
        for (key, count) in counts.sorted(by: { $0.key < $1.key }) where count > repetitionLimit {
            let like = result.last { $0.file + "\n" + $0.code == key }
            guard let like, let index = result.lastIndex(of: like) else { continue }
            let arguments = ["count": String(count - repetitionLimit)]
            result.insert(
                Diagnostic(like.severity, "check.and-more", arguments, file: like.file, line: like.line), at: index + 1)
        }
        return result
    }
}
