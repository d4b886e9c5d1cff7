import Diagnostics
import Dialogue
import Foundation
import Language
import Rendering
import Speech

@testable import KioskChannel

extension KioskWords {
    /// The words of the kiosk in French, from the repository.
    static let french: KioskWords = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = LocaleFiles.load(directory: root.appending(path: "Locales/fr").path).value
        return KioskWords(book: PhraseBook(files: files, rules: French(words: files.words)))
    }()
}

extension KioskMachine.Order {
    /// The order in a few words, as tables of tests have it.
    var short: String {
        switch self {
        case .show(let news): "show " + news.lines.joined(separator: " ")
        case .say(let lines, _, let place, _): "say " + lines[place...].map(\.spoken).joined(separator: " ")
        case .hush: "hush"
        case .listen(let expectation, let seconds):
            "listen " + expectation.answer.rawValue + " " + (seconds.map { String(Int($0)) } ?? "-")
        case .deafen: "deafen"
        case .earcon: "earcon"
        case .speak(let code): "speak " + code
        case .take(.utterance(let utterance), _): "take " + utterance.text
        case .take(let input, _): "take \(input)"
        case .forget: "forget"
        case .leave: "leave"
        }
    }
}
