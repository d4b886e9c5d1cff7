internal import CPocketSphinx

/// How a search weighs what it follows, and how far it looks beside the best path: what is less likely than the best by more than a
/// beam is dropped.
struct SearchBeams {
    /// Of states, of ends of words, and of ends of phones, as ratios of likelihoods.
    let states: Double, words: Double, phones: Double
    /// How many states are followed in a frame at most, about.
    let most: Int
    /// What each word costs, 0 to 1.
    let word: Double
    /// How much a language model counts against the sound.
    var language = 6.5

    /// For grammars: in noise the right path may lie far behind for a while (`Docs/speech.md`).
    static let grammar = SearchBeams(states: 1e-120, words: 1e-100, phones: 1e-120, most: 1_000, word: 0.65)
    /// For models of three words, where each beam costs more: all words may follow all.
    static let model = SearchBeams(states: 1e-60, words: 1e-40, phones: 1e-60, most: 30_000, word: 0.65, language: 10)
    /// For what is only compared with.
    static let comparison = SearchBeams(states: 1e-20, words: 1e-12, phones: 1e-20, most: 30_000, word: 1)

    /// Makes the searches that are made from now on use them.
    func set(_ configuration: OpaquePointer) {
        let weights = [("-wip", word), ("-lw", language)]
        for (name, value) in [("-beam", states), ("-wbeam", words), ("-pbeam", phones)] + weights {
            cmd_ln_set_float_r(configuration, name, value)
        }
        cmd_ln_set_int_r(configuration, "-maxhmmpf", most)
    }
}
