internal import Language

/// The ways in which people say a name: whole, without its kind of way, in part, with initials.
struct NameForms {
    /// One way to say a name.
    struct Form {
        /// Its words, as places in the name.
        let words: [Word]
        /// From 0 to 1; less for a shortened name, so that a full name wins.
        let weight: Double
        let extent: Extent
        /// Whether the name begins with a kind of way and the form does not.
        let lacksWay: Bool
    }

    /// How much of a name a form says.
    enum Extent {
        /// All but articles.
        case whole
        /// The beginning and the end: "école Ferry".
        case ends
        /// The end without the kind of way or of place: "Jules Ferry", "Lilas".
        case core
        /// The last of several words that tell something: "Ferry".
        case single
    }

    /// A word of a name, its abbreviations written out.
    struct Word {
        let letters: [UInt8]
        let sound: [UInt8]
        /// Whether it may be left out: an article or a preposition.
        let isArticle: Bool
        /// Whether it is a kind of way: "rue".
        let isWay: Bool
        /// Whether it is written with a capital, as the words that tell one name from another are.
        let hasCapital: Bool
        /// Whether it is a word of everyday talk, too.
        let isOrdinary: Bool
    }

    /// How many words that tell something a name may have for its parts to be names too.
    private static let longestCut = 6
    /// The shortest word that may stand for a whole name.
    private static let shortestSingle = 4

    private let startsWithWay: Bool
    private var forms: [Form] = []

    private init(startsWithWay: Bool) { self.startsWithWay = startsWithWay }

    /// The forms of a name.
    ///
    /// - Parameters:
    ///   - words: the name's words, without the article before it.
    ///   - isProper: whether it names something of the town, so that its parts may stand for it.
    /// - Returns: the forms, the whole name first.
    static func forms(of words: [Word], isProper: Bool) -> [Form] {
        var maker = NameForms(startsWithWay: words.first?.isWay ?? false)
        maker.add(words, 1, .whole)
        if isProper { maker.addParts(of: words) }
        return maker.forms
    }

    private mutating func addParts(of words: [Word]) {
        if startsWithWay { add(Array(words.dropFirst().drop(while: \.isArticle)), 0.9, .core) }
        let telling = words.filter { !$0.isArticle }
        guard (2...NameForms.longestCut).contains(telling.count), let first = telling.first, let last = telling.last,
            last.hasCapital
        else { return }
        // "Jules Ferry" and "Ferry" for "École élémentaire Jules Ferry".
        for index in telling.indices.dropFirst() where telling[index].hasCapital {
            guard index == telling.count - 1 else {
                add(Array(telling[index...]), 0.85, .core)
                continue
            }
            if last.isOrdinary || last.letters.count < NameForms.shortestSingle { break }
            add([last], 0.75, .single)
        }
        // "École Ferry", "école Jules Ferry": some of what stands between is left out.
        let middle = Array(telling.dropFirst().dropLast())
        for choice in 0..<((1 << middle.count) - 1) {
            let kept = middle.indices.filter { choice & (1 << $0) != 0 }.map { middle[$0] }
            add([first] + kept + [last], 0.8, .ends)
        }
        // "J. Ferry", "école J. Ferry".
        let given = Array(telling.dropLast().reversed().prefix { $0.hasCapital && !$0.isOrdinary }.reversed())
        guard !given.isEmpty else { return }
        let short = given.map(\.initial) + [last]
        add(short, 0.85, .core)
        if given.count < telling.count - 1 { add([first] + short, 0.85, .ends) }
    }

    /// Adds a form, and the same without the articles within it.
    private mutating func add(_ words: [Word], _ weight: Double, _ extent: Extent) {
        guard !words.isEmpty else { return }
        let lacksWay = startsWithWay && words.first?.isWay != true
        forms.append(Form(words: words, weight: weight, extent: extent, lacksWay: lacksWay))
        // A name that ends in an article was cut there, and is not the word before it.
        let telling = words.filter { !$0.isArticle }
        guard telling.count < words.count, words.last?.isArticle == false else { return }
        forms.append(Form(words: telling, weight: weight * 0.97, extent: extent, lacksWay: lacksWay))
    }
}

extension NameForms.Word {
    /// The first letter alone: "J." for "Jules".
    fileprivate var initial: NameForms.Word {
        NameForms.Word(
            letters: Array(letters.prefix(1)), sound: Array(sound.prefix(1)), isArticle: false, isWay: false,
            hasCapital: true, isOrdinary: false)
    }
}
