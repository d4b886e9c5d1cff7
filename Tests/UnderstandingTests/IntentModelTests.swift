import Diagnostics
import Language
import Testing

@testable import Understanding

@Suite("Intents learnt from labelled sentences alone")
struct IntentModelTests {
    @Test(
        "A sentence gets the intent of those that it resembles, misspelt or not",
        arguments: [
            ("éteins la lampe du salon", "off"), ("étin la lanpe", "off"), ("allume la lampe", "on"),
            ("alume la lampe stp", "on"), ("quelle heure est-il", "time"), ("kel eure é til", "time"),
        ])
    func intents(_ text: String, _ intent: String) throws {
        #expect(try model().candidates(text).first?.intent == intent)
    }

    @Test("What resembles nothing is refused where there were sentences to refuse")
    func refusal() throws {
        #expect(try model().candidates("wxz qsdf mlkj").first.map { $0.confidence < Understanding.threshold } ?? true)
        #expect(try model().candidates("").allSatisfy { $0.confidence < Understanding.threshold })
    }

    @Test("The curve of confidence rises, and is one half between right and wrong")
    func calibration() {
        let noisy = judged { index, isAbove in index % 7 == 0 ? !isAbove : isAbove }
        let curve = Calibration.fitted(to: noisy)
        #expect(curve.slope > 0 && curve.slope < 100)
        #expect(abs(curve.offset) < 0.5)
        #expect(curve.confidence(1) > curve.confidence(0))
        // A clean cut must not make a step that knows no doubt.
        let cut = Calibration.fitted(to: judged { _, isAbove in isAbove })
        #expect(cut.slope.isFinite && cut.slope < 1000)
    }

    /// Judgements with margins from -2 to 2.
    private func judged(_ isRight: (Int, Bool) -> Bool) -> [Calibration.Judgement] {
        (0..<40).map { index in
            let margin = Float(index - 20) / 10
            return (margin: margin, isRight: isRight(index, index >= 20), weight: 1)
        }
    }

    private func model() throws -> IntentModel {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let words = LocaleFiles.load(directory: root + "/Locales/fr").value.words
        let taught: [(String, String?)] = [
            ("éteins la lampe", "off"), ("éteindre la lumière du salon", "off"), ("éteins tout", "off"),
            ("allume la lampe", "on"), ("allumer la lumière", "on"), ("allume le salon", "on"),
            ("quelle heure est-il", "time"), ("il est quelle heure", "time"), ("donne-moi l'heure", "time"),
            ("j'aime les chats", nil), ("qui a peint la Joconde", nil),
        ]
        return IntentModel(
            examples: taught.map { IntentModel.Example(text: $0.0, intent: $0.1) },
            knowledge: Knowledge(rules: French(words: words), words: words), learnsToReject: true)
    }
}
