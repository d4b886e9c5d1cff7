internal import Dialogue
internal import Language
internal import TopicKit

extension Assistant {
    /// The topics that are there, a line each: id, title, languages, kind, intents, permissions and state, between tabs.
    ///
    /// The state is in words of the assistant's language; what is listed within a field stands between spaces.
    public func topicLines() -> [String] {
        topics.map { line in
            let languages =
                line.languages.isEmpty ? maker.root.languages.filter { speaks($0, line.id) } : line.languages
            let permissions = line.permissions.map { words("topics.permission." + $0.rawValue).first ?? $0.rawValue }
            let state = [words("topics.state." + line.state.rawValue).first ?? line.state.rawValue]
            return [
                line.id, line.title, languages.joined(separator: " "), line.kind.rawValue,
                line.intents.joined(separator: " "),
                permissions.isEmpty ? words("topics.permission.none").first ?? "" : permissions.joined(separator: ", "),
                (state + (line.note.flatMap { words($0).first }.map { [$0] } ?? [])).joined(separator: ", "),
            ].joined(separator: "\t")
        }
    }

    /// Words that are said about topics and files, from `words/diagnostics.yaml`.
    func words(_ key: String) -> [String] { files.words["diagnostics"]?[key] ?? [] }

    /// Whether a language has a file for a topic of the program.
    private func speaks(_ language: String, _ topic: String) -> Bool {
        TopicFolder(path: maker.root.locale(language), place: "").has(topic + ".yaml")
    }
}
