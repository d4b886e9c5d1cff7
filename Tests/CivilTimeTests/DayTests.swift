import CivilTime
import Testing

@Suite struct DayTests {
    @Test(
        "A date becomes a number of days and comes back",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11016, .tuesday), ("2026-11-20", 20777, .friday),
            ("1969-12-31", -1, .wednesday), ("2100-03-01", 47541, .monday),
        ])
    func roundTrip(iso: String, number: Int, weekday: Weekday) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.number == number)
        #expect(day.iso == iso)
        #expect(day.weekday == weekday)
    }

    @Test(
        "What is not a date is refused",
        arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-11-20T10:00", "", "a-b-c", "2026-00-10"])
    func refused(text: String) { #expect(Day(iso: text) == nil) }

    @Test(
        "Weeks are ISO weeks",
        arguments: [
            ("2026-01-01", 2026, 1), ("2027-01-01", 2026, 53), ("2024-12-30", 2025, 1), ("2026-11-20", 2026, 47),
        ])
    func weeks(iso: String, year: Int, week: Int) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.isoWeek == (year, week))
    }

    @Test(
        "Months are added without leaving the month",
        arguments: [("2026-01-31", 1, "2026-02-28"), ("2026-11-20", 2, "2027-01-20"), ("2026-03-31", -1, "2026-02-28")])
    func months(iso: String, months: Int, expected: String) throws {
        #expect(try #require(Day(iso: iso)).adding(months: months).iso == expected)
    }

    @Test(
        "Easter", arguments: [(2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"), (2000, "2000-04-23")])
    func easter(year: Int, iso: String) { #expect(Day.easter(year).iso == iso) }

    @Test(
        "Moments are read and written",
        arguments: [
            ("2026-11-20T10:00", "2026-11-20T10:00"), ("2026-11-20T10:00:05.250", "2026-11-20T10:00:05"),
            ("2026-11-20", "2026-11-20T00:00"), ("2026-11-20T24:00", "2026-11-21T00:00"),
        ])
    func moments(text: String, iso: String) throws { #expect(try #require(Moment(iso: text)).iso == iso) }

    @Test(
        "What is not a moment is refused",
        arguments: [
            "2026-11-20T25:00", "2026-11-20T10", "2026-11-20T10:00Z", "2026-11-20T10:00+01:00", "T", "2026-11-20T24:01",
        ])
    func refusedMoments(text: String) { #expect(Moment(iso: text) == nil) }

    @Test("Public holidays of 2026")
    func holidays() {
        let days = PublicHolidays.days(in: 2026...2026, region: .metropole)
        #expect(days.count == 11)
        #expect(days[Day.easter(2026).adding(days: 39)] == "ascension")
        #expect(PublicHolidays.days(in: 2026...2026, region: .alsaceMoselle).count == 13)
    }
}
