internal import CPocketSphinx
internal import Foundation
internal import SpeechSignal

/// One decoder of pocketsphinx, with the C calls that it takes.
///
/// It belongs to one thread.
final class SphinxDecoder {
    /// Natural logarithms in a step of the library's scores: base 1.0001, ten bits shifted out (`hmm.h`, `SENSCR_SHIFT`).
    static let nats = log(1.0001) * 1_024

    /// How long other readings are looked for, in seconds of processor time: in a large grammar there is no end to them.
    private static let readingsSeconds = 0.03

    private let decoder: OpaquePointer
    private let configuration: OpaquePointer
    /// The library keeps pointers into its arguments.
    private let arguments: [UnsafeMutablePointer<CChar>?]
    private var beams: [String: SearchBeams] = [:]
    private var known: [String: Set<String>] = [:]

    /// A decoder without a search.
    ///
    /// - Parameters:
    ///   - model: the folder of the acoustic model.
    ///   - dictionary: a dictionary file with one word at least.
    ///   - options: the library's options, without their dash.
    /// - Throws: ``RecognitionError/noDecoder(_:)``.
    init(model: URL, dictionary: URL, options: [String: String]) throws(RecognitionError) {
        var words = ["parvis-speech", "-hmm", model.path, "-dict", dictionary.path, "-logfn", "/dev/null"]
        for (name, value) in options.sorted(by: { $0.key < $1.key }) { words += ["-" + name, value] }
        var arguments = words.map { strdup($0) }
        guard let configuration = cmd_ln_parse_r(nil, ps_args(), Int32(arguments.count), &arguments, 0),
            let decoder = ps_init(configuration)
        else {
            for argument in arguments { free(argument) }
            throw .noDecoder("pocketsphinx refuses the model \(model.path)")
        }
        (self.arguments, self.configuration, self.decoder) = (arguments, configuration, decoder)
    }

    deinit {
        ps_free(decoder)
        cmd_ln_free_r(configuration)
        for argument in arguments { free(argument) }
    }

    /// Keeps the library's messages from standard error, for the whole process: they may hold what a person said.
    static func silence() { err_set_logfile("/dev/null") }

    // MARK: Searches

    /// Whether a word has a pronunciation.
    func knows(_ word: String) -> Bool { known[word] != nil }

    /// Adds ways to say a word; those that it has stay.
    ///
    /// Searches that are made afterwards hear them.
    func add(_ word: String, _ pronunciations: [String]) {
        for pronunciation in pronunciations where known[word]?.contains(pronunciation) != true {
            let number = (known[word]?.count ?? 0) + 1
            let name = number == 1 ? word : "\(word)(\(number))"
            if ps_add_word(decoder, name, pronunciation, 0) >= 0 { known[word, default: []].insert(pronunciation) }
        }
    }

    /// Makes a search of a grammar.
    ///
    /// - Parameters:
    ///   - name: what to call it; a search of that name is replaced.
    ///   - text: the grammar in JSGF; every word must be known.
    ///   - weight: how much the probabilities of the grammar count against the sound.
    ///   - beams: how far it looks.
    /// - Returns: whether it could be made.
    func setGrammar(_ name: String, _ text: String, weight: Float, _ beams: SearchBeams = .grammar) -> Bool {
        beams.set(configuration)
        self.beams[name] = beams
        guard let grammar = jsgf_parse_string(text, nil) else { return false }
        defer { jsgf_grammar_free(grammar) }
        guard let rule = jsgf_get_public_rule(grammar),
            let machine = jsgf_build_fsg(grammar, rule, ps_get_logmath(decoder), weight)
        else { return false }
        defer { fsg_model_free(machine) }
        cmd_ln_set_int_r(configuration, "-bestpath", 0)
        guard let small = WordGraph.small(machine)?.model(like: machine) else {
            return ps_set_fsg(decoder, name, machine) == 0
        }
        defer { fsg_model_free(small) }
        return ps_set_fsg(decoder, name, small) == 0
    }

    /// Makes the search for any syllables, with narrow beams: it is only compared with, and must cost little.
    ///
    /// - Parameter spell: a French pronunciation in the phones of the model; nil where it has none.
    /// - Returns: whether it could be made.
    func setSyllables(_ spell: (String) -> String?) -> Bool {
        for (number, syllable) in Syllables.all.enumerated() {
            guard let phones = spell(syllable) else { return false }
            add(Syllables.word(number), [phones])
        }
        return setGrammar(Syllables.search, Syllables.grammar, weight: 1, .comparison)
    }

    /// Makes a search of a language model in ARPA's format; words that nobody knows how to say are never heard.
    ///
    /// - Returns: whether it could be made.
    func setLanguageModel(_ name: String, _ file: URL) -> Bool {
        SearchBeams.model.set(configuration)
        beams[name] = .model
        cmd_ln_set_int_r(configuration, "-bestpath", 1)
        return ps_set_lm_file(decoder, name, file.path) == 0
    }

    /// Makes a search for any phones.
    func setPhoneLoop(_ name: String) -> Bool { ps_set_allphone_file(decoder, name, nil) == 0 }

    // MARK: An utterance

    /// The score of the best path of the last search, in natural logarithms; nil when nothing fits.
    var score: Double? {
        var score: Int32 = 0
        return ps_get_hyp(decoder, &score) == nil ? nil : Double(score) * Self.nats
    }

    /// Begins an utterance; false when there is no search of that name.
    func begin(_ search: String) -> Bool {
        guard ps_set_search(decoder, search) == 0 else { return false }
        return ps_start_utt(decoder) == 0
    }

    /// Decodes the next samples.
    func take(_ samples: [Int16]) {
        guard !samples.isEmpty else { return }
        ps_process_raw(decoder, samples, samples.count, 0, 0)
    }

    /// Ends the utterance.
    func end() { ps_end_utt(decoder) }

    /// Decodes a whole utterance from the scores that another decoder of the same model wrote.
    ///
    /// To score sounds takes nearly all of the time of hearing; to search among words that are scored, a hundredth of it.
    ///
    /// - Parameters:
    ///   - search: the name of the search.
    ///   - file: the scores.
    /// - Returns: how many frames there were; nil when they cannot be read.
    func decode(_ search: String, scores file: URL) -> Int? {
        // The library reads how many states it may follow at each frame, the rest when the search is made.
        beams[search]?.set(configuration)
        guard ps_set_search(decoder, search) == 0, let stream = fopen(file.path, "rb") else { return nil }
        defer { fclose(stream) }
        let frames = ps_decode_senscr(decoder, stream)
        return frames < 0 ? nil : Int(frames)
    }

    /// The best words so far; nil when there are none.
    var partial: String? {
        guard let text = ps_get_hyp(decoder, nil) else { return nil }
        return String(cString: text)
    }

    /// The frames decoded so far.
    var frames: Int { Int(ps_get_n_frames(decoder)) }

    /// What was heard, once the utterance ended; nil when nothing fits at all.
    func hypothesis() -> Hypothesis? {
        var score: Int32 = 0
        guard let text = ps_get_hyp(decoder, &score) else { return nil }
        return Hypothesis(text: String(cString: text), score: Double(score) * Self.nats, segments: segments())
    }

    /// The best readings, each text once.
    ///
    /// - Parameter most: how many at most.
    /// - Returns: the readings, with their scores in natural logarithms.
    func readings(_ most: Int) -> [(text: String, score: Double)] {
        var found: [(text: String, score: Double)] = []
        var next = ps_nbest(decoder)
        // The same words come again and again with other times: the search for new ones must end, and soon.
        let start = ThreadTime.now()
        for _ in 0..<most * 20 where ThreadTime.now() - start < Self.readingsSeconds {
            guard let current = next, found.count < most else { break }
            next = ps_nbest_next(current)
            guard let reading = next else { break }
            var score: Int32 = 0
            guard let pointer = ps_nbest_hyp(reading, &score) else { continue }
            let text = String(cString: pointer)
            if !text.isEmpty, !found.contains(where: { $0.text == text }) {
                found.append((text, Double(score) * Self.nats))
            }
        }
        if let next { ps_nbest_free(next) }
        return found
    }

    /// The library counts frames from the start of the process: here they count from the start of the utterance.
    private func segments() -> [Hypothesis.Segment] {
        var segments: [Hypothesis.Segment] = []
        var origin: Int?
        var next = ps_seg_iter(decoder)
        while let segment = next {
            var (start, end, acoustic, language, back) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
            ps_seg_frames(segment, &start, &end)
            _ = ps_seg_prob(segment, &acoustic, &language, &back)
            let first = origin ?? Int(start)
            origin = first
            if let word = ps_seg_word(segment) {
                segments.append(
                    .init(
                        name: String(cString: word), start: Int(start) - first, end: Int(end) + 1 - first,
                        score: Double(acoustic) * Self.nats))
            }
            next = ps_seg_next(segment)
        }
        return segments
    }

    // MARK: The mean

    /// Another front end with the settings of this decoder; the caller frees it.
    func makeFrontEnd() -> OpaquePointer? { fe_init_auto_r(configuration) }

    /// Sets the mean of the sound, which is taken out of it in the next utterance.
    func setMean(_ mean: [Float]) {
        guard let feature = ps_get_feat(decoder), let state = feature.pointee.cmn_struct,
            mean.count == Int(state.pointee.veclen)
        else { return }
        cmn_live_set(state, mean)
    }
}

/// What a search heard.
struct Hypothesis {
    /// A word or a phone where it was heard.
    struct Segment {
        /// The word as in the dictionary: `dix(2)`, `<sil>`.
        let name: String
        /// Its first frame, and the one after its last.
        let start: Int, end: Int
        /// How well the sound fits, in natural logarithms, beside the best state of each frame.
        let score: Double

        /// Whether it stands for silence or noise.
        var isFiller: Bool {
            name.hasPrefix("<") || name.hasPrefix("(") || name.hasPrefix("[") || name.hasPrefix("+") || name == "SIL"
        }

        /// The word without the number of its pronunciation.
        var word: String {
            guard name.hasSuffix(")"), let bracket = name.lastIndex(of: "("), bracket > name.startIndex else {
                return name
            }
            return String(name[..<bracket])
        }
    }

    /// The words, silences left out.
    let text: String
    /// The score of the whole, in natural logarithms.
    let score: Double
    /// The words and silences, in order.
    let segments: [Segment]
}
