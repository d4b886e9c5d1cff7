import CivilTime

/// Amounts as they were understood, said back.
extension French {
    /// An amount in words and figures: "4 euros 50", "1 an et 3 mois", "01 99 00 12 34".
    func write(_ amount: Amount, form: Form, today: Day) -> String {
        let isSpoken = form == .speech
        func write(_ value: Value) -> String { self.write(value, style: nil, form: form, today: today) }
        switch amount {
        case .fraction(let fraction): return number(fraction, isSpoken)
        case .money(let cents): return write(.money(cents: cents))
        case .duration(let length), .age(let length): return self.length(length, isSpoken)
        case .phone(let phone): return write(.phone(phone))
        case .email(let email): return write(.email(email))
        case .postcode(let postcode): return write(.text(postcode))
        case .address(let address): return write(.text(address.line))
        }
    }

    /// Years, months, weeks or days, then hours: "1 an et 3 mois", "15 jours", "18 mois".
    private func length(_ length: TimeAmount, _ isSpoken: Bool) -> String {
        var parts: [String] = []
        if length.months > 0 {
            let isYears = length.months >= 24 || length.months == 12
            let (years, months) = isYears ? (length.months / 12, length.months % 12) : (0, length.months)
            if years > 0 { parts.append(quantity(years, "unit.year", isSpoken)) }
            if months > 0 { parts.append(quantity(months, "unit.month", isSpoken)) }
        }
        let isWeeks = length.days >= 21 && length.days % 7 == 0 && length.days <= 70
        if isWeeks {
            parts.append(quantity(length.days / 7, "unit.week", isSpoken, isFeminine: true))
        } else if length.days > 0 {
            parts.append(quantity(length.days, "unit.day", isSpoken))
        }
        let (minutes, seconds) = (length.seconds / 60, length.seconds % 60)
        if minutes > 0 { parts.append(hours(minutes, isSpoken)) }
        if seconds > 0 || parts.isEmpty { parts.append(quantity(seconds, "unit.second", isSpoken, isFeminine: true)) }
        return join(parts, preposition: nil)
    }

    /// Decimals where three are enough, else the part of one that it is: "12,5", "1/3".
    private func number(_ fraction: Fraction, _ isSpoken: Bool) -> String {
        if let thousandths = fraction.times(1000), Fraction(thousandths, over: 1000) == fraction {
            let digits = String(1000 + thousandths.magnitude % 1000).dropFirst()
            let decimals = String(digits.reversed().drop { $0 == "0" }.reversed())
            let sign = thousandths < 0 ? "-" : ""
            let text = sign + String(thousandths.magnitude / 1000) + (decimals.isEmpty ? "" : "," + decimals)
            return isSpoken ? spoken(text) : text
        }
        let parts = words["numbers"]?["part.\(fraction.denominator)"] ?? []
        guard isSpoken, let one = parts.first, let many = parts.dropFirst().first ?? parts.first else {
            return String(fraction.numerator) + "/" + String(fraction.denominator)
        }
        return cardinal(fraction.numerator) + " " + (isPlural(fraction.numerator) ? many : one)
    }
}
