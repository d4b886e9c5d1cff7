import Diagnostics

/// A light scan of an iCalendar file: which content lines each `VEVENT` has, and where they are.
struct CalendarLines {
    /// One unfolded content line.
    struct Line {
        /// The property's name in upper case, without parameters.
        let name: String
        /// The whole unfolded line.
        let text: String
        /// The line of the file on which it begins, from 1.
        let number: Int

        /// What follows the first colon outside quotes.
        var value: Substring {
            var isQuoted = false
            for index in text.utf8.indices {
                switch text.utf8[index] {
                case UInt8(ascii: "\""): isQuoted.toggle()
                case UInt8(ascii: ":") where !isQuoted: return text[text.utf8.index(after: index)...]
                default: break
                }
            }
            return ""
        }
    }

    /// The content lines of one event.
    struct Event {
        /// The line of its `BEGIN:VEVENT`.
        let number: Int
        /// Its own lines, without those of alarms inside it.
        var lines: [Line] = []

        /// The first line with a name, or nil.
        func first(_ name: String) -> Line? { lines.first { $0.name == name } }
        /// Every line with a name.
        func all(_ name: String) -> [Line] { lines.filter { $0.name == name } }
    }

    private(set) var events: [Event] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The components that are open, with the lines of their `BEGIN`.
    private var open: [(name: String, number: Int)] = []
    private var isCalendar = false

    init(_ bytes: [UInt8]) {
        for line in CalendarLines.unfolded(bytes) { take(line) }
        if !isCalendar { diagnostics.append(Diagnostic(.error, "ical.not-a-calendar", line: 1)) }
        if let unclosed = open.last {
            diagnostics.append(
                Diagnostic(.warning, "ical.unclosed", ["component": unclosed.name], line: unclosed.number))
        }
    }

    private mutating func take(_ line: Line) {
        switch line.name {
        case "BEGIN": begin(line.value.uppercased(), at: line.number)
        case "END": end(line.value.uppercased(), at: line.number)
        case "": diagnostics.append(Diagnostic(.warning, "ical.bad-line", line: line.number))
        default: if open.last?.name == "VEVENT" { events[events.count - 1].lines.append(line) }
        }
    }

    private mutating func begin(_ name: String, at number: Int) {
        if name == "VCALENDAR" { isCalendar = true }
        if name == "VEVENT" {
            // An event inside an event means that the first one was never closed.
            if let index = open.lastIndex(where: { $0.name == "VEVENT" }) {
                diagnostics.append(
                    Diagnostic(.warning, "ical.unclosed", ["component": "VEVENT"], line: open[index].number))
                open.removeSubrange(index...)
            }
            events.append(Event(number: number))
        }
        open.append((name, number))
    }

    private mutating func end(_ name: String, at number: Int) {
        guard let index = open.lastIndex(where: { $0.name == name }) else {
            diagnostics.append(Diagnostic(.warning, "ical.not-opened", ["component": name], line: number))
            return
        }
        open.removeSubrange(index...)
    }

    /// Joins folded lines (RFC 5545, 3.1), byte by byte because a fold may cut a character in two.
    private static func unfolded(_ bytes: [UInt8]) -> [Line] {
        var result: [Line] = []
        var (current, start): ([UInt8], Int) = ([], 1)
        func flush() {
            if current.contains(where: { $0 != space && $0 != tab }) { result.append(line(current, start)) }
        }
        for (index, raw) in bytes.split(separator: newLine, omittingEmptySubsequences: false).enumerated() {
            let content = raw.last == carriageReturn ? raw.dropLast() : raw
            if let first = content.first, first == space || first == tab, index > 0 {
                current.append(contentsOf: content.dropFirst())
            } else {
                flush()
                (current, start) = (Array(content), index + 1)
            }
        }
        flush()
        return result
    }

    private static func line(_ bytes: [UInt8], _ number: Int) -> Line {
        let name = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
        let isName =
            name.count < bytes.count && !name.isEmpty
            && name.allSatisfy { $0 == UInt8(ascii: "-") || (48...57).contains($0) || isLetter($0) }
        return Line(
            name: isName ? String(decoding: name, as: UTF8.self).uppercased() : "",
            text: String(decoding: bytes, as: UTF8.self), number: number)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    private static let newLine = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let space = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")
}
