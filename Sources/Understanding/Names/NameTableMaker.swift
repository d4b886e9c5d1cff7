internal import Language
internal import TopicKit

/// Makes a ``NameTable`` of the names of some topics.
struct NameTableMaker {
    /// How many entries of a slot may share a part of their names; what more share tells none of them.
    private static let mostAlike = 6

    private let rules: any LanguageRules
    private let smallWords: SmallWords
    private var table = NameTable()
    private var entries: [(key: UInt64, value: UInt32)] = []
    private var ordinary: Set<String>
    /// The sounds of the ordinary words: "bleus" is as ordinary as "bleu".
    private var ordinarySounds: Set<String> = []
    /// The keys of pieces of names.
    private var pieceKeys: Set<UInt64> = []

    static func table(
        of definitions: [Definition], rules: any LanguageRules, smallWords: SmallWords
    ) -> NameTable {
        var maker = NameTableMaker(rules, smallWords)
        maker.addWords(definitions)
        for definition in definitions {
            for (slot, names) in definition.names.sorted(by: { $0.key < $1.key }) {
                maker.add(names, topic: definition.manifest.id, slot: slot)
            }
        }
        // Pieces of names that many share are no help; whole names and words are.
        maker.table.index = KeyIndex(maker.entries, isCommon: maker.pieceKeys.contains)
        return maker.table
    }

    private init(_ rules: any LanguageRules, _ smallWords: SmallWords) {
        (self.rules, self.smallWords) = (rules, smallWords)
        ordinary = smallWords.ordinary.union(smallWords.all).union(smallWords.ways)
    }
}

// The words that are known whoever says them.
extension NameTableMaker {
    private mutating func addWords(_ definitions: [Definition]) {
        for definition in definitions {
            for sentence in definition.examples.values.joined() {
                for words in sentence.split(separator: "{") {
                    let outside = words.split(separator: "}", omittingEmptySubsequences: false).last ?? words
                    ordinary.formUnion(rules.tokens(in: String(outside)).map(\.folded))
                }
            }
            for name in definition.names.values.joined() {
                let words = rules.tokens(in: name.text)
                // "École" begins a name as any word begins a sentence; "des fêtes" is no name of anything.
                ordinary.formUnion(words.filter { !name.isProper || !$0.hasCapital }.map(\.folded))
            }
        }
        ordinarySounds = Set(ordinary.map(rules.soundKey))
        var known = ordinary
        for name in definitions.flatMap(\.names.values).joined() {
            known.formUnion(rules.tokens(in: name.text).map(\.folded))
        }
        var kinds: [String: WordKind] = [:]
        for word in known { kinds[word, default: []].insert(.known) }
        for word in smallWords.articles { kinds[word, default: []].insert(.article) }
        for word in smallWords.all { kinds[word, default: []].insert(.small) }
        for word in smallWords.ways { kinds[word, default: []].insert(.way) }
        for (word, whole) in smallWords.shortened.sorted(by: { $0.key < $1.key }) {
            if smallWords.ways.contains(whole) { kinds[word, default: []].insert(.way) }
        }
        var shorts: [String: UInt32] = [:]
        for (word, whole) in smallWords.shortened.sorted(by: { $0.key < $1.key }) {
            shorts[word] = UInt32(table.letters.count + 1)
            table.letters.append(whole.utf8)
            table.sounds.append(rules.soundKey(of: whole).utf8)
        }
        for word in Set(kinds.keys).union(shorts.keys) {
            let value = (shorts[word] ?? 0) << WordKind.flagBits | (kinds[word] ?? []).rawValue
            let key = RollingHash.key(RollingHash.value(of: word.utf8), kind: NameTable.Kind.word.rawValue)
            entries.append((key, value))
        }
        table.stuck = smallWords.articles.filter { $0.utf8.count == 1 }.compactMap(\.utf8.first).sorted()
            .filter { !"aeiouy".utf8.contains($0) }
    }
}

// The names.
extension NameTableMaker {
    private mutating func add(_ names: [Definition.Name], topic: String, slot: String) {
        guard !names.isEmpty else { return }
        let slotIndex = UInt32(table.slots.count / 2)
        table.slots.append(topic.utf8)
        table.slots.append(slot.utf8)
        let forms = names.flatMap(spoken).map { (name: $0, forms: self.forms(of: $0)) }
        var sharing: [[UInt8]: Set<String>] = [:]
        for (name, forms) in forms {
            for form in forms where form.extent == .single { sharing[form.letters, default: []].insert(name.entry) }
        }
        var known: [Definition.Name: UInt32] = [:]
        for (name, forms) in forms {
            let entry = Definition.Name(entry: name.entry, text: "", isProper: name.isProper, isDetail: name.isDetail)
            let index = known[entry] ?? UInt32(table.entrySlots.count)
            if known[entry] == nil {
                known[entry] = index
                table.entries.append(name.entry.utf8)
                table.entrySlots.append(slotIndex << 2 | (name.isDetail ? 2 : 0) | (name.isProper ? 1 : 0))
            }
            for form in forms
            where form.extent != .single || (sharing[form.letters]?.count ?? 0) <= NameTableMaker.mostAlike {
                insert(form, entry: index)
            }
        }
    }

    /// A name as it is written, and with its figures in words: whoever says "8 ans" is heard as "huit ans".
    private func spoken(_ name: Definition.Name) -> [Definition.Name] {
        guard name.text.contains(where: \.isNumber) else { return [name] }
        let words = Definition.Name(
            entry: name.entry, text: rules.spoken(name.text), isProper: name.isProper, isDetail: name.isDetail)
        return words.text == name.text ? [name] : [name, words]
    }

    private func forms(of name: Definition.Name) -> [NameForms.Form] {
        let tokens = rules.tokens(in: name.text)
        let bare = Array(tokens.drop { smallWords.articles.contains($0.folded) })
        return NameForms.forms(of: (bare.isEmpty ? tokens : bare).map(word), isProper: name.isProper && !name.isDetail)
    }

    private func word(_ token: Token) -> NameForms.Word {
        let whole = smallWords.shortened[token.folded]
        let folded = whole ?? token.folded
        return NameForms.Word(
            letters: Array(folded.utf8), sound: Array((whole.map(rules.soundKey) ?? token.sound).utf8),
            isArticle: smallWords.articles.contains(folded), isWay: smallWords.ways.contains(folded),
            hasCapital: token.hasCapital,
            isOrdinary: ordinary.contains(folded) || ordinarySounds.contains(token.sound)
                || !rules.numbers(in: [token]).isEmpty)
    }

    private mutating func insert(_ form: NameForms.Form, entry: UInt32) {
        let letters = form.letters
        guard !letters.isEmpty, letters.count < NameTable.longestLetters else { return }
        let index = UInt32(table.formEntries.count)
        table.formEntries.append(entry)
        let isOrdinary = form.words.allSatisfy { $0.isArticle || $0.isOrdinary }
        table.formTraits.append(
            UInt32((form.weight * 1000).rounded()) | (form.lacksWay ? NameTable.Form.way : 0)
                | (isOrdinary ? NameTable.Form.ordinary : 0)
                | (form.extent == .whole ? NameTable.Form.whole : form.extent == .ends ? 0 : NameTable.Form.core))
        table.letters.append(letters)
        table.longestForm = max(table.longestForm, UInt32(form.words.count))
        add(letters, .letters, index)
        add(form.words.flatMap(\.sound), .sound, index)
        // One word for a whole name has little to be told by; a short one must be spelt right.
        guard form.extent != .single || letters.count >= 8 else { return }
        for piece in SlipPieces.pieces(ofLength: letters.count) {
            let key = RollingHash.key(RollingHash.value(of: letters[piece.range]), kind: piece.kind)
            entries.append((key, index))
            pieceKeys.insert(key)
        }
    }

    private mutating func add(_ bytes: [UInt8], _ kind: NameTable.Kind, _ index: UInt32) {
        entries.append((RollingHash.key(RollingHash.value(of: bytes), kind: kind.rawValue), index))
    }
}

extension NameForms.Form {
    /// Its letters, run together.
    fileprivate var letters: [UInt8] { words.flatMap(\.letters) }
}

extension Token {
    /// Whether it is written with a capital.
    fileprivate var hasCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
}
