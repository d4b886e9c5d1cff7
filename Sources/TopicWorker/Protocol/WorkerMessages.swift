internal import Language
internal import TopicKit

/// The version of the protocol that this Parvis speaks.
///
/// It grows by one when a worker that speaks the old one would be misunderstood: a field that goes away or changes its
/// meaning. A field that is added does not count, for both sides pass over what they do not know.
enum WorkerProtocol {
    static let version = 1
    /// The version of Parvis, as `parvis --version` says it.
    static let parvis = "0.1.0"
    /// The longest line that either side may write, in bytes.
    static let longestLine = 1 << 20
}

/// What Parvis writes to a worker, a line of JSON each (see `Docs/worker-protocol.md`).
///
/// Each message but `cancel` and `shutdown` has an id and is answered once, with that id.
enum WorkerInput: Encodable {
    /// The first line: who speaks, for which town, in which language.
    case hello(id: Int, locale: String, town: TownProfile)
    /// Asks what the worker is.
    case describe(id: Int)
    /// One question of a citizen.
    case request(id: Int, WireRequest, deadline: Duration)
    /// The citizen no longer waits for the reply to a request; it is answered all the same.
    case cancel(id: Int)
    /// Nothing more will be asked; standard input ends next.
    case shutdown

    private enum Key: String, CodingKey {
        case type, id, `protocol`, locale, town, parvis, deadline
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .hello(let id, let locale, let town):
            try container.encode("hello", forKey: .type)
            try container.encode(id, forKey: .id)
            try container.encode(WorkerProtocol.version, forKey: .protocol)
            try container.encode(WorkerProtocol.parvis, forKey: .parvis)
            try container.encode(locale, forKey: .locale)
            try container.encode(town, forKey: .town)
        case .describe(let id):
            try container.encode("describe", forKey: .type)
            try container.encode(id, forKey: .id)
        case .request(let id, let request, let deadline):
            try container.encode("request", forKey: .type)
            try container.encode(id, forKey: .id)
            try container.encode(deadline.inSeconds, forKey: .deadline)
            try request.encode(to: encoder)
        case .cancel(let id):
            try container.encode("cancel", forKey: .type)
            try container.encode(id, forKey: .id)
        case .shutdown: try container.encode("shutdown", forKey: .type)
        }
    }
}

/// What a worker writes to Parvis, a line of JSON each.
enum WorkerOutput: Decodable {
    /// Answers `hello`.
    case hello(id: Int, protocol: Int)
    /// Answers `describe`.
    case manifest(id: Int, WireManifest)
    /// Answers `request`.
    case reply(id: Int, WireReply)
    /// Answers a `request` that was cancelled meanwhile.
    case cancelled(id: Int)

    /// The id of the message that it answers.
    var id: Int {
        switch self {
        case .hello(let id, _), .manifest(let id, _), .reply(let id, _), .cancelled(let id): id
        }
    }

    private enum Kind: String, Decodable { case hello, manifest, reply, cancelled }
    private enum Key: String, CodingKey { case type, id, `protocol`, manifest, reply }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let id = try container.decode(Int.self, forKey: .id)
        switch try container.decode(Kind.self, forKey: .type) {
        case .hello: self = .hello(id: id, protocol: try container.decode(Int.self, forKey: .protocol))
        case .manifest: self = .manifest(id: id, try container.decode(WireManifest.self, forKey: .manifest))
        case .reply: self = .reply(id: id, try container.decode(WireReply.self, forKey: .reply))
        case .cancelled: self = .cancelled(id: id)
        }
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
