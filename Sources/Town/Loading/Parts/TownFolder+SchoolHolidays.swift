import CivilTime
import Diagnostics
import FolderReading
import OpenData

extension TownFolder {
    /// The school holidays of the town's zone; the official table repeats them for each académie.
    func schoolHolidays() -> PartReading<[DayCalendar.SchoolHoliday]> {
        var part = PartReading<[DayCalendar.SchoolHoliday]>([])
        let path = "calendar/school-holidays.csv"
        guard files.exists(path) else { return part }
        let zone = town.schoolZone
        let clock = CivilZone(town.timeZone) ?? .paris
        part.read(path, of: self) { part, bytes, _, findings in
            guard let zone else {
                findings.report(.error, "school.no-zone")
                return
            }
            let table = Table.read(bytes)
            let periods = SchoolCalendar.read(table.value, in: clock)
            findings.add(table.diagnostics + periods.diagnostics)
            var seen: Set<DayCalendar.SchoolHoliday> = []
            for period in periods.value where period.concernsPupils(of: zone) {
                let holiday = DayCalendar.SchoolHoliday(id: period.id, first: period.first, last: period.last)
                if seen.insert(holiday).inserted { part.record.append(holiday) }
            }
            part.record.sort { ($0.first, $0.last) < ($1.first, $1.last) }
            if part.record.isEmpty, !periods.value.isEmpty {
                findings.report(.error, "school.unknown-zone", ["zone": zone])
            }
        }
        return part
    }
}
