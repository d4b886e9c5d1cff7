/// The most common syllables of French, as a search for any speech: what words have to be better than.
///
/// A loop of single phones takes any sound for speech of some kind; syllables, whose phones the model knows in their context, fit
/// what was said nearly as well as the right words do, and clearly better than wrong ones.
enum Syllables {
    /// The name of the search.
    static let search = "parvis-syllables"

    /// The 150 that are in most words of the model's dictionary, the most frequent first.
    static let all = """
        aa; ai; tt ei; dd ai; tt ii; rr aa; mm an; ll ii; rr ai; rr ee; kk on; in; kk aa; ss yy on; an; ss ii; rr ii;
        ii; mm aa; tt aa; dd ii; nn ii; ss ei; mm ii; nn aa; kk oo; pp aa; ll aa; dd ei; ss ai; oo; zz ei; tt ai; nn ei;
        tt ee; rr ei; vv ii; bb aa; yy ei; ff ii; dd ee; nn ai; ss aa; ll ei; mm ai; ss ee; tt an; ei; tt ai rr; tt uu;
        ss an; pp rr oo; pp rr ai; jj ei; ll ai; gg aa; pp ei; zz aa; pp ai; bb ii; ll ee; pp oo; au; zz ii; vv aa; rr
        an; mm ei; mm oo; kk uu; ss uu; jj ii; dd aa; pp ii; ll oo; tt oo; tt oe rr; pp ai rr; rr oo; uu; dd uu; vv ee;
        nn oo; ff ai; ff aa; nn ee; vv ai rr; pp aa rr; rr on; ss yy oo; kk au; ss oo; yy aa; kk ou; vv ai; tt rr aa; kk
        ii; aa rr; vv ei; ll uu; nn uu; bb ei; rr au; kk ee; kk ei; mm uu; vv an; tt ii kk; tt rr ii; ss ou; ll an; nn
        au; ai ss; jj ai; ai kk ss; ch ii; ch ei; tt au; mm aa rr; bb ai; mm ee; bb ou; ch aa; pp oo rr; dd oo; ss ai
        rr; mm on; ff oo rr; zz an; zz ee; jj ee; vv oo; ch ee; pp an; ai ll; dd ii ss; dd an; kk an; bb uu; ou; ai gg;
        ss in; bb oo; ll au; gg rr aa; pp rr ii; kk aa rr; pp uu; tt ii ff; mm aa nn; aa ll
        """.split(separator: ";").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The word that stands for a syllable in the decoder.
    static func word(_ number: Int) -> String { "parvis-syllable-" + String(number) }

    /// The grammar: one or more of them, in any order.
    static let grammar =
        "#JSGF V1.0;\ngrammar syllables;\npublic <said> = (" + all.indices.map(word).joined(separator: " | ") + ")+;\n"
}
