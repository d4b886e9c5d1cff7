/// Whether a length of time is meant as one, as an age, or is a point in time after all.
extension AmountReader {
    /// What the words before a length say of it.
    private enum Lead { case nothing, point, clock, age, length, noun }

    /// What a length means where it stands; nil for a point in time.
    func meaning(of length: Length) -> Amount? {
        if isPoint(after: length.tokens.upperBound) { return nil }
        let (lead, isOf) = lead(before: length.tokens.lowerBound, length)
        if lead == .point || (length.isOne && lead == .nothing && !isAlone(length.tokens)) { return nil }
        switch length.unit {
        case .year, .month: return isAge(length, lead, isOf) ? .age(length.amount) : .duration(length.amount)
        default:
            if has(.ageAfter, at: length.tokens.upperBound) { return .age(length.amount) }
            if isRound(after: length.tokens.upperBound) { return nil }
            let isPoint = lead == .clock ? !isDistance(length) : isClock(length, lead)
            return isPoint ? nil : .duration(length.amount)
        }
    }

    /// "2 jours plus tard", "3 semaines avant le mariage", "3 mois suivants"; but not "2 ans plus les frais".
    private func isPoint(after index: Int) -> Bool {
        guard flows(into: index) else { return false }
        guard has(.pointAfter, at: index) else {
            let roles = times.meaning(of: tokens[index])?.roles ?? []
            return !roles.isDisjoint(with: [.following, .next, .last, .previous])
        }
        return !has(.compared, at: index) || (has(.pointAfter, at: index + 1) && flows(into: index + 1))
    }

    // MARK: Before

    /// What the nearest telling word before a place says, and whether "de" stands right before it.
    private func lead(before start: Int, _ length: Length) -> (Lead, isOf: Bool) {
        let isLong = length.unit == .year || length.unit == .month
        var place = start - 1
        let isOf = has(.of, at: place) && flows(into: start)
        while place >= 0, start - place <= 6, flows(into: place + 1) {
            let role = roles[place]
            if role.contains(.ago), has(.agoLead, at: place - 1) { return (.point, isOf) }
            if role.contains(.point) { return (.point, isOf) }
            if role.contains(.compared), has(.group, at: place - 1) { return (.age, isOf) }
            if !isLong, role.contains(.clock) {
                // "À 15 minutes" is a length, "à environ 5 h" is none.
                let isLength = role.contains(.have) && length.unit != .hour
                return (isLength || has(.compared, at: place + 1) ? .nothing : .clock, isOf)
            }
            if role.contains(.length) { return (.length, isOf) }
            if role.contains(.age) { return (isLong ? .age : .nothing, isOf) }
            if isLong, !role.isDisjoint(with: [.have, .clock]) {
                // "De 3 à 11 ans": what stands before the range tells.
                guard place > 0, isNumber(place - 1) else { return (.age, isOf) }
                place -= 2
            } else if role.contains(.filler) {
                place -= 1
            } else {
                return (isOf && start - place == 2 ? .noun : .nothing, isOf)
            }
        }
        return (.nothing, isOf)
    }

    private func isNumber(_ index: Int) -> Bool {
        isFigures(index) || numbers.words.meaning(of: tokens[index]) != nil
    }

    // MARK: Ages

    /// Two years and more are an age unless something says that they last; less is one only where something says so.
    private func isAge(_ length: Length, _ lead: Lead, _ isOf: Bool) -> Bool {
        let end = length.tokens.upperBound
        if has(.ageAfter, at: end) { return true }
        guard !length.tokens.contains(where: { has(.longYear, at: $0) }), lead != .length, lead != .noun
        else { return false }
        // "3 ans de retard" lasts; "ma fille de 3 ans de l'école" does not.
        let isCounting = has(.of, at: end) && flows(into: end) && !has(.age, at: end + 1)
        if isCounting, !(lead == .age && isOf) { return false }
        return length.unit == .month || length.amount.months < 24 ? lead == .age : true
    }

    // MARK: Times of day

    /// Whether hours and minutes are a time of day: "8 h 30", "9 h à 12 h", "2 h du matin".
    private func isClock(_ length: Length, _ lead: Lead) -> Bool {
        guard let hour = length.clockHour, lead != .length, hour < 24 else { return false }
        if lead == .nothing, isFilled(before: length.tokens.upperBound) { return false }
        let (start, end) = (length.tokens.lowerBound, length.tokens.upperBound)
        if hour > Self.longestBareHours || hour == 0 { return true }
        if flows(into: end), has(.clockAfter, at: end) { return true }
        if end < tokens.count, [.dash, .hyphen].contains(tokens[end - 1].link), isNumber(end) || isGluedFigures(end) {
            return true
        }
        guard start > 0 else { return false }
        if [.dash, .hyphen].contains(tokens[start - 1].link),
            start > 1 || isNumber(start - 1) || isGluedFigures(start - 1)
        {
            return true
        }
        let before = has(.and, at: start - 1) ? start - 2 : start - 1
        guard before >= 0, flows(into: start) else { return false }
        return isTime(before) || (before < start - 1 && times.meaning(of: tokens[before])?.unit == .hour)
    }

    /// "À 2 heures de route": "à 2 heures de l'après-midi" is a time of day.
    private func isDistance(_ length: Length) -> Bool {
        let end = length.tokens.upperBound
        return has(.have, at: length.tokens.lowerBound - 1) && isFilled(before: end)
    }

    /// Whether what fills a length follows it: "2 heures de route", "8 heures de travail".
    private func isFilled(before index: Int) -> Bool {
        guard has(.of, at: index), flows(into: index), index + 1 < tokens.count else { return false }
        return !has([.article, .filler], at: index + 1) && !isTime(index + 1) && !isNumber(index + 1)
    }

    /// "24h/24", "7j/7", "24 heures sur 24": always.
    private func isRound(after index: Int) -> Bool {
        guard flows(into: index), isFigures(index, 1...2) || isFigures(index + 1, 1...2) else { return false }
        return tokens[index - 1].link == .slash || (has(.nameLink, at: index) && isFigures(index + 1))
    }

    private func isGluedFigures(_ index: Int) -> Bool {
        tokens[index].folded.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    // MARK: Alone

    /// Whether nothing else is said in the sentence: "une heure" as an answer.
    private func isAlone(_ range: Range<Int>) -> Bool {
        isEnd(range.upperBound) && (range.lowerBound == 0 || !flows(into: range.lowerBound))
    }
}
