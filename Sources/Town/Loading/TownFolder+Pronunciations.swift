public import Diagnostics
import FolderReading

extension TownFolder {
    /// The file that tells how the town's names are said.
    static let pronunciations = "pronunciations.yaml"
    /// The longest spelling of a name that is taken.
    private static let longest = 200

    /// How the town says its names: what is written, and what is read instead; empty where it says nothing of it.
    ///
    /// What is read is a spelling that sounds right (`Gex: jex`), or phonemes of espeak-ng between `[[` and `]]`.
    public func pronunciations() -> Checked<[String: String]> {
        let path = TownFolder.pronunciations
        guard files.exists(path) else { return Checked([:], []) }
        let findings = Findings(file: path)
        var known: [String: String] = [:]
        switch files.bytes(of: path) {
        case .failure(let problem): findings.add([problem.diagnostic])
        case .success(let bytes):
            guard let names = YAMLFile.root(bytes, keys: ["names"], findings)?.map("names", keys: nil) else { break }
            for name in names.keys {
                guard let said = names.optionalText(name) else { continue }
                if Self.isSayable(said), name.contains(where: \.isLetter) {
                    known[name] = said
                } else {
                    findings.report(.error, "pronunciation.bad", ["name": name], line: names.line(of: name))
                }
            }
        }
        return Checked(known, findings.diagnostics)
    }

    /// Letters, with brackets only around phonemes.
    private static func isSayable(_ text: String) -> Bool {
        guard text.count <= longest, text.contains(where: \.isLetter), !text.contains(where: \.isNewline) else {
            return false
        }
        guard text.contains(where: { "[]".contains($0) }) else { return true }
        let inner = text.dropFirst(2).dropLast(2)
        return text.hasPrefix("[[") && text.hasSuffix("]]") && !inner.isEmpty && !inner.contains { "[]".contains($0) }
    }
}
