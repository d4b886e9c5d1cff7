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

    /// A pronunciation with its schwas within said as the vowel of "deux", as people do who speak with care: "jeudi", "demain".
    ///
    /// The dictionary has schwas only. One at the end, which few people say, stays.
    ///
    /// - Parameter pronunciation: phones, separated by spaces.
    /// - Returns: the other way; nil when there is no schwa within.
    static func rounded(_ pronunciation: String) -> String? {
        var phones = pronunciation.split(separator: " ")
        let places = phones.indices.dropLast().filter { phones[$0] == "ee" }
        guard !places.isEmpty else { return nil }
        for place in places { phones[place] = "eu" }
        return phones.joined(separator: " ")
    }
}
