import CivilTime
import Dialogue
import Language
import Testing
import Understanding

@testable import Assistant

@Suite struct ExamplesTests {
    @Test("A model that has not seen an example still gives it to its topic")
    func crossValidation() throws {
        let assistant = try Assistant.open()
        let registry = assistant.setting.registry
        let french = French(words: assistant.files.words)
        let small = SmallWords(lists: french.words["small"] ?? [:], fold: french.folded)
        let verdicts = CrossValidation.verdicts(
            definitions: registry.definitions, rules: french, smallWords: small,
            now: Moment(Day(number: 20_777), hour: 10))
        var wrong = 0, unsure = 0, astray = 0
        for verdict in verdicts {
            guard let first = verdict.candidates.first else { continue }
            if first.intent != verdict.intent {
                wrong += 1
                if first.intent.prefix(while: { $0 != "." }) != verdict.intent.prefix(while: { $0 != "." }) {
                    astray += 1
                }
                print("WRONG", verdict.intent, "->", first.intent, first.confidence, "|", verdict.text)
            } else if first.confidence < Understanding.threshold {
                unsure += 1
                print("UNSURE", verdict.intent, first.confidence, "|", verdict.text)
            }
        }
        print("CV", verdicts.count, "wrong", wrong, "astray", astray, "unsure", unsure)
    }
}
