public import CivilTime
public import Diagnostics
import FolderReading

/// The folder of a town (see `Docs/town-folder.md`), read part by part.
///
/// Nothing is read before it is asked for: each part is read anew at each call, `town.yaml`, which says where every file
/// comes from, once. The records do not depend on the day on which they are read, so that they can be kept.
public struct TownFolder: Sendable {
    /// Where the folder is.
    public let path: String

    let files: FolderFiles
    private let townOnce = TownFileOnce()

    /// Opens a folder; what is wrong with it is found by ``check(today:)``.
    public init(_ path: String) {
        self.path = path
        files = FolderFiles(root: path)
    }

    /// What `town.yaml` says.
    var town: TownFile { townOnce.value(files) }

    /// Whether there is a folder at all.
    public var exists: Bool { files.names(in: "") != nil }

    /// What `town.yaml` says, with the school holidays.
    public func settings() -> Checked<TownSettings> {
        let holidays = schoolHolidays()
        let settings = TownSettings(
            profile: town.profile, timeZone: town.timeZone, schoolZone: town.schoolZone,
            holidayRegion: town.holidayRegion, language: town.language, staffedHours: town.staffedHours,
            shortLinks: town.shortLinks, schoolHolidays: holidays.records.records, topics: town.topics,
            page: town.page, screen: town.screen)
        return Checked(settings, town.diagnostics + holidays.diagnostics)
    }

    /// What the town says of its waste.
    public func waste() -> Checked<Sourced<WasteRecords>> { wastePart().checked }

    /// What the town says of its canteens.
    public func canteen() -> Checked<Sourced<CanteenRecords>> { canteenPart().checked }

    /// What happens in the town, within `window`, or as long as each file's source holds.
    public func events(in window: ClosedRange<Day>? = nil) -> Checked<Sourced<EventRecords>> {
        eventsPart(in: window).checked
    }

    /// The town's places and who handles what.
    public func places() -> Checked<Sourced<PlaceRecords>> { placesPart().checked }

    /// The procedures that the town explains.
    public func procedures() -> Checked<Sourced<ProcedureRecords>> { proceduresPart().checked }
}
