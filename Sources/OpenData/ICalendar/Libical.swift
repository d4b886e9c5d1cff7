import CLibical
import CivilTime

/// Everything that is asked of libical, so that no C value leaves this file.
///
/// Each call parses one content line by itself: a damaged line then spoils nothing else, and its line number is known.
enum Libical {
    /// A property's value, as far as a town's calendar needs it.
    enum Value {
        case text(String)
        case time(Time)
        case rule(Rule)
        /// A duration in seconds; negative durations make no sense for an event.
        case duration(Int)
        /// libical could not read the value; its reason is in English and is not shown.
        case invalid
    }

    /// A date or a date and time, before its zone is applied.
    struct Time {
        /// The clock reading.
        let moment: Moment
        /// Whether only a date was given.
        let isDate: Bool
        /// Whether the text ended in `Z`.
        let isUTC: Bool
        /// The `TZID`, or nil.
        let zone: String?
    }

    /// A recurrence rule.
    struct Rule {
        fileprivate var rule: icalrecurrencetype

        /// Whether the rule repeats more often than daily.
        var isTooFrequent: Bool { rule.freq.rawValue < ICAL_DAILY_RECURRENCE.rawValue }
        /// Whether the rule uses a part that libical 3.0 gets wrong.
        ///
        /// Compared with the table of its own later version: week numbers, positions within a day or a week, days from
        /// a month's end in daily rules, repeated days. A wrong date of a collection is worse than none.
        var isUnreliable: Bool {
            let isDaily = rule.freq == ICAL_DAILY_RECURRENCE
            let hasPositions = first(rule.by_set_pos) != nil
            return first(rule.by_week_no) != nil || rule.rscale != nil
                || hasPositions && (hasTimes || isDaily || rule.freq == ICAL_WEEKLY_RECURRENCE)
                || isDaily && values(rule.by_month_day).contains { $0 < 0 }
                || Set(values(rule.by_day)).count < values(rule.by_day).count
        }

        /// Whether the rule chooses hours, which a start without a time does not have.
        var hasTimes: Bool {
            [first(rule.by_hour), first(rule.by_minute), first(rule.by_second)].contains { $0 != nil }
        }

        private func first(_ list: some Any) -> Int16? { values(list).first }

        /// The numbers of a C array, which Swift sees as a tuple; they end with a mark.
        private func values(_ list: some Any) -> [Int16] {
            withUnsafeBytes(of: list) { bytes in
                Array(bytes.bindMemory(to: Int16.self).prefix { $0 != Int16(ICAL_RECURRENCE_ARRAY_MAX.rawValue) })
            }
        }
    }

    /// The values of one unfolded content line: several for `EXDATE:20261225,20270101`.
    static func values(ofLine line: String) -> [Value] {
        _ = configured
        guard let component = icalparser_parse_string(folded(line)) else { return [.invalid] }
        defer { icalcomponent_free(component) }
        var result: [Value] = []
        var property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY)
        while let current = property {
            result.append(value(of: current))
            property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)
        }
        return result
    }

    /// A component of one line, folded again: libical's reader looks for the end of the line every 80 bytes, which takes
    /// minutes for a line of some million bytes.
    private static func folded(_ line: String) -> [CChar] {
        var result: [UInt8] = Array("BEGIN:VEVENT\r\n".utf8)
        for (index, byte) in line.utf8.enumerated() {
            if index > 0, index % 72 == 0 { result += [13, 10, 32] }
            result.append(byte)
        }
        result += Array("\r\nEND:VEVENT\r\n".utf8) + [0]
        return result.map { CChar(bitPattern: $0) }
    }

    /// The starts of a rule from `start` on, as clock readings in the zone of `start`.
    ///
    /// - Parameters:
    ///   - rule: the rule.
    ///   - start: the first date of the series.
    ///   - convert: gives the rule's own end as a clock reading of the zone of `start`.
    ///   - last: days after this one are not looked at.
    ///   - limit: the most dates that are returned; the caller sees from the count that there were more.
    /// - Returns: the dates in order, each one only once.
    static func starts(
        of rule: Rule, from start: Time, until convert: (Time) -> Moment, through last: Day, limit: Int
    ) -> [Moment] {
        var recurrence = rule.rule
        if icaltime_is_null_time(recurrence.until) == 0, let until = time(recurrence.until, zone: nil) {
            recurrence.until = end(convert(until), of: until, for: start)
        }
        guard let iterator = icalrecur_iterator_new(recurrence, floating(start.moment, isDate: start.isDate))
        else { return [] }
        defer { icalrecur_iterator_free(iterator) }
        var result: [Moment] = []
        while result.count < limit {
            let next = icalrecur_iterator_next(iterator)
            guard icaltime_is_null_time(next) == 0, let time = time(next, zone: nil), time.moment.day <= last
            else { break }
            result.append(time.moment)
        }
        return result
    }

    /// Whether the system knows a time zone by this name.
    static func knowsZone(_ name: String) -> Bool {
        _ = configured
        return name == "UTC" || icaltimezone_get_builtin_timezone(name) != nil
    }

    /// What the clocks of zone `target` show when those of `source` show `moment`; nil for an unknown zone.
    static func convert(_ moment: Moment, from source: String, to target: String) -> Moment? {
        _ = configured
        guard let from = zone(source), let to = zone(target) else { return nil }
        var time = floating(moment, isDate: false)
        icaltimezone_convert_time(&time, from, to)
        return self.time(time, zone: nil)?.moment
    }

    /// libical's errors must never end the process; the setting is global and always the same.
    private static let configured: Void = {
        icalerror_set_errors_are_fatal(0)
        icalerror_set_error_state(ICAL_MALFORMEDDATA_ERROR, ICAL_ERROR_NONFATAL)
    }()

    private static func zone(_ name: String) -> OpaquePointer? {
        name == "UTC" ? icaltimezone_get_utc_timezone() : icaltimezone_get_builtin_timezone(name)
    }

    private static func value(of property: OpaquePointer) -> Value {
        if icalproperty_isa(property) == ICAL_XLICERROR_PROPERTY { return .invalid }
        guard let value = icalproperty_get_value(property) else { return .invalid }
        switch icalvalue_isa(value) {
        case ICAL_DATE_VALUE, ICAL_DATETIME_VALUE, ICAL_DATETIMEDATE_VALUE:
            return timeValue(icalvalue_get_datetime(value), of: property)
        case ICAL_DATETIMEPERIOD_VALUE, ICAL_PERIOD_VALUE:
            let either = icalvalue_get_datetimeperiod(value)
            let isPeriod = icaltime_is_null_time(either.time) != 0
            return timeValue(isPeriod ? either.period.start : either.time, of: property)
        case ICAL_RECUR_VALUE:
            return .rule(Rule(rule: icalvalue_get_recur(value)))
        case ICAL_DURATION_VALUE:
            let duration = icalvalue_get_duration(value)
            return icaldurationtype_is_bad_duration(duration) != 0 || duration.is_neg != 0
                ? .invalid : .duration(Int(icaldurationtype_as_int(duration)))
        default:
            return text(of: property, value)
        }
    }

    private static func text(of property: OpaquePointer, _ value: OpaquePointer) -> Value {
        let isText = icalvalue_isa(value) == ICAL_TEXT_VALUE
        let pointer = isText ? icalvalue_get_text(value) : icalproperty_get_value_as_string(property)
        return pointer.map { .text(String(cString: $0)) } ?? .invalid
    }

    private static func timeValue(_ value: icaltimetype, of property: OpaquePointer) -> Value {
        let parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER)
        let zone = parameter.flatMap { icalparameter_get_tzid($0) }.map { String(cString: $0) }
        return time(value, zone: zone).map { .time($0) } ?? .invalid
    }

    /// libical accepts 31 February and 25 o'clock; a calendar that says so is wrong, and is told.
    private static func time(_ value: icaltimetype, zone: String?) -> Time? {
        guard let day = Day(Int(value.year), Int(value.month), Int(value.day)), (0...23).contains(value.hour),
            (0...59).contains(value.minute), (0...60).contains(value.second)
        else { return nil }
        let second = Int(value.hour) * 3600 + Int(value.minute) * 60 + Int(value.second)
        return Time(
            moment: Moment(day, second: value.is_date != 0 ? 0 : second), isDate: value.is_date != 0,
            isUTC: icaltime_is_utc(value) != 0, zone: zone)
    }

    private static func floating(_ moment: Moment, isDate: Bool) -> icaltimetype {
        let (year, month, day) = moment.day.parts
        var result = icaltime_null_time()
        (result.year, result.month, result.day) = (Int32(year), Int32(month), Int32(day))
        if isDate {
            result.is_date = 1
        } else {
            result.hour = Int32(moment.hour)
            result.minute = Int32(moment.minute)
            result.second = Int32(moment.second % 60)
        }
        return result
    }

    /// The end of a rule in the shape of its start: a date for dates; the end of the day for a date given with times.
    private static func end(_ moment: Moment, of until: Time, for start: Time) -> icaltimetype {
        if start.isDate { return floating(moment, isDate: true) }
        return floating(until.isDate ? Moment(moment.day, second: 86_399) : moment, isDate: false)
    }
}
