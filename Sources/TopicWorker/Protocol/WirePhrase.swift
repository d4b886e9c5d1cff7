internal import CivilTime
internal import Language

/// Something to say, in one of the three forms that a worker may write it in.
///
/// `"Il y a de l'eau."`, in the language of the request; `{"text": {"fr": "Il y a de l'eau."}}`, by language; or
/// `{"phrase": "cut", "values": {"day": {"day": "2026-11-26"}}}`, a phrase of the worker's own words with typed values.
enum WirePhrase: Decodable {
    case plain(String)
    case texts([String: String])
    case phrase(String, [String: WireValue])

    private enum Key: String, CodingKey, CaseIterable { case text, phrase, values }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .plain(text)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        if container.contains(.phrase) {
            self = .phrase(
                try container.decode(String.self, forKey: .phrase),
                try container.decodeIfPresent([String: WireValue].self, forKey: .values) ?? [:])
        } else {
            self = .texts(try container.decode([String: String].self, forKey: .text))
        }
    }
}

/// A typed value of a phrase: an object with one key, which is its type.
indirect enum WireValue: Decodable {
    case value(Value)
    case list([WireValue])

    private enum Key: String, CodingKey, CaseIterable {
        case text, noun, term, day, days, clock, moment, minutes, cents, count, phone, url, email, list
    }

    private struct WireNoun: Decodable {
        let text: String
        var gender: Noun.Gender?
        var plural: Bool?
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a value has one key, its type"))
        }
        func text() throws -> String { try container.decode(String.self, forKey: key) }
        func read<Result>(_ text: String, _ make: (String) -> Result?) throws -> Result {
            guard let value = make(text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "not a \(key.rawValue)")
            }
            return value
        }
        switch key {
        case .text: self = .value(.text(try text()))
        case .term: self = .value(.term(try text()))
        case .phone: self = .value(.phone(try text()))
        case .url: self = .value(.url(try text()))
        case .email: self = .value(.email(try text()))
        case .day: self = .value(.day(try read(text()) { Day(iso: $0) }))
        case .moment: self = .value(.moment(try read(text()) { Moment(iso: $0) }))
        case .clock:
            let moment = try read(text()) { Moment(iso: "2000-01-01T" + $0) }
            self = .value(.clock(moment.day == Day(2000, 1, 1) ? moment.minuteOfDay : 1440))
        case .days:
            let days = try container.decode([String].self, forKey: key)
            guard days.count == 2 else { self = .value(try read("") { _ in nil }); return }
            self = .value(.days(try read(days[0]) { Day(iso: $0) }, try read(days[1]) { Day(iso: $0) }))
        case .minutes: self = .value(.duration(minutes: try container.decode(Int.self, forKey: key)))
        case .cents: self = .value(.money(cents: try container.decode(Int.self, forKey: key)))
        case .count: self = .value(.count(try container.decode(Int.self, forKey: key)))
        case .noun:
            if let text = try? text() {
                self = .value(.noun(Noun(text)))
            } else {
                let noun = try container.decode(WireNoun.self, forKey: key)
                self = .value(.noun(Noun(noun.text, gender: noun.gender, isPlural: noun.plural)))
            }
        case .list: self = .list(try container.decode([WireValue].self, forKey: key))
        }
    }

    /// The value as phrases know it.
    var value: Value {
        switch self {
        case .value(let value): value
        case .list(let items): .list(items.map(\.value))
        }
    }
}
