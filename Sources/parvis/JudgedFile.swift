import Assistant
import Foundation

extension JudgedSentence {
    /// The sentences of a file of JSON Lines.
    static func load(_ file: String) throws -> [JudgedSentence] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(status: .missingFile, message: "\(file) does not exist.")
        }
        return try data.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated().compactMap {
            number, line in
            switch JSONLine<JudgedSentence>(Data(line)) {
            case nil: return nil
            case .value(let sentence): return sentence
            case .malformed:
                throw Failure(
                    status: .badData, message: "\(file):\(number + 1): not a JSON object with the text \"text\"")
            }
        }
    }
}
