/// What the word lists say about cutting a text into words (`words/text.yaml`).
struct TextWords: Sendable {
    /// Words that keep their apostrophe, folded: "aujourd'hui"; found with the apostrophe or without it.
    private var whole: [String: String] = [:]

    init(_ lists: [String: [String]]) {
        for word in lists["whole"] ?? [] {
            let folded = Folding.fold(word)
            whole[folded] = folded
            whole[folded.filter { $0 != "'" }] = folded
        }
    }

    /// The runs of a text, with those that are one word joined.
    func joined(_ runs: [WordScanner.Run]) -> [WordScanner.Run] {
        var result: [WordScanner.Run] = []
        result.reserveCapacity(runs.count)
        for run in runs {
            if let last = result.indices.last, result[last].link == .apostrophe || result[last].link == .space,
                let word = whole[result[last].folded + "'" + run.folded]
            {
                result[last].text += (result[last].link == .apostrophe ? "'" : " ") + run.text
                (result[last].folded, result[last].end, result[last].link) = (word, run.end, run.link)
            } else {
                result.append(run)
                if let word = whole[run.folded] { result[result.count - 1].folded = word }
            }
        }
        return result
    }
}
