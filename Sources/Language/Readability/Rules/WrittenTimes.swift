import CivilTime
import Diagnostics

/// Rule X7: dates in words, hours and telephone numbers as the language writes them.
extension PlainCheck {
    func writtenTimes(_ text: ReadText) -> [Diagnostic] {
        text.lines.flatMap { dates($0) + hours($0) + phones($0) }
    }

    private func dates(_ line: ReadText.Line) -> [Diagnostic] {
        let dates = line.prose.matches(
            of: /\b(?:\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}[.\-]\d{1,2}[.\-]\d{4}|\d{4}-\d\d-\d\d)\b/)
        return dates.map { String($0.output) }.map { date in
            let tokens = rules.tokens(in: date)
            let day = rules.times(in: tokens, now: Moment(today), calendar: DayCalendar()).first?.span.firstDay
            return problem(
                .error, "plain.date", rule: "X7", date, line: line.number, ["suggestion": written(day.map { .day($0) })]
            )
        }
    }

    /// Hours such as "8h30", "8:30" and "8 h 00".
    private func hours(_ line: ReadText.Line) -> [Diagnostic] {
        line.prose.matches(of: /\b(\d{1,2}) ?(?:h|H|:) ?(\d\d)?\b/).compactMap { match in
            guard let hour = Int(match.output.1), hour <= 24, let minute = Int(match.output.2 ?? "0"), minute < 60
            else {
                return nil
            }
            let (found, right) = (String(match.output.0), written(.clock(hour * 60 + minute)))
            guard found.trimmed != right, !found.contains(": "), !found.hasSuffix(":") else { return nil }
            return problem(.error, "plain.hour", rule: "X7", found, line: line.number, ["suggestion": right])
        }
    }

    private func phones(_ line: ReadText.Line) -> [Diagnostic] {
        line.prose.matches(of: /(?:\+33 ?|\b0)[1-9](?:[ .\-]?\d\d){4}\b/).compactMap { match in
            let (found, right) = (String(match.output), written(.phone(String(match.output))))
            guard found != right else { return nil }
            return problem(.error, "plain.phone", rule: "X7", found, line: line.number, ["suggestion": right])
        }
    }

    private func written(_ value: Value?) -> String {
        value.map { rules.write($0, style: nil, form: .text, today: today) } ?? ""
    }
}
