public import CivilTime
internal import Dialogue
internal import Language

extension Assistant {
    /// Reads the times that texts name, in the assistant's language and by the town's calendar.
    public var timeReading: TimeReading {
        TimeReading(rules: Languages.rules(for: setting.locale, words: files.words), calendar: setting.calendar)
    }
}

/// Reads the times that texts name.
public struct TimeReading: Sendable {
    let rules: any ReadingRules
    let calendar: DayCalendar

    /// The times named in a text, in order.
    public func times(in text: String, at now: Moment) -> [TimeObject] {
        rules.times(in: rules.tokens(in: text), now: now, calendar: calendar).map(TimeObject.init)
    }
}

/// A time that a text names, as other programs read it.
public struct TimeObject: Sendable, Encodable {
    let text: String
    let start: String?
    let end: String?
    let grain: String

    init(_ mention: TimeMention) {
        text = mention.text
        start = mention.reach == .until ? nil : mention.span.start.iso
        end = mention.reach == .from ? nil : mention.span.end.iso
        grain = mention.span.grain.rawValue
    }

    /// Writes the promised keys; an end that was not named is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(grain, forKey: .grain)
    }

    private enum CodingKeys: String, CodingKey { case text, start, end, grain }
}
