import Diagnostics
import Foundation
import Language

/// The repository's own files of French, as tests read them.
enum TestFrench {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Locales/fr").path
    static let files = LocaleFiles.load(directory: folder).value

    /// The grammar with the repository's words, and the names of days and months said here so that a test shows them.
    static let rules: French = {
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
        let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        var words = files.words
        for (index, name) in months.enumerated() { words["time", default: [:]]["month.\(index + 1)"] = [name] }
        for (index, name) in weekdays.enumerated() { words["time", default: [:]]["weekday.\(index + 1)"] = [name] }
        return French(words: words)
    }()
}
