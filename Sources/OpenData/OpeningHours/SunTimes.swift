public import CivilTime

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A moment of the day that the sun makes.
public enum SunEvent: String, Sendable, Hashable, Codable {
    /// The sun's upper edge appears.
    case sunrise
    /// The sun's upper edge disappears.
    case sunset
    /// Civil dawn: the sun's centre is 6° below the horizon, before sunrise.
    case dawn
    /// Civil dusk: the sun's centre is 6° below the horizon, after sunset.
    case dusk

    /// The sun's zenith angle in degrees; 90.833° at sunrise counts refraction and the sun's radius.
    var zenith: Double { self == .sunrise || self == .sunset ? 90.833 : 96 }

    /// A usual minute of the day, used where the sun does not rise or set, and to tell whether a range passes midnight.
    var usualMinute: Int {
        switch self {
        case .dawn: 330
        case .sunrise: 360
        case .sunset: 1080
        case .dusk: 1110
        }
    }
}

/// Where opening hours hold: what sunrise and sunset depend on.
public struct SunPlace: Sendable, Hashable, Codable {
    /// Degrees north, -90...90.
    public var latitude: Double
    /// Degrees east, -180...180.
    public var longitude: Double
    /// Minutes that clocks are ahead of UTC in winter.
    public var standardOffset: Int
    /// Whether clocks follow the summer time of the European Union (directive 2000/84/EC).
    public var hasEuropeanSummerTime: Bool

    /// Makes a place; Paris unless told otherwise.
    public init(
        latitude: Double = 48.8566, longitude: Double = 2.3522, standardOffset: Int = 60,
        hasEuropeanSummerTime: Bool = true
    ) {
        (self.latitude, self.longitude) = (latitude, longitude)
        (self.standardOffset, self.hasEuropeanSummerTime) = (standardOffset, hasEuropeanSummerTime)
    }

    /// Minutes that clocks are ahead of UTC for most of a day.
    ///
    /// Summer time holds from the last Sunday of March to the day before the last Sunday of October (directive 2000/84/EC);
    /// both changes happen at 1:00 UTC, before any sunrise here.
    public func offset(on day: Day) -> Int {
        guard hasEuropeanSummerTime, let march = Day(day.year, 3, 31), let october = Day(day.year, 10, 31) else {
            return standardOffset
        }
        let start = march.adding(days: -(march.weekday.rawValue % 7))
        let end = october.adding(days: -(october.weekday.rawValue % 7))
        return standardOffset + (start <= day && day < end ? 60 : 0)
    }

    /// The minute of a day, by local clocks, at which an event happens; nil where the sun does not pass that angle.
    ///
    /// After NOAA Global Monitoring Laboratory, "General Solar Position Calculations" (the low-accuracy equations): within
    /// about two minutes between latitudes of 65° south and north.
    public func minute(of event: SunEvent, on day: Day) -> Int? {
        let yearAngle = 2 * Double.pi / (Day.isLeap(day.year) ? 366 : 365) * Double(day.dayOfYear - 1)
        let equationOfTime =
            229.18
            * (0.000075 + 0.001868 * cos(yearAngle) - 0.032077 * sin(yearAngle) - 0.014615 * cos(2 * yearAngle)
                - 0.040849 * sin(2 * yearAngle))
        let declination =
            0.006918 - 0.399912 * cos(yearAngle) + 0.070257 * sin(yearAngle) - 0.006758 * cos(2 * yearAngle)
            + 0.000907 * sin(2 * yearAngle) - 0.002697 * cos(3 * yearAngle) + 0.00148 * sin(3 * yearAngle)
        let radians = Double.pi / 180
        let cosine =
            cos(event.zenith * radians) / (cos(latitude * radians) * cos(declination)) - tan(latitude * radians)
            * tan(declination)
        guard (-1...1).contains(cosine) else { return nil }
        let hourAngle = acos(cosine) / radians
        let isMorning = event == .sunrise || event == .dawn
        let utc = 720 - 4 * (longitude + (isMorning ? hourAngle : -hourAngle)) - equationOfTime
        let local = utc.rounded() + Double(offset(on: day))
        return local.isFinite && abs(local) < 100_000 ? Int(local) : nil
    }
}
