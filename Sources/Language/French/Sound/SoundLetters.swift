/// A letter as French spelling distinguishes it, in one byte: ASCII for the plain ones, names below for the rest.
typealias Letter = UInt8

extension Letter {
    /// The letter é.
    static let acute: Letter = 0x80
    /// The letter è or ê.
    static let grave: Letter = 0x81
    /// The letter ç.
    static let cedilla: Letter = 0x82
    /// The letter ï.
    static let diaeresisI: Letter = 0x83
    /// The letter ü.
    static let diaeresisU: Letter = 0x84
    /// The letter ë.
    static let diaeresisE: Letter = 0x85

    static let a = UInt8(ascii: "a")
    static let b = UInt8(ascii: "b")
    static let c = UInt8(ascii: "c")
    static let d = UInt8(ascii: "d")
    static let e = UInt8(ascii: "e")
    static let f = UInt8(ascii: "f")
    static let g = UInt8(ascii: "g")
    static let h = UInt8(ascii: "h")
    static let i = UInt8(ascii: "i")
    static let j = UInt8(ascii: "j")
    static let k = UInt8(ascii: "k")
    static let l = UInt8(ascii: "l")
    static let m = UInt8(ascii: "m")
    static let n = UInt8(ascii: "n")
    static let o = UInt8(ascii: "o")
    static let p = UInt8(ascii: "p")
    static let q = UInt8(ascii: "q")
    static let r = UInt8(ascii: "r")
    static let s = UInt8(ascii: "s")
    static let t = UInt8(ascii: "t")
    static let u = UInt8(ascii: "u")
    static let v = UInt8(ascii: "v")
    static let w = UInt8(ascii: "w")
    static let x = UInt8(ascii: "x")
    static let y = UInt8(ascii: "y")
    static let z = UInt8(ascii: "z")

    /// Whether the letter writes a vowel.
    var isVowel: Bool {
        switch self {
        case .a, .e, .i, .o, .u, .y, .acute, .grave, .diaeresisI, .diaeresisU, .diaeresisE: true
        default: false
        }
    }

    /// Whether "c" and "g" are soft before the letter.
    var softens: Bool {
        switch self {
        case .e, .i, .y, .acute, .grave, .diaeresisI, .diaeresisE: true
        default: false
        }
    }

    /// Whether the letter is some "e".
    var isE: Bool { self == .e || self == .acute || self == .grave }
}

/// The letters of a word, as far as they matter to its sound.
enum SoundLetters {
    /// Letters of a word in lower case; signs and letters of other scripts are left out.
    static func letters(of word: some StringProtocol) -> [Letter] {
        var letters: [Letter] = []
        letters.reserveCapacity(16)
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: letters.append(Letter(scalar.value))
            case 0x41...0x5A: letters.append(Letter(scalar.value) | 0x20)
            case 0xC9, 0xE9: letters.append(.acute)
            case 0xC8, 0xCA, 0xE8, 0xEA: letters.append(.grave)
            case 0xCB, 0xEB: letters.append(.diaeresisE)
            case 0xC7, 0xE7: letters.append(.cedilla)
            case 0xCF, 0xEF: letters.append(.diaeresisI)
            case 0xDC, 0xFC: letters.append(.diaeresisU)
            case 0x300...0x36F: combine(scalar, with: &letters)
            case 0xC0...0x24F: appendBase(of: scalar, to: &letters)
            default: break
            }
        }
        return letters
    }

    private static func combine(_ mark: Unicode.Scalar, with letters: inout [Letter]) {
        guard let last = letters.last else { return }
        let combined: Letter? =
            switch (last, mark.value) {
            case (.e, 0x301): .acute
            case (.e, 0x300), (.e, 0x302): .grave
            case (.e, 0x308): .diaeresisE
            case (.i, 0x308): .diaeresisI
            case (.u, 0x308): .diaeresisU
            case (.c, 0x327): .cedilla
            default: nil
            }
        if let combined { letters[letters.count - 1] = combined }
    }

    private static func appendBase(of scalar: Unicode.Scalar, to letters: inout [Letter]) {
        var base = ""
        Folding.append(scalar, to: &base)
        letters += base.utf8.filter { $0 < 0x80 }
    }
}
