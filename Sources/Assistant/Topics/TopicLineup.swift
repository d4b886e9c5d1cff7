internal import Diagnostics
internal import Dialogue
internal import Language
internal import TopicKit
internal import Town

/// Which topics a town has, in which order, and why some of them do not answer.
struct TopicLineup: Sendable {
    /// How a topic stands.
    enum State: String, Sendable {
        /// It answers.
        case active
        /// The town does not want it.
        case disabled
        /// Something is wrong with it.
        case refused
        /// It is not written in the language.
        case language
    }

    /// A topic that is there, whether it answers or not.
    struct Line: Sendable {
        let id: String
        let title: String
        let kind: InstalledTopic.Kind
        /// The languages that it speaks; empty for those of the program.
        let languages: [String]
        let intents: [String]
        let permissions: [Permission]
        var state: State
        var note: String?
    }

    /// The topics to be loaded, the first ones first.
    let installed: [InstalledTopic]
    /// Every topic that is there.
    private(set) var lines: [Line]
    /// What is wrong with those from folders, and with what the town says of topics.
    let diagnostics: [Diagnostic]

    /// Arranges topics.
    ///
    /// - Parameters:
    ///   - builtIn: the topics of the program, in their order.
    ///   - opened: the topics of folders, in theirs.
    ///   - settings: what the town says of topics.
    ///   - files: the words of the language.
    init(builtIn: [InstalledTopic], opened: [OpenedTopic], settings: TopicSettings, files: LocaleFiles) {
        var lines = builtIn.map { installed in
            Line(installed, title: files.topics[installed.topic.manifest.id]?.title ?? "")
        }
        var diagnostics = opened.flatMap(\.diagnostics)
        var usable = builtIn
        for topic in opened {
            var line = Line(topic)
            if let installed = topic.installed, !topic.isBroken {
                let refused = TopicLineup.notAllowed(installed, settings)
                diagnostics += refused
                if refused.isEmpty { usable.append(installed) } else { line.state = .refused }
            } else {
                line.state = topic.isBroken || topic.languages.isEmpty ? .refused : .language
                if line.state == .language {
                    let arguments = ["topic": line.id, "language": files.language]
                    diagnostics.append(
                        Diagnostic(.warning, "topic.other-language", arguments, file: topic.folder.place))
                }
            }
            lines.append(line)
        }
        for index in lines.indices where settings.disabled.contains(lines[index].id) { lines[index].state = .disabled }
        let ids = lines.map(\.id)
        for id in settings.disabled + settings.order where !ids.contains(id) {
            let arguments = ["topic": id, "known": ids.joined(separator: ", ")]
            diagnostics.append(Diagnostic(.warning, "topic.unknown", arguments, file: "town.yaml"))
        }
        self.diagnostics = diagnostics
        self.lines = TopicLineup.ordered(lines, by: settings.order, \.id)
        installed = TopicLineup.ordered(usable, by: settings.order, \.topic.manifest.id).filter {
            !settings.disabled.contains($0.topic.manifest.id)
        }
    }

    /// The lines once it is known which topics are in: the others among those that were tried are refused.
    func lines(of registry: Registry) -> [Line] {
        lines.map { line in
            var line = line
            if line.state == .active, registry.entry(line.id) == nil { line.state = .refused }
            return line
        }
    }

    /// What a topic asks to do and its town does not allow; those of the program need not ask.
    private static func notAllowed(_ installed: InstalledTopic, _ settings: TopicSettings) -> [Diagnostic] {
        let id = installed.topic.manifest.id
        let allowed = settings.allowed[id] ?? []
        return installed.topic.manifest.permissions.filter { !allowed.contains($0) }.map {
            Diagnostic(.error, "topic.not-allowed", ["topic": id, "permission": $0.rawValue], file: installed.file)
        }
    }

    /// The elements that `order` names first, in its order, then the others in theirs.
    private static func ordered<Element>(
        _ elements: [Element], by order: [String], _ id: (Element) -> String
    ) -> [Element] {
        let named = order.compactMap { name in elements.first { id($0) == name } }
        return named + elements.filter { !order.contains(id($0)) }
    }
}

extension TopicLineup.Line {
    fileprivate init(_ installed: InstalledTopic, title: String) {
        let manifest = installed.topic.manifest
        self.init(
            id: manifest.id, title: title, kind: installed.kind, languages: installed.languages,
            intents: manifest.intents.map(\.id), permissions: manifest.permissions, state: .active)
    }

    fileprivate init(_ opened: OpenedTopic) {
        let manifest = opened.installed?.topic.manifest
        self.init(
            id: opened.folder.id, title: opened.title, kind: opened.kind, languages: opened.languages,
            intents: manifest?.intents.map(\.id) ?? [], permissions: manifest?.permissions ?? [], state: .active,
            note: opened.note)
    }
}
