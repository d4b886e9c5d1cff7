public import Foundation

/// A folder with what pocketsphinx knows of the sounds of a language.
public struct AcousticModel: Sendable {
    /// Where it is.
    public let folder: URL
    /// What it is called: `fr-ptm`, `en-us-mapped`, or the folder's path.
    public let name: String
    /// Its phones, those for silence and noise left out.
    public let phones: [String]
    /// Its dictionary, where it has one; a line a pronunciation, sorted or not.
    public let dictionary: URL?

    /// Samples a second that the decoder works at.
    ///
    /// A model whose filters end below 4 000 Hz hears nothing more of a higher rate, and decodes isolated words better at its own.
    public let rate: Int

    /// Whether its phones are those of American English, which French sounds have to be mapped to.
    public var isEnglish: Bool { phones.contains("AA") }

    /// The phones that pronunciations are given in: French ones, which an English model's are made of.
    public var pronunciationPhones: [String] { isEnglish ? FrenchPhones.all : phones }

    /// A model in a folder.
    ///
    /// - Parameters:
    ///   - folder: a folder with `mdef`, `means`, `feat.params`...
    ///   - name: what to call it; the folder's path when nil.
    ///   - dictionary: its dictionary; one ending in `.dict` in the folder or beside it when nil.
    /// - Throws: ``RecognitionError/noModel(_:)`` when a file is missing or not what it should be.
    public init(folder: URL, name: String? = nil, dictionary: URL? = nil) throws(RecognitionError) {
        for file in ["mdef", "means", "variances", "transition_matrices", "feat.params"] {
            guard FileManager.default.isReadableFile(atPath: folder.appending(path: file).path) else {
                throw .noModel("\(folder.path) has no readable file \(file)")
            }
        }
        guard let definition = try? Data(contentsOf: folder.appending(path: "mdef"), options: .mappedIfSafe),
            let phones = ModelDefinition.phones(definition)
        else { throw .noModel("\(folder.path)/mdef is not a model definition") }
        self.folder = folder
        self.name = name ?? folder.path
        self.phones = phones
        self.dictionary = dictionary ?? Self.dictionary(near: folder)
        let parameters = FeatureParameters(folder)
        rate = parameters.upperFrequency < 4_000 ? 8_000 : 16_000
    }

    private static func dictionary(near folder: URL) -> URL? {
        for place in [folder, folder.deletingLastPathComponent()] {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            if let file = files.filter({ $0.hasSuffix(".dict") }).sorted().first { return place.appending(path: file) }
        }
        return nil
    }
}

/// Reads the phones of a model's definition, `mdef`, as text (sphinx3) or in pocketsphinx's binary form.
enum ModelDefinition {
    /// The phones that stand for speech; nil when it is neither form.
    static func phones(_ data: Data) -> [String]? {
        let names = data.starts(with: Data("BMDF".utf8)) ? binary(data) : text(data)
        let spoken = names?.filter { !isFiller($0) }
        return spoken?.isEmpty == false ? spoken : nil
    }

    private static func isFiller(_ phone: String) -> Bool { phone == "SIL" || phone.hasPrefix("+") }

    /// Lines `phone - - - ...` come first; the triphones after them are left unread.
    private static func text(_ data: Data) -> [String]? {
        var phones: [String] = []
        for line in data.prefix(1 << 16).split(separator: 0x0a) {
            let fields = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            guard fields.count > 5, fields[0].first != "#" else { continue }
            guard fields[1] == "-", fields[2] == "-", fields[3] == "-" else { break }
            phones.append(String(fields[0]))
        }
        return phones
    }

    /// "BMDF", the version, the length of a text and the text, ten counts of 32 bits of which the first is that of phones,
    /// then their names with a zero after each (pocketsphinx, `bin_mdef.c`).
    private static func binary(_ data: Data) -> [String]? {
        func number(_ offset: Int) -> Int? {
            guard offset >= 0, offset + 4 <= data.count else { return nil }
            let bytes = data[data.startIndex + offset..<data.startIndex + offset + 4]
            return Int(bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        }
        guard let text = number(8), text < 1 << 16, let count = number(12 + text), count < 1_000 else { return nil }
        let names = data.dropFirst(12 + text + 40).prefix(count * 16).split(
            separator: 0, omittingEmptySubsequences: false)
        guard names.count >= count else { return nil }
        return names.prefix(count).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// What a model's `feat.params` says.
struct FeatureParameters {
    let lines: [(name: String, value: String)]

    init(_ folder: URL) {
        let text = (try? String(contentsOf: folder.appending(path: "feat.params"), encoding: .utf8)) ?? ""
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        lines = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
    }

    /// Where the model's filters end, in Hz.
    var upperFrequency: Double {
        lines.last { $0.name == "-upperf" }.flatMap { Double($0.value) } ?? 6_855
    }

    /// The same parameters, some of them replaced.
    func text(replacing changes: [String: String]) -> String {
        (lines.filter { changes[$0.name] == nil } + changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            .map { $0.0 + " " + $0.1 }.joined(separator: "\n") + "\n"
    }
}
