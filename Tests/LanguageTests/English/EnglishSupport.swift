import CivilTime
import Diagnostics
import Foundation
import Language

/// The repository's own files of English, and what tests read and write with them.
enum TestEnglish {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Locales/en").path
    static let files = LocaleFiles.load(directory: folder)
    static let rules = English(words: files.value.words)

    /// The times of a text as ``Reading/times(_:now:)`` writes those of French, said on Friday 20 November 2026 at ten.
    static func times(_ text: String) -> String {
        rules.times(in: rules.tokens(in: text), now: Reading.friday, calendar: Reading.calendar).map(Reading.short)
            .joined(separator: ", ")
    }

    /// The whole numbers of a text.
    static func numbers(_ text: String) -> [Int] { rules.numbers(in: rules.tokens(in: text)).map(\.value) }

    /// The amounts of a text, in short: "money 1250", "age P12Y".
    static func amounts(_ text: String) -> String {
        rules.amounts(in: rules.tokens(in: text)).map { $0.amount.kind.rawValue + " " + $0.amount.machineText }
            .joined(separator: "; ")
    }

    /// A value as it is written or, in the form to be heard, said.
    static func write(_ value: Value, style: String? = nil, form: Form = .text) -> String {
        rules.write(value, style: style, form: form, today: Reading.friday.day)
    }
}
