import CivilTime
import Language
import Testing

@Suite("Values that were made lately")
struct RecentValuesTests {
    @Test("stay while they are used; the others are forgotten")
    func use() {
        var values = RecentValues<Int, String>(limit: 4)
        values.add("a", for: 1)
        for number in 2...9 {
            #expect(values.use(1) == "a")
            values.add("b", for: number)
        }
        #expect(values[1] == "a" && values[9] == "b" && values[2] == nil)
    }

    @Test("are forgotten when they have aged twice")
    func age() {
        var values = RecentValues<Int, String>(limit: 4)
        values.add("a", for: 1)
        values.age()
        #expect(values[1] == "a")
        values.age()
        #expect(values[1] == nil)
    }

    @Test(
        "are forgotten by the clock, or when it goes back",
        arguments: [
            ([0, 599], true), ([0, 600, 1_199], true), ([0, 1_200], false), ([0, 600, 1_200], false), ([0, -1], false),
        ])
    func clock(looks: [Int], isThere: Bool) {
        var values = RecentValues<Int, String>(limit: 4)
        for (number, seconds) in looks.enumerated() {
            values.forget(after: 1_200, at: Moment(Day(number: 20_000), hour: 10).adding(seconds: seconds))
            if number == 0 { values.add("a", for: 1) }
        }
        #expect((values[1] != nil) == isThere)
    }
}
