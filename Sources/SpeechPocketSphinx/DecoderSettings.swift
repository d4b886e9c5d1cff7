internal import Foundation

/// How the decoders of a model are set up: figures that were measured on human French, see `Docs/speech.md`.
struct DecoderSettings {
    /// The mean cepstrum of French speech, which that of a short utterance is drawn to.
    ///
    /// Measured on forty prompts of Debian's `asterisk-core-sounds-fr-wav` that are no digits, at ``LevelSetter/level``, through
    /// the filters of the 8 kHz model.
    private static let frenchMean = [46.6, 2.3, 3.8, 1.5, -2.2, -3.3, -4.3, -3.9, -2.0, 6.1, -1.8, 1.4, -2.1]

    /// A word that no search asks for: the library wants a dictionary that has one.
    private static let placeholder = "parvis-nothing SIL\n"

    let folder: URL
    let dictionary: URL
    /// Where the scores of the utterance under way are written: in memory where there is such a folder.
    let scores: URL
    let rate: Int

    /// Writes what the decoders read into a folder of this process's own.
    ///
    /// - Parameters:
    ///   - model: the model.
    ///   - scratch: a folder for files.
    ///   - scores: a folder for nothing but scores.
    /// - Throws: ``RecognitionError/noDecoder(_:)`` when they cannot be written.
    init(_ model: AcousticModel, in scratch: URL, scores: URL) throws(RecognitionError) {
        // The mean is set by ``CepstralMean``, before each utterance.
        folder = try ModelCopy(of: model, changes: ["-cmn": "live"], in: scratch).folder
        self.scores = scores
        dictionary = scratch.appending(path: "words.dict")
        rate = model.rate
        do {
            try Self.placeholder.write(to: dictionary, atomically: true, encoding: .utf8)
        } catch {
            throw .noDecoder("\(dictionary.path) cannot be written")
        }
    }

    /// The decoder of words.
    func words() throws(RecognitionError) -> SphinxDecoder {
        try decoder(["fwdflat": "yes", "pip": "0.2", "silprob": "0.1"])
    }

    /// The decoder of any phones, which words are measured against.
    func phones() throws(RecognitionError) -> SphinxDecoder {
        let decoder = try decoder([
            "allphone_ci": "yes", "beam": "1e-20", "pbeam": "1e-20", "senlogdir": scores.path,
        ])
        guard decoder.setPhoneLoop(PhoneLoop.search) else { throw .noDecoder("it takes no phone loop") }
        return decoder
    }

    /// What tells the mean of an utterance.
    func mean(like decoder: SphinxDecoder) throws(RecognitionError) -> CepstralMean {
        try CepstralMean(decoder, before: rate == 8_000 ? Self.frenchMean : nil)
    }

    private func decoder(_ own: [String: String]) throws(RecognitionError) -> SphinxDecoder {
        let common = [
            "samprate": String(rate),
            // All states are scored in both decoders: scores are relative to the best state, and must be to the same.
            "compallsen": "yes",
            // Silence is kept out before, where its time is known.
            "remove_silence": "no",
        ]
        return try SphinxDecoder(model: folder, dictionary: dictionary, options: common.merging(own) { $1 })
    }
}
