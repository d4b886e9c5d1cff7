import Diagnostics
import Foundation
import Language

/// The repository's own files of French, as tests read them.
enum TestFrench {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Locales/fr").path
    static let files = LocaleFiles.load(directory: folder).value

    static let rules = French(words: files.words)
}
