public import Diagnostics
internal import Dialogue
internal import FolderReading

/// The settings file of a server: how it runs, and the communes that it serves.
///
/// `Docs/web.md` lists every key. What is wrong is told with its line; a server does not start on a file with an error.
public struct SettingsFile: Sendable, Hashable {
    /// How the server runs.
    public var server = WebSettings()
    /// The communes, in order.
    public var communes: [CommuneSettings] = []

    /// The settings of a server without a file.
    public init() {}

    /// Reads a file.
    ///
    /// - Parameter path: where it is; the folders that it names are sought beside it.
    /// - Returns: what it says, and what is wrong with it.
    public static func read(_ path: String) -> Checked<SettingsFile> {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        switch FolderFiles(root: folder.isEmpty ? "/" : folder).bytes(of: name, limit: 1_000_000) {
        case .failure(let problem): return Checked(SettingsFile(), [problem.diagnostic.located(in: path)])
        case .success(let bytes): return read(bytes, file: path, folder: folder)
        }
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - file: its name in what is told of it.
    ///   - folder: where the folders that it names are sought.
    /// - Returns: what it says, and what is wrong with it.
    static func read(_ bytes: [UInt8], file: String, folder: String) -> Checked<SettingsFile> {
        let findings = Findings(file: file)
        var settings = SettingsFile()
        if let root = YAMLFile.root(
            bytes,
            keys: ["listen", "communes", "limits", "trusted-proxies", "metrics-readers", "log", "read-aloud"],
            findings)
        {
            settings.server = server(root)
            settings.communes = communes(root, folder)
        }
        return Checked(settings, findings.diagnostics)
    }

    // MARK: The server

    private static func server(_ root: YAMLMap) -> WebSettings {
        var settings = WebSettings()
        if let listen = root.optionalMap("listen", keys: ["host", "port"]) {
            settings.host = listen.optionalText("host") ?? settings.host
            settings.port = whole(listen, "port", 0...65_535) ?? settings.port
        }
        settings.trustedProxies = addresses(root, "trusted-proxies")
        if root.shape(of: "metrics-readers") != nil { settings.metricsReaders = addresses(root, "metrics-readers") }
        settings.readsAloud = root.optionalFlag("read-aloud") ?? settings.readsAloud
        if let log = root.optionalMap("log", keys: ["level", "format"]) {
            settings.logLevel = choice(log, "level", ["debug", "info", "warning", "error"]) ?? settings.logLevel
            settings.logsJSON = choice(log, "format", ["text", "json"]) == "json"
        }
        if let limits = root.optionalMap("limits", keys: limitKeys) { settings.limits = self.limits(limits) }
        return settings
    }

    private static let limitKeys = [
        "conversations", "idle-minutes", "requests-per-second", "burst", "conversations-per-minute", "body-bytes",
        "connections", "connections-per-client", "idle-seconds", "body-seconds", "request-seconds", "shutdown-seconds",
    ]

    private static func limits(_ map: YAMLMap) -> WebLimits {
        var limits = WebLimits()
        func set(_ key: String, _ range: ClosedRange<Int>, _ path: WritableKeyPath<WebLimits, Int>) {
            if let value = whole(map, key, range) { limits[keyPath: path] = value }
        }
        func set(_ key: String, _ range: ClosedRange<Int>, _ path: WritableKeyPath<WebLimits, Double>) {
            if let value = whole(map, key, range) { limits[keyPath: path] = Double(value) }
        }
        set("conversations", 1...1_000_000, \.conversations)
        set("idle-minutes", 1...ConversationState.secondsKept / 60, \.idleMinutes)
        set("requests-per-second", 0...1_000_000, \.requestsPerSecond)
        set("burst", 1...1_000_000, \.burst)
        set("conversations-per-minute", 0...1_000_000, \.conversationsPerMinute)
        set("body-bytes", 1_024...1_000_000, \.bodyBytes)
        set("connections", 1...100_000, \.connections)
        set("connections-per-client", 0...100_000, \.connectionsPerClient)
        set("idle-seconds", 1...3_600, \.idleSeconds)
        set("body-seconds", 1...600, \.bodySeconds)
        set("request-seconds", 1...600, \.requestSeconds)
        set("shutdown-seconds", 1...600, \.shutdownSeconds)
        return limits
    }

    // MARK: The communes

    private static func communes(_ root: YAMLMap, _ folder: String) -> [CommuneSettings] {
        root.maps(
            "communes", keys: ["town", "path", "hosts", "language", "languages", "frames", "origins", "messages"]
        ).map { map in
            var commune = CommuneSettings()
            commune.town = map.text("town").map { place($0, folder) }
            if let path = map.optionalText("path") {
                if let clean = CommuneSettings.clean(path: path) {
                    commune.path = clean
                } else {
                    map.report(.error, "web.bad-path", ["value": path], at: "path")
                }
            }
            commune.hosts = map.texts("hosts").map { $0.lowercased() }
            commune.language = map.optionalText("language") ?? commune.language
            let languages = map.texts("languages")
            if !languages.isEmpty { commune.languages = languages }
            commune.frames = sites(map, "frames")
            commune.origins = map.texts("origins") == ["*"] ? ["*"] : sites(map, "origins")
            commune.messages = map.optionalMap("messages", keys: messageKeys).flatMap { messages($0, folder) }
            return commune
        }
    }

    private static let messageKeys = [
        "gateway", "address", "user", "password-file", "secret-file", "sender", "per-hour",
    ]

    private static func messages(_ map: YAMLMap, _ folder: String) -> MessageSettings? {
        guard let gateway = map.choice("gateway", among: MessageSettings.Gateway.allCases),
            let secret = map.text("secret-file"),
            let address = gateway == .android ? map.text("address") : map.optionalText("address") ?? ""
        else { return nil }
        if !address.isEmpty, !isAddress(address) {
            map.report(.error, "web.bad-site", ["value": address], at: "address")
        }
        for key in ["secret-file", "password-file"] {
            guard let file = map.optionalText(key), SecretFile.line(of: place(file, folder)) == nil else { continue }
            map.report(.error, "web.no-secret", ["value": file], at: key)
        }
        var settings = MessageSettings(gateway: gateway, address: address, secretFile: place(secret, folder))
        settings.user = map.optionalText("user")
        settings.passwordFile = map.optionalText("password-file").map { place($0, folder) }
        settings.sender = map.optionalText("sender")
        settings.messagesPerHour = whole(map, "per-hour", 1...10_000).map(Double.init) ?? settings.messagesPerHour
        return settings
    }

    // MARK: Values

    private static func place(_ path: String, _ folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }

    private static func whole(_ map: YAMLMap, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = map.optionalText(key) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        map.report(
            .error, "web.bad-number",
            ["key": key, "value": text, "least": String(range.lowerBound), "most": String(range.upperBound)], at: key)
        return nil
    }

    private static func choice(_ map: YAMLMap, _ key: String, _ known: [String]) -> String? {
        guard let text = map.optionalText(key) else { return nil }
        if known.contains(text) { return text }
        map.reportUnknownValue(text, key, known, line: map.line(of: key))
        return nil
    }

    private static func addresses(_ map: YAMLMap, _ key: String) -> [String] {
        map.texts(key).filter { text in
            let isAddress = ClientAddress(text) != nil
            if !isAddress { map.report(.error, "web.bad-client", ["value": text], at: key) }
            return isAddress
        }
    }

    /// Sites as a browser names them: a scheme, a host, perhaps a port, and nothing after it.
    private static func sites(_ map: YAMLMap, _ key: String) -> [String] {
        map.texts(key).filter { text in
            if !isSite(text) { map.report(.error, "web.bad-site", ["value": text], at: key) }
            return isSite(text)
        }
    }

    /// A site, perhaps with a path.
    private static func isAddress(_ text: String) -> Bool {
        let steps = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return steps.count >= 3 && isSite(steps.prefix(3).joined(separator: "/")) && !text.contains("?")
    }

    private static func isSite(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
        let host = text.dropFirst(scheme.count)
        return !host.isEmpty
            && host.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-:[]".unicodeScalars.contains($0))
            }
    }
}

extension CommuneSettings {
    /// What `--commune path=dir` says; nil when it says nothing of the kind.
    public init?(option: String) {
        let parts = option.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let path = Self.clean(path: String(parts[0])) else { return nil }
        self.init()
        (self.path, town) = (path, String(parts[1]))
    }

    /// A path as it stands before every other one, `/valclair`, or "" for `/`; nil when it has signs that an address lacks.
    static func clean(path: String) -> String? {
        let steps = path.split(separator: "/")
        let signs = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".unicodeScalars)
        guard steps.allSatisfy({ $0.unicodeScalars.allSatisfy(signs.contains) }) else { return nil }
        return steps.map { "/" + $0 }.joined()
    }
}
