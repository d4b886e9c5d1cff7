import Assistant
import CivilTime
import Dialogue
import Language
import Rendering
import TopicKit
import Understanding

/// Makes the menu of what may be answered now, so that three keys are enough for everything (rule K3).
struct MenuBuilder {
    /// More names than this are chosen by their first letter.
    private static let mostNames = 9
    /// How many days are offered.
    private static let days = 14
    /// The highest number that is offered.
    private static let highest = 31

    let assistant: Assistant
    let words: KioskWords
    let today: Day

    /// The menu of an answer to what was asked; without a question, of what may be asked.
    func menu(for question: Question?, expecting expectation: Expectation) -> KioskMenu {
        KioskMenu(answers(to: question, expectation) + commands)
    }

    private func answers(to question: Question?, _ expectation: Expectation) -> [KioskMenu.Item] {
        guard let question else { return topics }
        if question.isYesNo {
            let answers = words.book.files.topics["core"]?.slots["answer"]?.values ?? [:]
            return ["yes", "no"].map { id in
                KioskMenu.Item(label: answers[id]?.first ?? id, action: .input(.choice(id)))
            }
        }
        if !question.choices.isEmpty {
            return zip(question.choices, assistant.renderer.choices(question, today: today)).map { choice, label in
                KioskMenu.Item(label: label, action: .input(.choice(choice.id)))
            }
        }
        switch expectation.answer {
        case .name, .choice: return byLetter(expectation.phrases)
        case .time: return days
        case .number: return (0...Self.highest).map { said(String($0)) }
        case .amount: return spelling(Array("0123456789").map(String.init))
        case .words, .question, .yesNo: return spelling(letters)
        }
    }

    // MARK: What may be asked

    private var topics: [KioskMenu.Item] {
        assistant.setting.registry.entries.compactMap { entry in
            let intents = entry.manifest.intents.compactMap { intent in
                entry.subjects[intent.id].map {
                    KioskMenu.Item(label: $0, action: .input(.intent(intent.id)))
                }
            }
            return intents.isEmpty ? nil : KioskMenu.Item(label: entry.title, action: .open(intents))
        }
    }

    /// What may be asked of the conversation itself, by the same words as it is said.
    private var commands: [KioskMenu.Item] {
        let acts: [Act] = [.repeat, .slower, .louder, .simpler, .person, .help, .english, .restart, .quit]
        return [KioskMenu.Item(label: words.label("talk"), action: .talk)]
            + acts.compactMap { act in
                assistant.commandWords(act).map { KioskMenu.Item(label: $0, action: .input(.act(act))) }
            }
    }

    // MARK: Answers

    /// Names, by their first letter where there are many.
    private func byLetter(_ names: [String]) -> [KioskMenu.Item] {
        var seen: Set<String> = []
        let names = names.filter { seen.insert($0.lowercased()).inserted }.sorted { telling($0) < telling($1) }
        guard names.count > Self.mostNames else { return names.map(said) }
        return Dictionary(grouping: names) { telling($0).prefix(1).uppercased() }.sorted { $0.key < $1.key }.map {
            KioskMenu.Item(label: $0.key, action: .open($0.value.map(said)))
        }
    }

    /// The word of a name by which it is looked for: the last, "Tilleuls" of "rue des Tilleuls".
    private func telling(_ name: String) -> String {
        name.split { $0.isWhitespace || $0 == "'" || $0 == "’" }.last.map(String.init) ?? name
    }

    private var days: [KioskMenu.Item] {
        (0..<Self.days).map {
            said(words.book.rules.write(.day(today.adding(days: $0)), style: nil, form: .text, today: today))
        }
    }

    private func said(_ text: String) -> KioskMenu.Item {
        KioskMenu.Item(label: text, action: .input(.utterance(Utterance(text))))
    }

    private func spelling(_ letters: [String]) -> [KioskMenu.Item] {
        letters.map { KioskMenu.Item(label: $0.uppercased(), action: .letter($0)) } + [
            KioskMenu.Item(label: words.label("spelling-space"), action: .letter(" ")),
            KioskMenu.Item(label: words.label("spelling-undo"), action: .undo),
            KioskMenu.Item(label: words.label("spelling-end"), action: .spelt),
        ]
    }

    private var letters: [String] { "abcdefghijklmnopqrstuvwxyz'0123456789".map(String.init) }
}

extension KioskWords {
    /// A phrase of the kiosk's that names a choice, without a final point.
    func label(_ name: String) -> String { book.write(Phrase("kiosk." + name), form: .text, today: Day(number: 0)) }
}
