import CivilTime
import Diagnostics
import Foundation
import Language
import Rendering
import TopicKit

/// A renderer with the repository's French, and what the tests say with it.
enum Sample {
    static let today = Day(iso: "2026-11-21") ?? Day(number: 0)

    static let renderer: Renderer = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = LocaleFiles.load(directory: root.appending(path: "Locales/fr").path).value
        return Renderer(book: PhraseBook(files: files, rules: French(words: files.words)))
    }()

    static func text(_ text: String) -> Phrase { .text(["fr": text]) }

    static let calendar = Evidence(
        source: "waste/nord.ics", title: "le calendrier de collecte 2026-2028", publisher: "Mairie de Valclair",
        date: Day(iso: "2026-06-15") ?? Day(number: 0), validUntil: Day(iso: "2028-08-31"),
        url: "https://valclair.example/dechets")
}
