import CivilTime
import Language
import OpenData
import TopicKit

/// A slot's value as conditions, tables and wordings of a pack see it.
struct SlotReading {
    private let filled: FilledSlot.Value

    init(_ filled: FilledSlot.Value) { self.filled = filled }

    /// The word that an id, a yes or no, or a text is compared as.
    var word: String? {
        switch filled {
        case .entity(let id): id
        case .yesNo(let answer): answer ? "yes" : "no"
        case .number(let number): String(number)
        case .text(let text): text
        case .amount(let amount): amount.machineText
        case .time: nil
        }
    }

    /// The number that it is compared as: euros, years of age, days, or the number itself.
    var number: Double? {
        switch filled {
        case .number(let number): Double(number)
        case .amount(.money(let cents)): Double(cents) / 100
        case .amount(.age(let age)): Double(age.months) / 12
        case .amount(.duration(let length)):
            Double(length.months) * 30.4 + Double(length.days) + Double(length.seconds) / 86_400
        default: nil
        }
    }

    /// The days that it names, or nil when it is no time.
    var days: ClosedRange<Day>? {
        guard case .time(let span) = filled else { return nil }
        return span.firstDay...max(span.firstDay, span.lastDay)
    }

    /// The value that wordings get; an entity is named by `noun`.
    func value(noun: (_ id: String) -> String?) -> Value? {
        switch filled {
        case .entity(let id): return noun(id).map { .noun(Noun($0)) }
        case .number(let number): return .count(number)
        case .text(let text): return .text(text)
        case .yesNo: return nil
        case .amount(.money(let cents)): return .money(cents: cents)
        case .amount(.phone(let phone)): return .phone(phone)
        case .amount(.email(let email)): return .email(email)
        case .amount(let amount): return .amount(amount)
        case .time(let span):
            if span.grain == .hour || span.grain == .minute || span.grain == .second { return .moment(span.start) }
            return span.isOneDay ? .day(span.firstDay) : .days(span.firstDay, span.lastDay)
        }
    }
}

/// Whether a cell of a table is what was said.
///
/// An empty cell fits everything. A cell may list alternatives with `|`; a number fits `18`, `0-17` or `60-`; a time fits
/// `Sa,Su`, `Mo-Fr` or a date.
struct CellFit {
    let cell: String

    /// Whether the cell fits a slot; one that was not said fits an empty cell only.
    func fits(_ reading: SlotReading?) -> Bool {
        guard let reading else { return false }
        return cell.split(separator: "|").contains { alternative in
            let wanted = alternative.drop { $0 == " " }
            if let days = reading.days { return fits(String(wanted), days) }
            if let number = reading.number, let range = range(wanted) { return range.contains(number) }
            return reading.word.map { fits(wanted, $0) } ?? false
        }
    }

    /// Whether the cell is a word, whatever its case and accents.
    func fits(_ word: String) -> Bool { cell.split(separator: "|").contains { fits($0, word) } }

    private func fits(_ wanted: some StringProtocol, _ word: String) -> Bool {
        let (cell, word) = (plain(wanted), plain(word))
        return cell == word || (CellFit.yes.contains(cell) && word == "yes")
            || (CellFit.no.contains(cell) && word == "no")
    }

    private func plain(_ text: some StringProtocol) -> String {
        folded(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func fits(_ wanted: String, _ days: ClosedRange<Day>) -> Bool {
        let wanted = String(wanted.reversed().drop { $0 == " " }.reversed())
        if let day = Day(iso: wanted) { return days == day...day }
        guard let weekdays = WeekdayCode.numbers(wanted) else { return false }
        return days.count <= 7 && days.allSatisfy { weekdays.contains($0.weekday.rawValue) }
    }

    /// `18`, `0-17` or `60-`.
    private func range(_ text: Substring) -> ClosedRange<Double>? {
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = ends.first.flatMap({ Double($0.filter { $0 != " " }) }) else { return nil }
        guard ends.count == 2 else { return first...first }
        let last = ends[1].filter { $0 != " " }
        guard !last.isEmpty else { return first...Double.greatestFiniteMagnitude }
        return Double(last).map { first...max(first, $0) }
    }

    private static let yes: Set<String> = ["yes", "oui", "true", "1"]
    private static let no: Set<String> = ["no", "non", "false", "0"]
}
