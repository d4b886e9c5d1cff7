/// Writes texts as people who write by ear or type on a telephone do, and as a recogniser of speech mishears them.
///
/// What Parvis is tried with; its words are those of `Locales/<language>/words/noise.yaml`. A language without that file
/// loses only its accents and its spaces.
public struct Noise: Sendable {
    /// A kind of error.
    public enum Kind: String, Sendable, CaseIterable {
        /// Accents left out.
        case accents
        /// Words written as they sound.
        case phonetic
        /// Slips of a finger.
        case keyboard
        /// The spellings of text messages.
        case sms
        /// Words without a space between them.
        case runTogether = "run-together"
        /// Words that a recogniser of speech takes for others.
        case homophones
    }

    private let heard: Swaps
    private let byEar: Misspellings
    private let texted: Swaps
    private let texting: Misspellings
    private let slips: KeyboardSlips
    private let mishearing: Mishearing

    /// Makes the noise of a language.
    ///
    /// - Parameters:
    ///   - words: its word lists, as ``LocaleFiles/words``, of which only `noise` is used.
    ///   - rules: how the language is read; its sounds are.
    public init(words: [String: [String: [String]]], rules: any ReadingRules) {
        let lists = words["noise"] ?? [:]
        func part(_ name: String) -> [String: [String]] {
            lists.reduce(into: [:]) { part, entry in
                guard entry.key.hasPrefix(name + ".") else { return }
                part[String(entry.key.dropFirst(name.count + 1))] = entry.value
            }
        }
        let vowels = Set((lists["letters.vowel"] ?? []).compactMap(\.unicodeScalars.first))
        heard = Swaps(part("heard"))
        byEar = Misspellings(part("by-ear"), vowels: vowels)
        texted = Swaps(part("texted"))
        texting = Misspellings(part("texting"), vowels: vowels)
        slips = KeyboardSlips(part("beside"))
        mishearing = Mishearing(
            alike: lists["alike"] ?? [], inflected: Misspellings(part("inflected"), vowels: vowels),
            frequent: lists["frequent"] ?? [], rules: rules)
    }

    /// A text with errors of one kind; numbers in figures stay as they are.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - kind: the kind of error.
    ///   - rate: the share of the words that get one, from 0 to 1; fewer do where fewer can.
    ///   - seed: the same seed gives the same errors.
    /// - Returns: the text, never empty where the given one is not.
    public func degraded(_ text: String, kind: Kind, rate: Double, seed: UInt64) -> String {
        var random = SplitMix(seed: seed)
        var noisy = NoisyText(text)
        let wanted = Double(noisy.words.count) * min(max(rate, 0), 1)
        var left = Int(wanted) + (random.chance(wanted - wanted.rounded(.down)) ? 1 : 0)
        var order = Array(noisy.words.indices)
        var next = 0
        while left > 0, next < order.count {
            // A shuffle that stops when enough was changed.
            order.swapAt(next, next + random.number(below: order.count - next))
            left -= change(order[next], of: &noisy, kind, &random)
            next += 1
        }
        return noisy.text
    }

    /// Makes one error at a word; returns how many words it changed.
    private func change(_ index: Int, of text: inout NoisyText, _ kind: Kind, _ random: inout SplitMix) -> Int {
        guard text.isFree(index..<index + 1) else { return 0 }
        let word = text.words[index]
        switch kind {
        case .accents:
            let plain = Folding.fold(word)
            return plain == word.lowercased() ? 0 : text.replace(index..<index + 1, with: plain)
        case .phonetic:
            return spell(index, of: &text, heard, byEar, count: word.utf8.count > 6 ? 2 : 1, &random)
        case .sms:
            return spell(index, of: &text, texted, texting, count: 3, &random)
        case .keyboard:
            return text.replace(index..<index + 1, with: slips.slip(word, &random) ?? "")
        case .runTogether:
            return text.joint(after: index) != nil && !text.holdsFigure(index + 1) ? text.join(index) : 0
        case .homophones:
            return mishearing.apply(at: index, to: &text, &random)
        }
    }

    /// Spells a word otherwise: as the lists say, else without its apostrophe, else as the rules of spelling let.
    private func spell(
        _ index: Int, of text: inout NoisyText, _ swaps: Swaps, _ rules: Misspellings, count: Int,
        _ random: inout SplitMix
    ) -> Int {
        let changed = swaps.apply(at: index, to: &text, &random)
        if changed > 0 { return changed }
        let word = text.words[index]
        if word.utf8.count <= 2, let sign = text.joint(after: index), sign == "'" || sign == "\u{2019}" {
            return text.join(index)
        }
        return text.replace(index..<index + 1, with: rules.respelt(word, count: count, &random) ?? "")
    }
}
