/// Case, accents and ligatures of the letters that French texts contain.
enum Folding {
    /// Adds a scalar in lower case, without its accent, to a text; a mark that combines with a letter adds nothing.
    static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar.value {
        case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
        case 0x00...0x7F: text.unicodeScalars.append(scalar)
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0xAD: break
        case 0xC0...0x24F: appendLatin(scalar, to: &text)
        case 0x2018, 0x2019, 0x2BC, 0x2032, 0xB4, 0xFF07: text += "'"
        case 0x1D49: text += "e"
        case 0x2B3: text += "r"
        default: text += scalar.properties.lowercaseMapping
        }
    }

    /// A whole text, folded.
    static func fold(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    private static func appendLatin(_ scalar: Unicode.Scalar, to text: inout String) {
        let lower = scalar.value <= 0xDE && scalar.value != 0xD7 ? scalar.value | 0x20 : scalar.value
        switch lower {
        case 0xE0...0xE5, 0x100...0x105: text += "a"
        case 0xE6: text += "ae"
        case 0xE7, 0x106...0x10D: text += "c"
        case 0xE8...0xEB, 0x112...0x11B: text += "e"
        case 0xEC...0xEF, 0x128...0x131: text += "i"
        case 0xF1, 0x143...0x148: text += "n"
        case 0xF2...0xF6, 0xF8, 0x14C...0x151: text += "o"
        case 0xF9...0xFC, 0x168...0x173: text += "u"
        case 0xFD, 0xFF, 0x176...0x178: text += "y"
        case 0x152, 0x153: text += "oe"
        case 0x15A...0x161: text += "s"
        case 0x179...0x17E: text += "z"
        case 0xDF: text += "ss"
        default: text += scalar.properties.lowercaseMapping
        }
    }
}
