/// French phones of the CMUSphinx models, and what an American English model has instead.
enum FrenchPhones {
    /// The nearest sounds of American English (ARPAbet), a French phone each; nasal vowels become a vowel and its consonant.
    private static let english: [String: String] = [
        "aa": "AA", "ai": "EH", "an": "AA N", "au": "OW", "bb": "B", "ch": "SH", "dd": "D", "ee": "AH", "ei": "EY",
        "eu": "ER", "ff": "F", "gg": "G", "gn": "N Y", "ii": "IY", "in": "AE N", "jj": "ZH", "kk": "K", "ll": "L",
        "mm": "M", "nn": "N", "oe": "ER", "on": "AO N", "oo": "AO", "ou": "UW", "pp": "P", "rr": "R", "ss": "S",
        "tt": "T", "un": "AH N", "uu": "UW", "uy": "W", "vv": "V", "ww": "W", "yy": "Y", "zz": "Z",
    ]

    /// All of them.
    static let all = english.keys.sorted()

    /// A French pronunciation in the phones of an English model; nil where a phone is no French one.
    static func english(_ pronunciation: String) -> String? {
        let phones = pronunciation.split(separator: " ").map { english[String($0)] }
        guard !phones.isEmpty, !phones.contains(nil) else { return nil }
        return phones.compactMap(\.self).joined(separator: " ")
    }

    /// The ways in which a pronunciation of the dictionary is said in France.
    ///
    /// - Parameter pronunciation: phones, separated by spaces.
    /// - Returns: the dictionary's own first.
    static func ways(_ pronunciation: String) -> [String] {
        var ways = [pronunciation.split(separator: " ").map(String.init)]
        for habit in habits {
            for way in ways.map(habit) where !ways.contains(way) { ways.append(way) }
        }
        return ways.map { $0.joined(separator: " ") }
    }

    /// What people do to the sounds of the dictionary.
    private static let habits: [@Sendable ([String]) -> [String]] = [
        // Within a word, with care, a schwa is said as the vowel of "deux": "jeudi", "demain". The one at the end stays.
        { phones in phones.dropLast().map { $0 == "ee" ? "eu" : $0 } + phones.suffix(1) },
        // The vowel of "brun" became that of "brin" in most of France: "un", "lundi".
        { $0.map { $0 == "un" ? "in" : $0 } },
        // At the end, the vowel of "mai" is often that of "été".
        { $0.last == "ai" ? $0.dropLast() + ["ei"] : $0 },
        // The last sound of "quatre", "octobre", "possible" is dropped before a pause or another consonant.
        { phones in
            let spoken = phones.last == "ee" ? phones.dropLast() : phones
            guard let last = spoken.last, last == "rr" || last == "ll", spoken.count > 2,
                obstruents.contains(spoken[spoken.count - 2])
            else { return phones }
            return spoken.dropLast()
        },
    ]

    private static let obstruents: Set<String> = ["bb", "dd", "ff", "gg", "kk", "pp", "tt", "vv"]
}
