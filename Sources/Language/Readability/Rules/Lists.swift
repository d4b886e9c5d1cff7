import Diagnostics

/// Rule X6: the items of a list are numbered, and how many there are is said before.
extension PlainCheck {
    func lists(_ text: ReadText) -> [Diagnostic] {
        let lines = text.lines
        var found = lines.filter(\.isBullet).map {
            problem(.error, "plain.bullet", rule: "X6", $0.text, line: $0.number)
        }
        var index = 0
        while index < lines.count {
            let start = index
            while index < lines.count, lines[index].item != nil { index += 1 }
            let count = index - start
            if count > 1, !announces(count, before: start, in: lines) {
                found.append(
                    problem(
                        .error, "plain.uncounted-list", rule: "X6", lines[start].text, line: lines[start].number,
                        ["count": String(count)]))
            }
            index = max(index, start + 1)
        }
        return found
    }

    /// Whether the line before a list names the number of its items; or, where only the first are listed, a number of
    /// which the line after the list names the rest.
    private func announces(_ count: Int, before index: Int, in lines: [ReadText.Line]) -> Bool {
        guard index > 0 else { return false }
        let announced = numbers(in: lines[index - 1])
        let rest = lines.indices.contains(index + count) ? numbers(in: lines[index + count]) : []
        return announced.contains(count) || announced.contains { all in rest.contains(all - count) }
    }

    private func numbers(in line: ReadText.Line) -> [Int] {
        rules.numbers(in: rules.tokens(in: line.prose)).map(\.value)
    }
}
