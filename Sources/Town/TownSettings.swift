public import CivilTime
public import OpenData
public import TopicKit

/// What `town.yaml` says of a town, with its school calendar.
public struct TownSettings: Sendable, Codable {
    /// The town, as far as every topic may know it.
    public let profile: TownProfile
    /// The IANA name of its time zone: `Europe/Paris`.
    public let timeZone: String
    /// The zone of its schools: `A`, `B`, `C`, `Corse`..., or nil.
    public let schoolZone: String?
    /// Which public holidays it has.
    public let holidayRegion: PublicHolidays.Region
    /// The language of its records: `fr`.
    public let language: String
    /// When a person answers, or nil.
    public let staffedHours: OpeningHours?
    /// Short addresses that it gives to long ones of the web, by the long one.
    public let shortLinks: [String: String]
    /// Its school holidays, in order.
    public let schoolHolidays: [DayCalendar.SchoolHoliday]
    /// Which topics it wants, and what they may do.
    public let topics: TopicSettings
    /// How its web page looks.
    public let page: PageSettings
    /// The screen in its hall.
    public let screen: ScreenSettings

    /// Its public and school holidays.
    public var calendar: DayCalendar {
        let publicHolidays = PublicHolidays.days(in: TownSettings.years, region: holidayRegion)
        return DayCalendar(publicHolidays: publicHolidays, schoolHolidays: schoolHolidays)
    }

    /// When and how a person of the town hall is reached.
    public var desk: TownDesk { TownDesk(contact: profile.contact, hours: staffedHours, calendar: calendar) }

    /// The zone of instants in its files; mainland France's when the system lacks the town's.
    public var zone: CivilZone { CivilZone(timeZone) ?? .paris }

    /// The years whose public holidays are known: as far as anyone asks.
    private static let years = 2000...2060
}
