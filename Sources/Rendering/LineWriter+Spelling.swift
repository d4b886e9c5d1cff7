import Language
import TopicKit

/// What "épelle" says: the names of an answer, letter by letter.
extension LineWriter {
    /// A line for each name: proper names of streets and places, then telephone numbers and addresses of electronic mail.
    func spelling(_ reply: Reply) -> [String] {
        var seen: Set<SpelledName> = []
        let names =
            (reply.parts + reply.details).flatMap(\.names) + (reply.question?.choices ?? []).flatMap(\.label.names)
        return names.filter { seen.insert($0).inserted }.map { name in
            own("spelling", ["name": .text(written(name)), "letters": .text(letters(of: name))])
        }
    }

    private func written(_ name: SpelledName) -> String {
        switch name {
        case .word(let word): word
        case .phone(let phone): book.rules.write(.phone(phone), style: nil, form: .text, today: today)
        case .address(let address): address
        }
    }

    private func letters(of name: SpelledName) -> String {
        switch name {
        case .word(let word): book.spelled(word)
        case .phone(let phone): book.spelled(phone.filter { $0.isNumber || $0 == "+" })
        case .address(let address): book.spelledAddress(address)
        }
    }
}

/// Something that may be asked to be spelt.
private enum SpelledName: Hashable {
    case word(String)
    case phone(String)
    case address(String)

    /// The proper names in a text: its words with a capital, which a common noun has not.
    ///
    /// In several words without an article, such as "Carottes râpées", a first capital only opens the text.
    static func words(in text: String) -> [SpelledName] {
        let words = text.split(whereSeparator: \.isWhitespace).map(proper)
        let opensOnly = words.count > 1 && !words.dropFirst().contains { $0 != nil }
        return (opensOnly ? [] : words).compactMap { $0.map(SpelledName.word) }
    }

    /// A word without its marks and its elided article, when it begins with a capital.
    private static func proper(_ word: Substring) -> String? {
        let core = String(word.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
        let name = core.split(whereSeparator: { "'’".contains($0) }).last.map(String.init) ?? core
        let whole = core.first?.isUppercase ?? false ? core : name
        return whole.count > 1 && whole.first?.isUppercase ?? false ? whole : nil
    }
}

extension Reply.Part {
    fileprivate var names: [SpelledName] {
        switch self {
        case .statement(let phrase): phrase.names
        case .list(let title, let items), .steps(let title, let items): title.names + items.flatMap(\.names)
        case .schedule(let title, let rows): title.names + rows.flatMap { $0.head.names + $0.body.names }
        case .contact(let contact): contact.names
        case .link, .quotation: []
        }
    }
}

extension Contact {
    fileprivate var names: [SpelledName] {
        SpelledName.words(in: name) + (address.map(SpelledName.words) ?? []) + (phone.map { [.phone($0)] } ?? [])
            + (email.map { [.address($0)] } ?? [])
    }
}

extension Phrase {
    fileprivate var names: [SpelledName] {
        switch self {
        case .text(let texts): texts.values.sorted().first.map(SpelledName.words) ?? []
        // In the order of the values' names, for want of that of the wording: always the same.
        case .key(_, let values): values.sorted { $0.key < $1.key }.flatMap(\.value.names)
        }
    }
}

extension Value {
    fileprivate var names: [SpelledName] {
        switch self {
        case .text(let text): SpelledName.words(in: text)
        case .noun(let noun): SpelledName.words(in: noun.text)
        case .phone(let phone), .amount(.phone(let phone)): [.phone(phone)]
        case .email(let address), .amount(.email(let address)): [.address(address)]
        case .amount(.address(let address)): SpelledName.words(in: address.line)
        case .phrase(let phrase): phrase.names
        case .list(let values): values.flatMap(\.names)
        case .term, .day, .days, .clock, .moment, .duration, .money, .count, .url, .amount: []
        }
    }
}
