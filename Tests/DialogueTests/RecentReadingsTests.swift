import CivilTime
import Language
import Synchronization
import Testing

@testable import Dialogue

@Suite("What was read a moment ago")
struct RecentReadingsTests {
    private let start = Moment(Day(number: 20_000), hour: 10)

    /// How many times the same words are read when they are said at some seconds after the start.
    private func readings(at seconds: [Int], holdsTime: Bool) -> Int {
        let recent = RecentReadings<Int> { _ in holdsTime }
        let count = Mutex(0)
        for second in seconds {
            _ = recent.reading(of: Utterance("la piscine"), at: start.adding(seconds: second)) {
                count.withLock {
                    $0 += 1
                    return $0
                }
            }
        }
        return count.withLock { $0 }
    }

    @Test(
        "is not read again, unless it holds a time and the minute is over, or it is old, or the clock went back",
        arguments: [
            ([0, 1, 59], false, 1), ([0, 1, 59], true, 1), ([0, 60, 61], true, 2), ([0, 60, 599], false, 1),
            ([0, 300, 900], false, 1), ([0, 1_199], false, 1), ([0, 1_200], false, 2), ([0, 700, 1_300], false, 2),
            ([0, -60], false, 2),
        ])
    func again(seconds: [Int], holdsTime: Bool, count: Int) {
        #expect(readings(at: seconds, holdsTime: holdsTime) == count)
    }

    @Test("is so much at most")
    func limit() {
        let recent = RecentReadings<Int>(limit: 4) { _ in false }
        for number in 0..<10 { _ = recent.reading(of: Utterance("\(number)"), at: start) { number } }
        #expect(recent.reading(of: Utterance("9"), at: start) { -1 } == 9)
        #expect(recent.reading(of: Utterance("0"), at: start) { -1 } == -1)
    }
}
