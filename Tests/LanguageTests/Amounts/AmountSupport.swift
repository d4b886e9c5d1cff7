import Language

extension Reading {
    /// The amounts of a text, in short: "money 1250", "age P12Y", "address 12 rue des Lilas"; one after the other.
    static func amounts(_ text: String) -> String {
        french.amounts(in: french.tokens(in: text)).map { $0.amount.kind.rawValue + " " + $0.amount.machineText }
            .joined(separator: "; ")
    }

    /// The words that name the amounts of a text.
    static func amountWords(_ text: String) -> [String] {
        french.amounts(in: french.tokens(in: text)).map(\.text)
    }
}
