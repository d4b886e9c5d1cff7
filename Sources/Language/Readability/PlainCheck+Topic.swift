public import Diagnostics

/// Rule X2: how easy all the answers of a topic are together.
extension PlainCheck {
    /// From how many words on the figures mean something.
    public static let wordsToMeasure = 300

    /// The bounds of a wording.
    private struct Bounds {
        let ease: Double
        let lix: Double

        static let usual = Bounds(ease: 70, lix: 35)
        static let simple = Bounds(ease: 80, lix: 30)
    }

    /// What is wrong with the figures of many answers; nothing is said of fewer than ``wordsToMeasure`` words.
    ///
    /// - Parameters:
    ///   - measures: the figures.
    ///   - isSimple: whether the texts are those of "plus simple", from which more is asked.
    /// - Returns: one warning-free error a figure that is out of its bounds.
    public func problems(with measures: ReadingMeasures, isSimple: Bool) -> [Diagnostic] {
        guard measures.words >= PlainCheck.wordsToMeasure else { return [] }
        let bounds = isSimple ? Bounds.simple : Bounds.usual
        var found: [Diagnostic] = []
        if let ease = measures.ease, ease < bounds.ease {
            found.append(Diagnostic(.error, "plain.hard", figures(ease, bounds.ease)))
        }
        if measures.lix > bounds.lix {
            found.append(Diagnostic(.error, "plain.long-words", figures(measures.lix, bounds.lix)))
        }
        return found
    }

    private func figures(_ value: Double, _ limit: Double) -> [String: String] {
        ["rule": "X2", "value": String((value * 10).rounded() / 10), "limit": String(Int(limit))]
    }
}
