internal import Diagnostics
internal import FolderReading
internal import Language
internal import OpenData

/// A text of a town's folder that a citizen may hear or read.
public struct SpokenText: Sendable, Hashable {
    /// What a text is.
    public enum Kind: Sendable, Hashable {
        /// A sentence, or a group of words that the town chose.
        case sentence
        /// The name of a thing: a dish, a place, an event.
        case name
        /// Words copied from a public record, said only after "plus de détails".
        case quotation
    }

    /// The text.
    public let text: String
    /// What it is.
    public let kind: Kind
    /// The file within the folder.
    public let file: String
    /// Its line, from 1, or nil where it could not be found.
    public let line: Int?
}

extension TownFolder {
    /// Every text of the folder that a citizen may hear, file by file; a name that comes back is there once.
    ///
    /// Other names of a thing, by which people may ask for it, are never said and are not here.
    public func spokenTexts() -> [SpokenText] {
        let yaml = ["town.yaml", "waste/waste.yaml", "canteen/canteen.yaml", "places/places.yaml"]
        let written = (yaml + files.paths(in: "procedures", "yaml")).flatMap { spokenTexts(yaml: $0) }
        var seen: Set<[String]> = []
        return (written + dishes() + eventTexts() + publishedPlaces() + streets()).filter {
            seen.insert([$0.file, $0.text]).inserted
        }
    }

    // MARK: Files that a clerk writes

    private static let sentenceKeys: Set<String> = [
        "access", "how", "how-to-get", "label", "prompt", "purpose", "rules", "simple", "text",
    ]
    private static let nameKeys: Set<String> = ["accepted", "name", "publisher", "refused", "title"]

    private func spokenTexts(yaml path: String) -> [SpokenText] {
        guard files.exists(path), case .success(let bytes) = files.bytes(of: path),
            YAMLFile.root(bytes, keys: [], Findings(file: path)) != nil
        else { return [] }
        return YAMLTexts(SourceText(bytes).text).all.compactMap { text in
            let kind: SpokenText.Kind? =
                TownFolder.sentenceKeys.contains(text.key)
                ? .sentence : TownFolder.nameKeys.contains(text.key) ? .name : nil
            // What files are for is told in `sources`, under the files' own names.
            return kind.map { SpokenText(text: text.text, kind: $0, file: path, line: text.line) }
        }
    }

    // MARK: Files that other programs write

    private func dishes() -> [SpokenText] {
        let dishes = canteen().value.records.meals.flatMap { meal in meal.dishes.map { (meal.source, $0.name) } }
        return located(dishes, .name)
    }

    private func eventTexts() -> [SpokenText] {
        let events = self.events().value.records.events
        let names = events.flatMap { event in
            [event.title, event.placeName, event.address].compactMap { $0 }.map { (event.source, $0) }
        }
        return located(names, .name) + located(events.map { ($0.source, $0.price ?? "") }, .sentence)
            + located(events.map { ($0.source, $0.summary) }, .quotation)
    }

    private func publishedPlaces() -> [SpokenText] {
        let places = self.places().value.records.places.filter { !$0.source.hasSuffix(".yaml") }
        return located(
            places.flatMap { place in [place.name, place.address].compactMap { $0 }.map { (place.source, $0) } }, .name)
    }

    private func streets() -> [SpokenText] {
        located(waste().value.records.streets.map { ("waste/streets.csv", $0.name) }, .name)
    }

    /// The texts with the first line of their file that has them; none twice.
    private func located(_ texts: [(file: String, text: String)], _ kind: SpokenText.Kind) -> [SpokenText] {
        var lines: [String: [Substring]] = [:]
        var seen: Set<[String]> = []
        return texts.filter { !$0.text.isEmpty && seen.insert([$0.file, $0.text]).inserted }.map { file, text in
            if lines[file] == nil { lines[file] = self.lines(of: file) }
            // Exports fold and escape long texts: their beginning is enough to find them.
            let start = String(text.prefix(24).prefix { $0 != "," && $0 != "\"" && !$0.isNewline })
            let line = start.count < 4 ? nil : lines[file]?.firstIndex { $0.contains(start) }
            return SpokenText(text: text, kind: kind, file: file, line: line.map { $0 + 1 })
        }
    }

    private func lines(of file: String) -> [Substring] {
        guard case .success(let bytes) = files.bytes(of: file) else { return [] }
        return SourceText(bytes).text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
