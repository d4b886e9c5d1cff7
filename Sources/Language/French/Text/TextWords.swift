/// What the word lists say about cutting a text into words (`words/text.yaml`).
struct TextWords: Sendable {
    /// Words that keep their apostrophe, folded: "aujourd'hui".
    let whole: Set<String>

    init(_ lists: [String: [String]]) {
        whole = Set((lists["whole"] ?? []).map(Folding.fold))
    }
}
