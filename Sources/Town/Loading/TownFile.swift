import CivilTime
import Diagnostics
import FolderReading
import OpenData
import Synchronization
import TopicKit

/// What `town.yaml` says, with the sources that the loaders need.
struct TownFile: Sendable {
    static let path = "town.yaml"

    var profile = TownProfile(name: "", insee: "", postcode: "", contact: Contact(name: ""))
    var timeZone = CivilZone.paris.name
    var schoolZone: String?
    var holidayRegion = PublicHolidays.Region.metropole
    var language = "fr"
    var staffedHours: OpeningHours?
    var shortLinks: [String: String] = [:]
    var rules: [SourceRule] = []
    var topics = TopicSettings()
    var page = PageSettings()
    var screen = ScreenSettings()
    var diagnostics: [Diagnostic] = []

    private static let keys = [
        "name", "insee", "postcode", "time-zone", "school-zone", "public-holidays", "language", "contact",
        "staffed-hours", "short-links", "sources", "topics", "page", "kiosk",
    ]
    /// An address that fits a line of a braille display, with room for the signs that capitals and figures need.
    private static let longestShortLink = 38
    private static let schoolZones = [
        "A", "B", "C", "Corse", "Guadeloupe", "Guyane", "Martinique", "Mayotte", "Nouvelle Calédonie", "Polynésie",
        "Réunion", "Saint Pierre et Miquelon", "Wallis et Futuna",
    ]

    /// Reads `town.yaml`; what is missing or wrong keeps its default and is reported.
    init(_ files: FolderFiles) {
        let findings = Findings(file: TownFile.path)
        switch files.bytes(of: TownFile.path) {
        case .failure(let problem): findings.add([problem.diagnostic])
        case .success(let bytes):
            if let root = YAMLFile.root(bytes, keys: TownFile.keys, findings) { read(root, findings) }
        }
        diagnostics = findings.diagnostics
    }

    /// The rule of a file: the longest pattern that matches it.
    func rule(for path: String) -> SourceRule? {
        rules.filter { $0.matches(path) }.max {
            ($0.pattern.utf8.count, $1.pattern) < ($1.pattern.utf8.count, $0.pattern)
        }
    }

    private mutating func read(_ root: YAMLMap, _ findings: Findings) {
        profile = TownProfile(
            name: root.text("name") ?? "", insee: insee(root, findings), postcode: root.text("postcode") ?? "",
            contact: contact(root))
        if let name = root.optionalText("time-zone") {
            if CivilZone(name) == nil {
                findings.report(.error, "town.unknown-zone", ["value": name], line: root.line(of: "time-zone"))
            } else {
                timeZone = name
            }
        }
        schoolZone = root.optionalText("school-zone")
        if let zone = schoolZone, !TownFile.schoolZones.contains(zone) {
            root.reportUnknownValue(zone, "school-zone", TownFile.schoolZones, line: root.line(of: "school-zone"))
        }
        holidayRegion = root.optionalChoice("public-holidays", among: PublicHolidays.Region.allCases) ?? .metropole
        language = root.optionalText("language") ?? "fr"
        staffedHours = root.optionalText("staffed-hours").flatMap {
            Hours.checked($0, key: "staffed-hours", line: root.line(of: "staffed-hours"), findings)
        }
        if let links = root.optionalMap("short-links", keys: nil) { shortLinks = shortLinks(links, findings) }
        topics = TopicSettings(root)
        page = PageSettings(root)
        screen = ScreenSettings(root)
        if let sources = root.map("sources", keys: nil) { rules = sources.keys.compactMap { rule($0, sources) } }
    }

    private func insee(_ root: YAMLMap, _ findings: Findings) -> String {
        let code = root.text("insee") ?? ""
        let isCode = code.utf8.count == 5 && code.utf8.allSatisfy { (48...57).contains($0) || $0 == 65 || $0 == 66 }
        if !code.isEmpty, !isCode {
            findings.report(.error, "town.bad-insee", ["value": code], line: root.line(of: "insee"))
        }
        return code
    }

    /// Short addresses by the long ones; one that is no shorter, or no address that can be said, is reported and left out.
    private func shortLinks(_ links: YAMLMap, _ findings: Findings) -> [String: String] {
        links.keys.reduce(into: [:]) { known, long in
            guard let short = links.optionalText(long) else { return }
            let isAddress = short.contains(".") && !short.contains(where: \.isWhitespace)
            if isAddress, short.count < long.count, short.count <= TownFile.longestShortLink {
                known[long] = short
            } else {
                findings.report(
                    .error, "town.bad-short-link", ["value": short, "url": long], line: links.line(of: long))
            }
        }
    }

    private func contact(_ root: YAMLMap) -> Contact {
        guard let map = root.map("contact", keys: ["name", "phone", "email", "address", "url"]) else {
            return Contact(name: "")
        }
        return Contact(
            name: map.text("name") ?? "", phone: map.optionalText("phone"), email: map.optionalText("email"),
            address: map.optionalText("address"), url: map.optionalText("url"))
    }

    private func rule(_ pattern: String, _ sources: YAMLMap) -> SourceRule? {
        let keys = ["title", "publisher", "date", "valid-until", "url"]
        guard let map = sources.map(pattern, keys: keys), let title = map.text("title"),
            let publisher = map.text("publisher"), let date = map.day("date")
        else { return nil }
        return SourceRule(
            pattern: pattern, title: title, publisher: publisher, date: date,
            validUntil: map.optionalDay("valid-until"),
            url: map.optionalText("url"), line: sources.line(of: pattern), validUntilLine: map.line(of: "valid-until"))
    }
}

/// `town.yaml`, read when a part first needs it: a start from compiled records does without.
final class TownFileOnce: Sendable {
    private let file = Mutex<TownFile?>(nil)

    func value(_ files: FolderFiles) -> TownFile {
        file.withLock { known in
            if let known { return known }
            let read = TownFile(files)
            known = read
            return read
        }
    }
}
