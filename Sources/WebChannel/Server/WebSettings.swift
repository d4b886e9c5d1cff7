internal import Dialogue

/// How the server runs; `Docs/web.md` describes the file.
public struct WebSettings: Sendable, Hashable {
    /// The address that it listens on.
    public var host = "127.0.0.1"
    /// The port; 0 for one that is free.
    public var port = 8080
    /// What it takes at most.
    public var limits = WebLimits()
    /// The addresses of proxies whose word about a client's address is taken.
    public var trustedProxies: [String] = []
    /// The addresses that may read `/metrics`; nil for this computer alone.
    public var metricsReaders: [String]?
    /// Whether the pages offer to read answers aloud, where there is a voice.
    public var readsAloud = true
    /// What is logged at least: `debug`, `info`, `warning` or `error`.
    public var logLevel = "info"
    /// Whether log lines are objects of JSON, one a line, rather than text.
    public var logsJSON = false

    /// The settings of a server without a file.
    public init() {}
}

/// What the server takes at most.
public struct WebLimits: Sendable, Hashable {
    /// Conversations that each commune holds.
    public var conversations = 10_000
    /// Minutes after which a conversation that nobody uses is forgotten.
    public var idleMinutes = ConversationState.secondsKept / 60
    /// Requests a second that one client may make for long; 0 for any number.
    public var requestsPerSecond = 20.0
    /// Requests that one client may make at once before that counts.
    public var burst = 60.0
    /// Conversations a minute that one client may begin; 0 for any number.
    public var conversationsPerMinute = 60.0
    /// Bytes of a body.
    public var bodyBytes = 16_384
    /// Connections at the same time.
    public var connections = 4_000
    /// Connections of one client at the same time; 0 for any number.
    public var connectionsPerClient = 64
    /// Seconds that a client has for sending the head of a request, and for being idle between two.
    public var idleSeconds = 30
    /// Seconds that a client has for sending a body.
    public var bodySeconds = 10
    /// Seconds that a request may take in all, until its answer is sent.
    public var requestSeconds = 60
    /// Seconds that requests under way have when the server ends.
    public var shutdownSeconds = 10

    /// The limits of a server without a file.
    public init() {}
}

/// Where a commune is served, and to whom.
public struct CommuneSettings: Sendable, Hashable {
    /// The town's folder; nil for the example commune.
    public var town: String?
    /// What stands before every path of it: "" or "/valclair".
    public var path = ""
    /// The names of hosts that are this commune's; empty for any.
    public var hosts: [String] = []
    /// The language that it answers in first.
    public var language = "fr"
    /// Every language that it answers in.
    public var languages = ["fr", "en"]
    /// The sites that may show the widget in a frame: `https://www.valclair.fr`.
    public var frames: [String] = []
    /// The origins whose pages may use the API; `*` for any.
    public var origins: [String] = []
    /// How text messages come and go; nil where there are none.
    public var messages: MessageSettings?

    /// A commune at the root, for any host.
    public init() {}
}
