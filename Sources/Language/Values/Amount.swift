/// Something counted, measured or numbered that somebody named.
public enum Amount: Sendable, Hashable, Codable {
    /// What an amount may be, without its value.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case fraction, money, duration, age, phone, email, postcode, address
    }

    /// A number that is not whole: "12,5", "deux et demi", "les trois quarts".
    case fraction(Fraction)
    /// A sum in euro cents.
    case money(cents: Int)
    /// A length of time: "2 heures", "un an et demi".
    case duration(TimeAmount)
    /// How old somebody or something is: "12 ans".
    case age(TimeAmount)
    /// A telephone number: ten figures of France ("0199001234"), or a short number ("3919").
    case phone(String)
    /// An address of electronic mail, in lower case.
    case email(String)
    /// A French postcode, five figures.
    case postcode(String)
    /// The number of a house, a street, and what was said of the town.
    case address(StreetAddress)

    /// The amount as programs write it: a sum `12.50`, a length of time `PT1H30M`, a number `25/2`, others as they are.
    public var machineText: String {
        switch self {
        case .fraction(let fraction): String(fraction.numerator) + "/" + String(fraction.denominator)
        case .money(let cents): String(cents / 100) + (cents % 100 < 10 ? ".0" : ".") + String(cents % 100)
        case .duration(let length), .age(let length): length.iso
        case .phone(let text), .email(let text), .postcode(let text): text
        case .address(let address): address.line
        }
    }

    /// What the amount is.
    public var kind: Kind {
        switch self {
        case .fraction: .fraction
        case .money: .money
        case .duration: .duration
        case .age: .age
        case .phone: .phone
        case .email: .email
        case .postcode: .postcode
        case .address: .address
        }
    }
}
