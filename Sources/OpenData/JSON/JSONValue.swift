/// Any JSON, for exports whose fields change their type from one publisher to the next.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// An object.
    case object([String: JSONValue])

    /// A field of an object, or null.
    public subscript(key: String) -> JSONValue {
        if case .object(let fields) = self { fields[key] ?? .null } else { .null }
    }

    /// The trimmed text of a text, a number or a boolean; nil when it is empty or anything else.
    public var text: String? {
        switch self {
        case .string(let text): filled(text)
        case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
        case .bool(let bool): String(bool)
        default: nil
        }
    }

    /// The whole number in a number or a text, or nil.
    public var integer: Int? { text.flatMap { wholeNumber($0) } }

    /// The items of a list; a single value is a list of one, null an empty one.
    public var items: [JSONValue] {
        switch self {
        case .array(let items): items
        case .null: []
        default: [self]
        }
    }
}

extension JSONValue: Decodable {
    /// Reads any JSON.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let fields = try? container.decode([String: JSONValue].self) {
            self = .object(fields)
        } else if let items = try? container.decode([JSONValue].self) {
            self = .array(items)
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}
