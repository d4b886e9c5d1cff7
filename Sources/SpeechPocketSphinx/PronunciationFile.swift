internal import Foundation

/// A dictionary of CMU's format: `word phone phone`, further ways as `word(2)`.
///
/// It is read when words are wanted and not kept: a hundred thousand words would take more memory than the model.
struct PronunciationFile {
    private let data: Data

    /// Opens a file; nil when it cannot be read.
    init?(_ file: URL) {
        guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else { return nil }
        self.data = data
    }

    /// The ways to say some words.
    ///
    /// - Parameters:
    ///   - wanted: the words.
    ///   - phones: what pronunciations may be made of; others are left out.
    /// - Returns: the words that it has.
    func pronunciations(_ wanted: Set<String>, phones: Set<String>) -> [String: [String]] {
        var found: [String: [String]] = [:]
        let first = Set(wanted.compactMap(\.utf8.first))
        data.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
                if first.contains(bytes[start]) { Self.take(bytes[start..<end], wanted, phones, &found) }
                start = end + 1
            }
        }
        return found
    }

    private static func take(
        _ line: Slice<UnsafeRawBufferPointer>, _ wanted: Set<String>, _ phones: Set<String>,
        _ found: inout [String: [String]]
    ) {
        guard let space = line.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return }
        var name = line[..<space]
        if name.last == 0x29, let bracket = name.lastIndex(of: 0x28), bracket > name.startIndex {
            name = name[..<bracket]
        }
        let word = String(decoding: name, as: UTF8.self)
        guard wanted.contains(word) else { return }
        let way = String(decoding: line[space...], as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        guard !way.isEmpty, way.allSatisfy(phones.contains) else { return }
        let joined = way.joined(separator: " ")
        if found[word]?.contains(joined) != true { found[word, default: []].append(joined) }
    }
}
