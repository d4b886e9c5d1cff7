/// Addresses of electronic mail: "jean.dupont@valclair.example", "jean point dupont arobase valclair point example".
extension AmountReader {
    /// Every address of electronic mail in the text, in order.
    func mails() -> [Found] {
        var result: [Found] = []
        for index in tokens.indices {
            // "at" is a word of everyday talk, "at valclair dot example" is none.
            let isSaid = has(.mailAt, at: index) || (has(.mailAtUnsure, at: index) && has(.mailDot, at: index + 2))
            guard isSaid || (tokens[index].link == .at && isTight(index + 1, of: tokens.count)),
                index > 0 || !isSaid, index + 1 < tokens.count
            else { continue }
            let floor = result.last?.tokens.upperBound ?? 0
            let (start, name) = name(before: isSaid ? index - 1 : index, floor: floor)
            guard start >= floor, let (host, end) = host(from: index + 1) else { continue }
            result.append(Found(amount: .email(name + "@" + host), tokens: start..<end))
        }
        return result
    }

    private func isTight(_ index: Int, of count: Int) -> Bool { index < count && isTight(index) }

    /// What stands before the sign, read backwards, and where it starts.
    private func name(before index: Int, floor: Int) -> (start: Int, name: String) {
        var (start, name) = (index, "")
        guard index >= floor, index >= 0 else { return (-1, "") }
        start = own(index)
        name = letters(start)
        while name.utf8.count < 64, let (sign, place) = sign(endingAt: start), place >= floor {
            start = own(place)
            name = letters(start) + sign + name
        }
        return (start, name)
    }

    /// What stands after the sign: parts with points, the last one of letters alone.
    private func host(from index: Int) -> (host: String, end: Int)? {
        var (host, end, parts) = (letters(index), after(index), 1)
        var last = host
        while host.utf8.count < 128, let (sign, place) = sign(startingAt: end), sign == "." || sign == "-" {
            last = letters(place)
            host += sign + last
            end = after(place)
            if sign == "." { parts += 1 }
        }
        let top = last.utf8
        guard parts >= 2, (2...24).contains(top.count), top.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return nil
        }
        return (host, end)
    }

    // A word that was respelt still has the person's own letters; one that was cut has them all in its first part.

    private func letters(_ index: Int) -> String { Folding.fold(tokens[index].text) }

    private func own(_ index: Int) -> Int {
        var start = index
        while start > 0, tokens[start].text.isEmpty { start -= 1 }
        return start
    }

    private func after(_ index: Int) -> Int {
        var end = index + 1
        while end < tokens.count, tokens[end].text.isEmpty { end += 1 }
        return end
    }

    /// The sign right before a token, and the token before the sign.
    private func sign(endingAt index: Int) -> (String, Int)? {
        guard index > 0 else { return nil }
        if isTight(index), let sign = tokens[index - 1].link.mailSign { return (sign, index - 1) }
        guard index > 1, let sign = spokenSign(index - 1) else { return nil }
        return (sign, index - 2)
    }

    /// The sign at a place, written or said, and the token after it.
    private func sign(startingAt index: Int) -> (String, Int)? {
        guard index < tokens.count else { return nil }
        if isTight(index), let sign = tokens[index - 1].link.mailSign { return (sign, index) }
        guard index + 1 < tokens.count, let sign = spokenSign(index) else { return nil }
        return (sign, index + 1)
    }

    private func spokenSign(_ index: Int) -> String? {
        guard has(.mailSigns, at: index) else { return nil }
        return has(.mailDot, at: index) ? "." : has(.mailHyphen, at: index) ? "-" : "_"
    }
}

extension Token.Link {
    /// The sign of this link as it stands in an address of electronic mail, or nil.
    fileprivate var mailSign: String? {
        switch self {
        case .stop: "."
        case .hyphen: "-"
        case .underscore: "_"
        case .plus: "+"
        default: nil
        }
    }
}
