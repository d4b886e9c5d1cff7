/// The days that are special in one town: public holidays and school holidays.
public struct DayCalendar: Sendable, Hashable, Codable {
    /// A named stretch of school holidays.
    public struct SchoolHoliday: Sendable, Hashable, Codable {
        /// Which holidays, for example `autumn`, `christmas`, `winter`, `spring`, `summer`.
        public let id: String
        /// The first day without school.
        public let first: Day
        /// The last day without school.
        public let last: Day

        /// Makes a stretch of holidays; both ends are included.
        public init(id: String, first: Day, last: Day) {
            (self.id, self.first, self.last) = (id, first, last)
        }
    }

    /// Public holidays: the day and which one it is, for example `christmas` (see ``PublicHolidays``).
    public var publicHolidays: [Day: String]
    /// School holidays in order of date.
    public var schoolHolidays: [SchoolHoliday]

    /// Makes a calendar.
    public init(publicHolidays: [Day: String] = [:], schoolHolidays: [SchoolHoliday] = []) {
        self.publicHolidays = publicHolidays
        self.schoolHolidays = schoolHolidays.sorted { $0.first < $1.first }
    }

    /// The id of the public holiday on a day, or nil.
    public func publicHoliday(on day: Day) -> String? { publicHolidays[day] }

    /// The school holidays that a day belongs to, or nil.
    public func schoolHoliday(on day: Day) -> SchoolHoliday? {
        schoolHolidays.first { $0.first <= day && day <= $0.last }
    }
}
