public import CivilTime
internal import Foundation

/// The clock on the town's wall: the one place where Parvis reads the time.
public struct TownClock: Sendable {
    private let zone: TimeZone

    /// A clock in a time zone (`Europe/Paris`), or nil when there is no such zone.
    public init?(zone identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// What the clock shows now.
    public func now() -> Moment { moment(Date()) }

    /// Reads a time given by another program: local, or with an offset or `Z`, which is converted.
    public func moment(iso text: String) -> Moment? {
        if let local = Moment(iso: text) { return local }
        let withOffset = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        return (try? withOffset.parse(text)).map(moment)
    }

    private func moment(_ date: Date) -> Moment {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date)
        return Moment(Day(number: 0), second: seconds)
    }
}
