internal import Foundation

/// How the decoders of a model are set up: figures that were measured on human French, see `Docs/speech.md`.
struct DecoderSettings {
    /// The mean cepstrum of French speech, which the running mean starts from.
    ///
    /// Measured on forty prompts of Debian's `asterisk-core-sounds-fr-wav` that are no digits, at ``LevelSetter/level``, through
    /// the filters of the 8 kHz model.
    private static let frenchMean = "46.6,2.3,3.8,1.5,-2.2,-3.3,-4.3,-3.9,-2.0,6.1,-1.8,1.4,-2.1"

    /// A word that no search asks for: the library wants a dictionary that has one.
    private static let placeholder = "parvis-nothing SIL\n"

    let folder: URL
    let dictionary: URL
    private let rate: Int

    /// Writes what the decoders read into a folder of this process's own.
    init(_ model: AcousticModel, in scratch: URL) throws(RecognitionError) {
        // Utterances are a word or a sentence: the mean of one is that of its few sounds, so it must run on from the one before.
        var changes = ["-cmn": "live"]
        if model.rate == 8_000 { changes["-cmninit"] = Self.frenchMean }
        folder = try ModelCopy(of: model, changes: changes, in: scratch).folder
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
        try decoder([
            "beam": "1e-60", "wbeam": "1e-40", "pbeam": "1e-60", "maxhmmpf": "30000", "fwdflat": "yes", "lw": "6.5",
            "pip": "0.5",
        ])
    }

    /// The decoder of any phones, which words are measured against.
    func phones() throws(RecognitionError) -> SphinxDecoder {
        let decoder = try decoder(["allphone_ci": "yes", "beam": "1e-20", "pbeam": "1e-20"])
        guard decoder.setPhoneLoop(PhoneLoop.search) else { throw .noDecoder("it takes no phone loop") }
        return decoder
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
