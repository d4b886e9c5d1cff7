extension French {
    /// The key of what a recogniser heard phone by phone, in the French phones of CMUSphinx: "b" is `bb`, "on" is `on`.
    ///
    /// Silences and noises are left out; so is a schwa, which people say or not.
    public func soundKey(ofPhones phones: some Sequence<some StringProtocol>) -> String {
        var key: [UInt8] = []
        for phone in phones {
            guard let sound = Self.phoneSounds[String(phone)] else { continue }
            if key.last != sound || SoundScanner.isVowelSound(sound) { key.append(sound) }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// The sound of each phone, in the letters of `SoundScanner`; those that people mix up in writing are one.
    private static let phoneSounds: [String: UInt8] = [
        "aa": "a", "ai": "e", "ei": "e", "an": "A", "in": "I", "un": "I", "on": "O", "au": "o", "oo": "o", "ou": "u",
        "uu": "y", "uy": "y", "ii": "i", "eu": "2", "oe": "2", "ww": "w", "yy": "j", "bb": "b", "ch": "S", "dd": "d",
        "ff": "f", "gg": "g", "gn": "N", "jj": "Z", "kk": "k", "ll": "l", "mm": "m", "nn": "n", "pp": "p", "rr": "r",
        "ss": "s", "tt": "t", "vv": "v", "zz": "z",
    ].mapValues { (letter: Character) in letter.asciiValue ?? 0 }
}
