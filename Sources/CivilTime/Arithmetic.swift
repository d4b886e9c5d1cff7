extension Int {
    /// Division rounded towards negative infinity, as calendars need before year zero.
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// The remainder that goes with ``floorDivided(by:)``: never negative.
    func floorRemainder(by divisor: Int) -> Int { self - floorDivided(by: divisor) * divisor }
}

/// Reads a text made of ASCII digits only, at most nine of them.
func digits(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
}

/// Writes a number with leading zeros.
func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
