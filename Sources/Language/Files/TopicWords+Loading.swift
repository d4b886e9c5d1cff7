public import Diagnostics
import FoundationEssentials

extension TopicWords {
    /// Reads the words of one topic that lie outside `Locales/`, beside a pack or a worker.
    ///
    /// - Parameters:
    ///   - path: a file in the format of `Locales/<language>/<topic>.yaml` (see `Docs/locales.md`).
    ///   - name: the file's name in diagnostics.
    /// - Returns: what could be read; each diagnostic names the file and, where known, the line.
    public static func load(_ path: String, named name: String) -> Checked<TopicWords> {
        var reader = LocaleReader()
        let root = reader.root(of: FileManager.default.contents(atPath: path))
        let words = root.map { reader.topicWords($0) } ?? TopicWords()
        return Checked(words, reader.diagnostics.map { $0.located(in: name) })
    }
}
