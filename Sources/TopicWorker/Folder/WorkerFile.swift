internal import Diagnostics
internal import FolderReading
internal import FoundationEssentials
internal import Language
internal import TopicKit

/// Reads `worker.yaml` and the words beside it (see `Docs/worker-protocol.md`).
struct WorkerFile {
    static let name = "worker.yaml"
    static let protocolVersions = [String(WorkerProtocol.version)]
    /// Where a command without a path is looked for: the same as the worker's own `PATH`.
    static let searchPath = ["/usr/bin", "/bin"]

    private static let keys = [
        "protocol", "id", "version", "command", "arguments", "permissions", "deadline", "memory", "intents", "slots",
    ]
    private static let longestDeadline = 10.0

    /// The folder as an absolute path.
    let folder: String
    /// The folder as diagnostics name it.
    let place: String

    /// The settings, or nil where the worker cannot run.
    func settings() -> Checked<WorkerSettings?> {
        let findings = Findings(file: WorkerFile.name)
        var diagnostics: [Diagnostic] = []
        var settings: WorkerSettings?
        switch FolderFiles(root: folder).bytes(of: WorkerFile.name) {
        case .failure(let problem): findings.add([problem.diagnostic])
        case .success(let bytes):
            let words = self.words()
            diagnostics += words.diagnostics
            settings = YAMLFile.root(bytes, keys: WorkerFile.keys, findings).flatMap {
                read($0, words.value, findings)
            }
        }
        let all = findings.diagnostics + diagnostics
        let isWhole = findings.diagnostics.allSatisfy { $0.severity < .error }
        return Checked(isWhole ? settings : nil, all.map { $0.located(in: place + "/" + $0.file) })
    }

    private func read(_ root: YAMLMap, _ words: [String: TopicWords], _ findings: Findings) -> WorkerSettings? {
        if let version = root.text("protocol"), !WorkerFile.protocolVersions.contains(version) {
            root.reportUnknownValue(version, "protocol", WorkerFile.protocolVersions, line: root.line(of: "protocol"))
        }
        if words.isEmpty { findings.report(.error, "worker.no-words") }
        guard let id = root.text("id"), let version = root.text("version"), let command = command(root, findings) else {
            return nil
        }
        return WorkerSettings(
            version: version,
            manifest: Manifest(
                id: id, intents: intents(root), slots: slots(root), permissions: permissions(root)),
            words: words, command: command, arguments: root.texts("arguments"), folder: folder, place: place,
            deadline: .milliseconds(Int(number(root, "deadline", 1, in: 0.05...WorkerFile.longestDeadline) * 1000)),
            megabytes: Int(number(root, "memory", 512, in: 16...65_536)))
    }

    /// The words by language, each in a file named after it beside `worker.yaml`.
    private func words() -> Checked<[String: TopicWords]> {
        var words: [String: TopicWords] = [:]
        var diagnostics: [Diagnostic] = []
        for file in FolderFiles(root: folder).names(in: "") ?? [] {
            let parts = file.split(separator: ".")
            guard parts.count == 2, parts[1] == "yaml", (2...3).contains(parts[0].count),
                parts[0].allSatisfy({ $0.isASCII && $0.isLowercase })
            else { continue }
            let read = TopicWords.load(folder + "/" + file, named: file)
            words[String(parts[0])] = read.value
            diagnostics += read.diagnostics
        }
        return Checked(words, diagnostics)
    }

    /// The program: a path from the worker's folder, or a name in the system's folders.
    private func command(_ root: YAMLMap, _ findings: Findings) -> String? {
        guard let command = root.text("command") else { return nil }
        let candidates =
            command.hasPrefix("/")
            ? [command]
            : command.contains("/") ? [folder + "/" + command] : WorkerFile.searchPath.map { $0 + "/" + command }
        let line = root.line(of: "command")
        guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            findings.report(.error, "worker.no-command", ["command": command], line: line)
            return nil
        }
        guard FileManager.default.isExecutableFile(atPath: path) else {
            findings.report(.error, "worker.not-executable", ["command": command], line: line)
            return nil
        }
        return path
    }

    private func permissions(_ root: YAMLMap) -> [Permission] {
        root.locatedTexts("permissions").compactMap { text, line in
            if let permission = Permission(rawValue: text) { return permission }
            root.reportUnknownValue(text, "permissions", Permission.allCases.map(\.rawValue), line: line)
            return nil
        }
    }

    private func intents(_ root: YAMLMap) -> [Intent] {
        guard let map = root.map("intents", keys: nil) else { return [] }
        return map.keys.map { id in
            // `water.cut:` alone is an intent without slots.
            let slots = map.optionalMap(id, keys: ["required", "optional"])
            return Intent(id, required: slots?.texts("required") ?? [], optional: slots?.texts("optional") ?? [])
        }
    }

    private func slots(_ root: YAMLMap) -> [Slot] {
        guard let map = root.optionalMap("slots", keys: nil) else { return [] }
        return map.keys.compactMap { name in
            let slot = map.map(name, keys: ["kind", "pattern", "entries", "kept", "proper-names"])
            return slot.flatMap { slot in
                kind(slot).map { kind in
                    Slot(
                        name, kind, entries: entries(slot), isKept: slot.optionalFlag("kept") ?? false,
                        hasProperNames: slot.optionalFlag("proper-names") ?? true)
                }
            }
        }
    }

    private func kind(_ slot: YAMLMap) -> Slot.Kind? {
        guard let name = slot.text("kind") else { return nil }
        if name == "pattern" { return slot.text("pattern").map { .pattern(TextPattern($0)) } }
        if let kind = Slot.Kind.named[name] { return kind }
        slot.reportUnknownValue(name, "kind", Slot.Kind.named.keys.sorted() + ["pattern"], line: slot.line(of: "kind"))
        return nil
    }

    /// Names by the value that the worker gets: `tilleuls: [rue des Tilleuls, les Tilleuls]`.
    private func entries(_ slot: YAMLMap) -> [Entry] {
        guard let map = slot.optionalMap("entries", keys: nil) else { return [] }
        return map.keys.map { Entry(id: $0, names: map.texts($0)) }
    }

    private func number(_ map: YAMLMap, _ key: String, _ usual: Double, in range: ClosedRange<Double>) -> Double {
        guard let text = map.optionalText(key) else { return usual }
        if let value = Double(text), range.contains(value) { return value }
        let known = [String(range.lowerBound), "…", String(range.upperBound)]
        map.reportUnknownValue(text, key, known, line: map.line(of: key))
        return usual
    }
}
