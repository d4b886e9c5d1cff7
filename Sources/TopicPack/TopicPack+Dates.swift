public import CivilTime
public import Diagnostics
import TopicKit

extension TopicPack {
    /// How many days before a source ends its author is warned: as many as for the files of a town.
    private static let noticeDays = 30

    /// The sources that have expired on a day, or will within thirty days.
    ///
    /// - Parameters:
    ///   - today: the day.
    ///   - place: how the pack's folder is called.
    /// - Returns: a warning for each, in the order of their names.
    public func sourceDates(today: Day, place: String) -> [Diagnostic] {
        sources.sorted { $0.key < $1.key }.compactMap { name, source in
            guard let last = source.validUntil, last < today.adding(days: TopicPack.noticeDays) else { return nil }
            return Diagnostic(
                .warning, last < today ? "pack.expired" : "pack.expiring", ["source": name, "date": last.iso],
                file: place + "/" + TopicPack.file)
        }
    }
}
