/// What words do in the name of an amount; the names are the keys of `words/amounts.yaml`.
struct AmountRoles: OptionSet, Sendable {
    let rawValue: UInt64

    static let number = bit(0)
    static let euro = bit(1)
    static let cent = bit(2)
    static let and = bit(3)
    static let of = bit(4)
    static let article = bit(5)
    static let minus = bit(6)
    static let point = bit(7)
    static let ago = bit(8)
    static let agoLead = bit(9)
    static let clock = bit(10)
    static let have = bit(11)
    static let age = bit(12)
    static let length = bit(13)
    static let filler = bit(14)
    static let group = bit(15)
    static let compared = bit(16)
    static let pointAfter = bit(17)
    static let clockAfter = bit(18)
    static let longYear = bit(19)
    static let dial = bit(20)
    static let dialFiller = bit(21)
    static let shortNumber = bit(22)
    static let mailAt = bit(23)
    static let mailDot = bit(24)
    static let mailHyphen = bit(25)
    static let mailLowLine = bit(26)
    static let noPostcodeBefore = bit(27)
    static let noPostcodeAfter = bit(28)
    static let way = bit(30)
    static let weakWay = bit(31)
    static let shortWay = bit(32)
    static let houseSuffix = bit(33)
    static let houseNumber = bit(34)
    static let houseLink = bit(35)
    static let nameLink = bit(36)
    static let nameEnd = bit(37)
    static let town = bit(38)
    static let nameContraction = bit(39)
    static let noWayBefore = bit(40)
    static let noWeakWayBefore = bit(41)
    static let wayLead = bit(42)
    static let neverClock = bit(43)
    static let ageAfter = bit(44)
    static let mailAtUnsure = bit(45)

    /// The words that an amount may start with, beside figures.
    static let starts: AmountRoles = [.number, .way, .shortWay, .houseNumber]
    /// The signs of an address of electronic mail, said in words.
    static let mailSigns: AmountRoles = [.mailDot, .mailHyphen, .mailLowLine]

    /// The role of each key of the word list; the kinds of ways are keys of their own.
    static let names: [String: AmountRoles] = [
        "unit.euro": .euro, "unit.cent": .cent, "link.and": .and, "link.of": .of, "link.article": .article,
        "link.minus": .minus, "before.point": .point, "before.ago": .ago, "before.ago-lead": .agoLead,
        "before.clock": .clock, "before.have": .have, "before.age": .age, "before.length": .length,
        "before.filler": .filler, "before.group": .group, "before.compared": .compared, "after.point": .pointAfter,
        "after.clock": .clockAfter, "long-year": .longYear, "dial": .dial, "dial-filler": .dialFiller,
        "short-number": .shortNumber, "mail.at": .mailAt, "mail.at-unsure": .mailAtUnsure, "mail.dot": .mailDot,
        "mail.hyphen": .mailHyphen,
        "mail.low-line": .mailLowLine, "no-postcode.before": .noPostcodeBefore,
        "no-postcode.after": .noPostcodeAfter, "weak-way": .weakWay, "house.suffix": .houseSuffix,
        "house.number": .houseNumber, "house-link": .houseLink, "name-link": .nameLink, "name-end": .nameEnd,
        "town": .town, "name-contraction": .nameContraction, "no-way.before": .noWayBefore,
        "no-way.weak-before": .noWeakWayBefore, "way-lead": .wayLead,
        "never-clock": .neverClock, "after.age": .ageAfter,
    ]

    private static func bit(_ place: UInt64) -> AmountRoles { AmountRoles(rawValue: 1 << place) }
}
