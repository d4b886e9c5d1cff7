import CivilTime
import Diagnostics
import FolderReading
import Language
import TopicKit

/// Reads `topic.yaml` with its tables, gathering what is wrong instead of giving up.
///
/// A class, because the readers of its parts share the findings, the wordings and the names that are already known.
final class PackReader {
    static let keys = [
        "title", "language", "valid-until", "contact", "contacts", "sources", "tables", "slots", "intents", "out",
    ]

    let id: String
    let files: FolderFiles
    let place: String
    let findings: Findings
    /// What is wrong in the tables.
    var tableDiagnostics: [Diagnostic] = []

    var languages: [String] = ["fr"]
    var phrases: [String: [String: Wording]] = [:]
    var phraseLines: [String: Int] = [:]
    var contacts: [String: Contact] = [:]
    var sources: [String: Evidence] = [:]
    var tables: [String: PackTable] = [:]
    var slots: [PackSlot] = []

    init(id: String, files: FolderFiles, place: String) {
        (self.id, self.files, self.place) = (id, files, place)
        findings = Findings(file: place + "/" + TopicPack.file)
    }

    /// Everything that is wrong, the file of the pack first.
    var diagnostics: [Diagnostic] { findings.diagnostics + tableDiagnostics }

    /// The language of texts that name none.
    var language: String { languages.first ?? "fr" }

    /// The pack as far as it could be read, or nil when there is no file that could.
    func read() -> TopicPack? {
        if !PackReader.isName(id) { findings.report(.error, "pack.bad-id", ["id": id]) }
        let bytes: [UInt8]
        switch files.bytes(of: TopicPack.file, limit: PackLimits.fileSize) {
        case .failure(let problem):
            findings.add([problem.diagnostic])
            return nil
        case .success(let read): bytes = read
        }
        guard let root = YAMLFile.root(bytes, keys: PackReader.keys, findings) else { return nil }
        let title = readTitle(root)
        readContacts(root)
        readSources(root)
        readTables(root)
        readSlots(root)
        let intents = readIntents(root)
        reportUnusedFiles()
        return TopicPack(
            id: id, languages: languages, out: readOut(root), title: title, slots: slots, intents: intents,
            tables: tables, sources: sources, contacts: contacts, contact: reference("contact", root, contacts.keys),
            phrases: phrases, phraseLines: phraseLines)
    }

    // MARK: Names

    /// Whether a name may be an id: lower case without accents, figures, hyphens.
    static func isName(_ text: String) -> Bool {
        let allowed = "abcdefghijklmnopqrstuvwxyz0123456789-"
        return (1...40).contains(text.count) && text.first.map { $0.isLetter } ?? false
            && text.allSatisfy(allowed.contains)
    }

    /// Checks the id of something; a wrong one is reported at its line.
    func checkName(_ name: String, in map: YAMLMap) {
        if !PackReader.isName(name) { map.report(.error, "pack.bad-id", ["id": name], at: name) }
    }

    /// The name of something that the pack declares elsewhere; nil when it is absent or unknown.
    func reference(_ key: String, _ map: YAMLMap, _ known: some Collection<String>) -> String? {
        guard let name = map.optionalText(key) else { return nil }
        guard known.contains(name) else {
            map.reportUnknownValue(name, key, known.sorted(), line: map.line(of: key))
            return nil
        }
        return name
    }

    /// The names of things that the pack declares elsewhere, those that are known.
    func references(_ key: String, _ map: YAMLMap, _ known: some Collection<String>) -> [String] {
        map.locatedTexts(key).compactMap { name, line in
            if known.contains(name) { return name }
            map.reportUnknownValue(name, key, known.sorted(), line: line)
            return nil
        }
    }

    /// Reports a list that is longer than anyone needs; true when it is not.
    func isBounded(_ count: Int, _ key: String, _ map: YAMLMap, limit: Int? = nil) -> Bool {
        guard let limit = limit ?? PackLimits.lists[key], count > limit else { return true }
        map.report(.error, "pack.too-many", ["key": key, "count": String(count), "limit": String(limit)], at: key)
        return false
    }

    /// The maps of a map of names, each with its name, in order.
    func named(_ key: String, _ map: YAMLMap, keys: [String]) -> [(name: String, map: YAMLMap)] {
        guard let all = map.optionalMap(key, keys: nil), isBounded(all.keys.count, key, map) else { return [] }
        return all.keys.compactMap { name in
            checkName(name, in: all)
            return all.map(name, keys: keys).map { (name, $0) }
        }
    }

    // MARK: The head of the file

    private func readTitle(_ root: YAMLMap) -> [String: String] {
        if let main = root.optionalText("language") {
            if PackReader.isLanguage(main) {
                languages = [main]
            } else {
                root.report(.error, "pack.bad-language", ["value": main], at: "language")
            }
        }
        if root.shape(of: "title") == .map, let map = root.map("title", keys: nil) {
            for name in map.keys where !PackReader.isLanguage(name) {
                map.report(.error, "pack.bad-language", ["value": name], at: name)
            }
            languages += map.keys.filter { PackReader.isLanguage($0) && $0 != language }
        }
        return texts("title", root, isRequired: true)
    }

    static func isLanguage(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    private func readContacts(_ root: YAMLMap) {
        for (name, map) in named("contacts", root, keys: ["name", "phone", "email", "address", "url"]) {
            guard let called = map.text("name") else { continue }
            if let url = map.optionalText("url") { checkURL(url, at: "url", map) }
            contacts[name] = Contact(
                name: called, phone: map.optionalText("phone"), email: map.optionalText("email"),
                address: map.optionalText("address"), url: map.optionalText("url"))
        }
    }

    private func readSources(_ root: YAMLMap) {
        let end = root.optionalDay("valid-until")
        let keys = ["title", "publisher", "date", "valid-until", "reviewed", "url"]
        for (name, map) in named("sources", root, keys: keys) {
            guard let title = map.text("title"), let publisher = map.text("publisher"), let date = map.day("date")
            else { continue }
            let last = [map.optionalDay("valid-until"), end].compactMap { $0 }.min()
            if let last, last < date { map.report(.error, "pack.ends-early", ["date": last.iso], at: "valid-until") }
            if let url = map.optionalText("url") { checkURL(url, at: "url", map) }
            sources[name] = Evidence(
                source: place + "/" + TopicPack.file, title: title, publisher: publisher, date: date, validUntil: last,
                url: map.optionalText("url"), reviewed: map.optionalDay("reviewed"))
        }
    }

    func checkURL(_ url: String, at key: String, _ map: YAMLMap) {
        if !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            map.report(.error, "procedure.bad-url", ["url": url], at: key)
        }
    }

    private func readOut(_ root: YAMLMap) -> [OutSentence] {
        let lists = locatedLists("out", root)
        guard isBounded(lists.values.map(\.count).max() ?? 0, "out", root) else { return [] }
        return languages.flatMap { language in
            (lists[language] ?? []).map { OutSentence(text: $0.text, language: language, line: $0.line) }
        }
    }

    /// Files that nothing in the pack reads.
    private func reportUnusedFiles() {
        let read = Set(tables.keys.compactMap { tableFiles[$0] } + [TopicPack.file, "stories.yaml", "README.md"])
        for name in files.names(in: "") ?? [] where !read.contains(name) {
            tableDiagnostics.append(Diagnostic(.warning, "folder.unknown-file", file: place + "/" + name))
        }
    }

    /// The file of each table.
    var tableFiles: [String: String] = [:]
}
