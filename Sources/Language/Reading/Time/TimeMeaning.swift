import CivilTime

/// What words of grammar do in the name of a time; the names are those of `role` and `refuse` in `words/time.yaml`.
struct TimeRoles: OptionSet, Sendable {
    let rawValue: UInt64

    private static func bit(_ place: UInt64) -> TimeRoles { TimeRoles(rawValue: 1 << place) }

    static let of = bit(0)
    static let ofThe = bit(1)
    static let at = bit(2)
    static let atThe = bit(3)
    static let the = bit(4)
    static let indefinite = bit(5)
    static let inTime = bit(6)
    static let within = bit(7)
    static let inside = bit(8)
    static let and = bit(9)
    static let between = bit(10)
    static let since = bit(11)
    static let fromPast = bit(12)
    static let until = bit(13)
    static let before = bit(14)
    static let after = bit(15)
    static let by = bit(16)
    static let ago = bit(17)
    static let about = bit(18)
    static let filler = bit(19)
    static let this = bit(20)
    static let next = bit(21)
    static let last = bit(22)
    static let following = bit(23)
    static let previous = bit(24)
    static let ending = bit(25)
    static let later = bit(26)
    static let earlier = bit(27)
    static let past = bit(28)
    static let early = bit(29)
    static let late = bit(30)
    static let eve = bit(31)
    static let morrow = bit(32)
    static let holidays = bit(33)
    static let school = bit(34)
    static let backToSchool = bit(35)
    static let feastLead = bit(36)
    static let plural = bit(37)
    static let feminine = bit(38)
    static let few = bit(39)
    static let subject = bit(40)
    static let wish = bit(41)
    static let length = bit(42)
    static let dial = bit(43)
    static let street = bit(44)
    static let rate = bit(45)
    static let counted = bit(46)
    static let less = bit(47)
    static let title = bit(48)
    static let mark = bit(49)
    static let numberSign = bit(50)
    static let minuteSign = bit(51)
    static let quarterSign = bit(52)
    static let semesterSign = bit(53)
    static let decade = bit(54)
    static let eveBefore = bit(55)
    static let morrowAfter = bit(56)
    static let beforeEnding = bit(57)
    static let more = bit(58)
    static let rough = bit(59)
    static let unsure = bit(60)
    static let to = bit(61)
    static let from = bit(62)
    static let on = bit(63)

    /// The role of each name in the word lists.
    static let names: [String: TimeRoles] = [
        "of": .of, "of-the": .ofThe, "at": .at, "at-the": .atThe, "the": .the, "indefinite": .indefinite,
        "in": .inTime, "within": .within, "inside": .inside, "and": .and, "between": .between, "since": .since,
        "from-past": .fromPast, "until": .until, "before": .before, "after": .after, "by": .by, "ago": .ago,
        "about": .about, "filler": .filler, "this": .this, "next": .next, "last": .last, "following": .following,
        "previous": .previous, "ending": .ending, "later": .later, "earlier": .earlier, "past": .past,
        "early": .early, "late": .late, "eve": .eve, "morrow": .morrow, "holidays": .holidays, "school": .school,
        "back-to-school": .backToSchool, "subject": .subject, "wish": .wish, "length": .length, "dial": .dial,
        "street": .street, "rate": .rate, "counted": .counted, "plural": .plural, "feminine": .feminine, "few": .few,
        "less": .less, "title": .title, "mark": .mark, "number-sign": .numberSign, "minute-sign": .minuteSign,
        "quarter-sign": .quarterSign, "semester-sign": .semesterSign, "decade": .decade, "eve-before": .eveBefore,
        "morrow-after": .morrowAfter, "before-ending": .beforeEnding, "more": .more,
        "rough": .rough, "unsure": .unsure, "to": .to, "from": .from, "on": .on,
    ]

    /// Words that may stand before the name of a time, or between two parts of it, and add nothing.
    static let light: TimeRoles = [.of, .ofThe, .at, .atThe, .the, .inTime, .within, .inside, .about, .filler, .this]
}

/// A unit in which time is counted.
enum TimeUnit: String, Sendable {
    case second, minute, hour, day, weekend, week, fortnight, month, quarter, semester, year
}

/// Where in a period something lies.
enum PeriodEdge: String, Sendable { case start, middle, end, rest }

/// A part of the day, or what people do in it.
enum DayPart: String, Sendable { case morning, afternoon, evening, night, lunch, work, day }

/// Words of the clock besides figures and units.
enum ClockWord: String, Sendable {
    case now, noon, midnight, quarter, half, minus, am, pm
    case threeQuarters = "three-quarters"
    case oClock = "o-clock"
}

/// A season, by the calendar.
enum Season: String, Sendable { case spring, summer, autumn, winter }

/// Everything that a word may mean where times are named.
struct TimeMeaning: Sendable {
    var roles: TimeRoles = []
    var weekday: Weekday?
    /// A weekday that the word may abbreviate.
    var shortWeekday: Weekday?
    var month: Int?
    /// A month that the word may abbreviate.
    var shortMonth: Int?
    /// Whether the word may be an abbreviation, which a full stop ends and not the sentence.
    var isAbbreviation = false
    /// Days from today.
    var dayOffset: Int?
    var unit: TimeUnit?
    var part: DayPart?
    var season: Season?
    var edge: PeriodEdge?
    var clock: ClockWord?
    /// The id of a feast.
    var feast: String?
    /// The id of school holidays that the word can name after "vacances de".
    var school: String?

    /// Whether the word names some time by itself, so that reading the text is worth while.
    var isContent: Bool {
        weekday != nil || shortWeekday != nil || month != nil || shortMonth != nil || dayOffset != nil || unit != nil
            || part != nil || season != nil || clock != nil || feast != nil
            || !roles.isDisjoint(with: [.holidays, .backToSchool, .eve, .morrow, .eveBefore, .morrowAfter])
    }

    /// Adds what another entry says of the same word.
    mutating func merge(_ other: TimeMeaning) {
        roles.formUnion(other.roles)
        weekday = weekday ?? other.weekday
        shortWeekday = shortWeekday ?? other.shortWeekday
        isAbbreviation = isAbbreviation || other.isAbbreviation
        month = month ?? other.month
        shortMonth = shortMonth ?? other.shortMonth
        dayOffset = dayOffset ?? other.dayOffset
        unit = unit ?? other.unit
        part = part ?? other.part
        season = season ?? other.season
        edge = edge ?? other.edge
        clock = clock ?? other.clock
        feast = feast ?? other.feast
        school = school ?? other.school
    }
}
