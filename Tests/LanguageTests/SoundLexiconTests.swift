import Foundation
import Language
import Testing

/// Sound keys of the lexicon's common words against espeak-ng's phonemes.
///
/// Sounds that people mix up when they write are one on both sides: open and closed vowels, "in" and "un", an "e" that
/// falls or not.
@Suite("Sounds of the lexicon", .enabled(if: Espeak.isInstalled, "espeak-ng is not installed"))
struct SoundLexiconTests {
    /// Common words that are no names, each with its key and its phonemes.
    private static let words: [(form: String, key: String, phonemes: String)] = {
        let forms = Spelling.list.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            let form = String(decoding: fields[0], as: UTF8.self)
            let isCommon = Int(String(decoding: fields[1], as: UTF8.self)) ?? 0 >= 36
            let isName = fields[3].contains(UInt8(ascii: "L"))
            return isCommon && !isName && form.count > 2 && form.allSatisfy(\.isLetter) ? form : nil
        }
        let phonemes = (try? Espeak.phonemes(of: forms)) ?? []
        return zip(forms, phonemes).map { ($0, Reading.french.soundKey(of: $0), plain($1)) }
    }()

    /// Phonemes without the differences that a key leaves out.
    private static func plain(_ phonemes: String) -> String {
        var text = phonemes.filter { !"-;?()0123456789".contains($0) || $0 == "3" }
        for (from, to) in [
            ("W~", "E~"), ("Y~", "E~"), ("@", ""), ("3", ""), ("A", "a"), ("O", "o"), ("W", "Y"), ("E~", "I"),
            ("E", "e"),
        ] {
            text = text.replacingOccurrences(of: from, with: to)
        }
        // "o" and "a" before a tilde stay nasal.
        return text
    }

    @Test("Words that espeak-ng says alike have the same key, and conversely")
    func agreement() {
        let words = Self.words
        #expect(words.count > 5_000)
        let alike = Self.pairs(words, by: \.phonemes)
        let heard = alike.count { $0.key == $1.key }
        let sameKey = Self.pairs(words, by: \.key)
        let kept = sameKey.count { $0.phonemes == $1.phonemes }
        print("Alike by espeak-ng, same key: \(heard) of \(alike.count); same key, alike: \(kept) of \(sameKey.count)")
        if ProcessInfo.processInfo.environment["SOUND_DETAILS"] != nil {
            for pair in alike where pair.0.key != pair.1.key { print("alike", pair.0, pair.1) }
            for pair in sameKey where pair.0.phonemes != pair.1.phonemes { print("key", pair.0, pair.1) }
        }
        #expect(Double(heard) >= 0.9 * Double(alike.count))
        #expect(Double(kept) >= 0.8 * Double(sameKey.count))
    }

    /// Neighbours in the groups that a property makes: enough to count every group once for each word beyond the first.
    private static func pairs<Key: Hashable>(
        _ words: [(form: String, key: String, phonemes: String)],
        by property: KeyPath<(form: String, key: String, phonemes: String), Key>
    ) -> [((form: String, key: String, phonemes: String), (form: String, key: String, phonemes: String))] {
        var last: [Key: Int] = [:]
        return words.indices.compactMap { index in
            defer { last[words[index][keyPath: property]] = index }
            return last[words[index][keyPath: property]].map { (words[$0], words[index]) }
        }
    }
}
