extension PhraseBook {
    /// A name letter by letter: "Tilleuls" is "T, I, deux L, E, U, L, S".
    ///
    /// The words are those of `words/letters.yaml`: `letter` names letters with an accent, `sign` what is no letter,
    /// `double` the same letter twice. A letter that is not there stands for itself.
    public func spelled(_ name: String) -> String { runs(name).joined(separator: ", ") }

    /// An address letter by letter, a sentence for each part between its signs.
    public func spelledAddress(_ address: String) -> String {
        let parts = address.split { !$0.isLetter && !$0.isNumber }
        var sentences: [String] = []
        var index = address.startIndex
        for part in parts {
            sentences += address[index..<part.startIndex].map { addressSign($0) }
            sentences.append(spelled(String(part)))
            index = part.endIndex
        }
        sentences += address[index...].map { addressSign($0) }
        return sentences.map { rules.sentence($0) }.joined(separator: " ")
    }

    /// Each letter with its name, two of the same at once.
    private func runs(_ name: String) -> [String] {
        var result: [String] = []
        var rest = Array(name)[...]
        while let first = rest.popFirst() {
            // Figures are said one by one: "deux 0" would be heard as 20.
            if first.isLetter, rest.first == first, let double = letterWord("double") {
                rest.removeFirst()
                result.append(double + " " + letter(first))
            } else {
                result.append(letter(first))
            }
        }
        return result
    }

    private func letter(_ character: Character) -> String {
        let name = character.lowercased()
        return letterWord((character.isLetter ? "letter." : "sign.") + name) ?? character.uppercased()
    }

    private func addressSign(_ sign: Character) -> String {
        files.words["writing"]?["sign.\(sign)"]?.first ?? letterWord("sign.\(sign)") ?? String(sign)
    }

    private func letterWord(_ key: String) -> String? { files.words["letters"]?[key]?.first }
}
