extension SoundScanner {
    /// Reads the consonant at the index, with the letters that change it.
    mutating func readConsonant() {
        let isDoubled = letter(1) == letter()
        let width = isDoubled ? 2 : 1
        switch letter() {
        case .c: readC()
        case .g: readG(width)
        case .s: readS()
        case .t: readT(width)
        case .x: readX()
        case .p where letter(1) == .h: emit("f", skipping: 2)
        case .p where letter(-1) == .m && letter(1) == .t: index += 1
        case .q: emit("k", skipping: letter(1) == .u ? 2 : 1)
        case .b where letter(1) == .s || letter(1) == .t: emit("p", skipping: 1)
        case .b: emit("b", skipping: width)
        case .cedilla: emit("s", skipping: 1)
        case .d: emit("d", skipping: width)
        case .f: emit("f", skipping: width)
        case .h: index += 1
        case .j: emit("Z", skipping: width)
        case .k: emit("k", skipping: width)
        case .l: emit("l", skipping: width)
        case .m: emit("m", skipping: width)
        case .n: emit("n", skipping: width)
        case .p: emit("p", skipping: width)
        case .r: emit("r", skipping: width)
        case .v: emit("v", skipping: width)
        case .w: emit("w", skipping: width)
        case .z: emit("z", skipping: width)
        default: index += 1
        }
    }

    private mutating func readC() {
        switch letter(1) {
        case .h where [.r, .l, .n].contains(letter(2)): emit("k", skipping: 2)
        case .h: emit("S", skipping: 2)
        case .c where letter(2).softens: emit("ks", skipping: 2)
        case .c, .k, .q: emit("k", skipping: letter(1) == .q && letter(2) == .u ? 3 : 2)
        case let next where next.softens: emit("s", skipping: 1)
        default: emit("k", skipping: 1)
        }
    }

    private mutating func readG(_ width: Int) {
        let next = letter(width)
        switch next {
        case .n where width == 1: emit("N", skipping: 2)
        case .u where letter(width + 1) == .e && letter(width + 2) == .i: emit("g", skipping: width)
        case .u where letter(width + 1).softens: emit("g", skipping: width + 1)
        case .e where letter(width + 1) == .a || letter(width + 1) == .o: emit("Z", skipping: width + 1)
        case _ where next.softens && width == 1: emit("Z", skipping: 1)
        default: emit("g", skipping: width)
        }
    }

    private mutating func readS() {
        switch letter(1) {
        case .s: emit("s", skipping: 2)
        case .c where letter(2) == .h: emit("S", skipping: 3)
        case .c where letter(2).softens: emit("s", skipping: 2)
        case .h: emit("S", skipping: 2)
        case let next where next.isVowel && letter(-1).isVowel: emit("z", skipping: 1)
        default: emit("s", skipping: 1)
        }
    }

    /// "t" is "s" in "-tion", "-tiel", "-tial", "-tieux", "-tience", but not after an "s".
    private mutating func readT(_ width: Int) {
        let isSoft: Bool =
            if width == 2 || letter(1) != .i || letter(-1) == .s || letter(-1) == 0 {
                false
            } else {
                switch (letter(2), letter(3)) {
                case (.o, .n), (.e, .l), (.a, .l), (.a, .u), (.e, .u): true
                case (.e, .n): letter(4) == .c
                default: false
                }
            }
        if isSoft { emit("s", skipping: 1) } else { emit("t", skipping: width) }
    }

    private mutating func readX() {
        let isVoiced = letter(-1).isE && index <= 1 && letter(1).isVowel
        if isVoiced { emit("gz", skipping: 1) } else { emit("ks", skipping: 1) }
    }
}
