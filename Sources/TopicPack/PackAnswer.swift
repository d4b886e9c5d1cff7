import TopicKit

/// What is said when a condition holds.
struct PackAnswer: Sendable, Hashable, Codable {
    let when: PackCondition
    let status: Reply.Status
    let text: PackPhrase
    let parts: [PackPart]
    let details: [PackPart]
    /// The sources named by the answer or its question, and those of the tables that it reads.
    let sources: [String]
}

/// One thing said after the first sentence.
enum PackPart: Sendable, Hashable, Codable {
    case statement(PackPhrase)
    case list(title: PackPhrase, PackItems)
    case steps(title: PackPhrase, PackItems)
    case schedule(title: PackPhrase, PackRows)
    case contact(String)
    case link(purpose: PackPhrase, url: String)

    /// The phrases that are said once, not for each row of a table.
    var phrases: [PackPhrase] {
        switch self {
        case .statement(let phrase): [phrase]
        case .list(let title, let items), .steps(let title, let items):
            if case .written(let phrases) = items { [title] + phrases } else { [title] }
        case .schedule(let title, let rows):
            if case .written(let rows) = rows { [title] + rows.flatMap { [$0.head, $0.body] } } else { [title] }
        case .contact: []
        case .link(let purpose, _): [purpose]
        }
    }

    /// The table whose rows the part goes through, or nil.
    var table: String? {
        switch self {
        case .list(_, .each(let rows, _)), .steps(_, .each(let rows, _)), .schedule(_, .each(let rows, _, _)):
            rows.table
        default: nil
        }
    }
}

/// The items of a list: written one by one, or one for each row of a table.
enum PackItems: Sendable, Hashable, Codable {
    case written([PackPhrase])
    case each(PackLookUp, PackPhrase)
}

/// The rows of a schedule.
enum PackRows: Sendable, Hashable, Codable {
    /// A row with what it is about and what holds then.
    struct Row: Sendable, Hashable, Codable {
        let head: PackPhrase
        let body: PackPhrase
    }

    case written([Row])
    case each(PackLookUp, head: PackPhrase, body: PackPhrase)
}
