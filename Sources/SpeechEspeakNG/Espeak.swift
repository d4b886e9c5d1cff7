internal import CEspeakNG
internal import Foundation

/// The C calls of espeak-ng.
///
/// Its state is that of the whole process: one thread makes all of them.
struct Espeak {
    /// How much sound there is in a call back, in milliseconds: a stop is heeded between two.
    private static let buffer: Int32 = 20

    /// Samples a second of its own voices.
    let rate: Int

    /// Starts the library; nil when its data are missing.
    init?() {
        let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, Self.buffer, nil, Int32(espeakINITIALIZE_DONT_EXIT))
        guard rate > 0 else { return nil }
        self.rate = Int(rate)
    }

    /// Takes a voice.
    ///
    /// - Parameter name: as `fr`, `fr+f2`, `fr-be`, `mb-fr4`.
    /// - Returns: whether there is one of that name.
    func setVoice(_ name: String) -> Bool {
        // The library looks for an mbrola voice's files itself, and writes to standard error when they are not there.
        if name.hasPrefix("mb-"), !Mbrola.isInstalled(name) { return false }
        return espeak_SetVoiceByName(name) == EE_OK
    }

    /// Takes a rate, as the library counts it, and what it puts between two words, likewise.
    func setRate(_ parameter: Int, gap: Int) {
        espeak_SetParameter(espeakRATE, Int32(parameter), 0)
        espeak_SetParameter(espeakWORDGAP, Int32(gap), 0)
    }

    /// Says a sentence.
    ///
    /// - Parameters:
    ///   - text: the sentence.
    ///   - hasPhonemes: whether `[[` and `]]` hold phonemes.
    ///   - listen: gets sound and words as they are made, and says whether to go on.
    /// - Returns: whether the library took the text.
    func say(_ text: String, hasPhonemes: Bool, listen: (Output) -> Bool) -> Bool {
        withoutActuallyEscaping(listen) { listen in
            let listener = Listener(listen)
            espeak_SetSynthCallback(receive)
            let flags = UInt32(espeakCHARS_UTF8) | (hasPhonemes ? UInt32(espeakPHONEMES) : 0)
            return withExtendedLifetime(listener) {
                espeak_Synth(
                    text, text.utf8.count + 1, 0, POS_CHARACTER, 0, flags, nil,
                    Unmanaged.passUnretained(listener).toOpaque()) == EE_OK
            }
        }
    }

    /// The phonemes of a text in IPA, `_` between them.
    func phonemes(_ text: String) -> String {
        var result: [String] = []
        text.withCString { start in
            var next: UnsafeRawPointer? = UnsafeRawPointer(start)
            // A clause a call; a text has fewer clauses than bytes.
            for _ in 0...text.utf8.count {
                guard next != nil else { break }
                let mode = Int32(0x02) | Int32(Character("_").asciiValue ?? 0) << 8
                if let clause = espeak_TextToPhonemes(&next, Int32(espeakCHARS_UTF8), mode) {
                    result.append(String(cString: clause))
                }
            }
        }
        return result.joined(separator: "_")
    }

    /// The names of the voices of a language, as `fr`; mbrola's only where they are installed.
    func voices(_ language: String) -> [String] {
        var voices: [String] = []
        var next = espeak_ListVoices(nil)
        while let list = next, let voice = list.pointee {
            // A byte of priority, then the language.
            let languages = voice.pointee.languages.map { String(cString: $0 + 1) } ?? ""
            let file = voice.pointee.identifier.map { String(cString: $0) } ?? ""
            let isMbrola = file.hasPrefix("mb/")
            if languages == language || languages.hasPrefix(language + "-") {
                let name = (file.split(separator: "/").last.map(String.init) ?? languages).lowercased()
                if !isMbrola || Mbrola.isInstalled(name) { voices.append(name) }
            }
            next = list + 1
        }
        return voices.sorted()
    }
}

/// What a voice says, piece by piece.
enum Output {
    /// Samples a second change: an mbrola voice has its own.
    case rate(Int)
    /// A word begins: its first character counted from 0, how many it has, its first sample.
    case word(start: Int, length: Int, sample: Int)
    /// Samples.
    case sound(UnsafeBufferPointer<Int16>)
}

/// The voices of mbrola, which espeak-ng plays where a town installed them.
enum Mbrola {
    /// Whether a voice can be used: `mb-fr4` needs the data `fr4` and the program.
    static func isInstalled(_ name: String) -> Bool {
        let data = String(name.dropFirst(3))
        let files = FileManager.default
        let hasData = [
            "/usr/share/mbrola/\(data)", "/usr/share/mbrola/\(data)/\(data)", "/usr/share/mbrola/voices/\(data)",
        ]
        .contains { files.fileExists(atPath: $0) }
        return hasData && ["/usr/bin/mbrola", "/usr/local/bin/mbrola"].contains { files.isExecutableFile(atPath: $0) }
    }
}

/// Carries a closure through the library's untyped pointer.
private final class Listener {
    let listen: (Output) -> Bool
    init(_ listen: @escaping (Output) -> Bool) { self.listen = listen }
}

/// What the library calls: 0 to go on, 1 to stop.
///
/// The samples may be missing, at the end of a text.
private func receive(
    samples: UnsafeMutablePointer<Int16>?, count: Int32, events: UnsafeMutablePointer<espeak_EVENT>?
) -> Int32 {
    var next = events
    var listener: Listener?
    while let event = next, event.pointee.type != espeakEVENT_LIST_TERMINATED {
        if let data = event.pointee.user_data { listener = Unmanaged<Listener>.fromOpaque(data).takeUnretainedValue() }
        switch event.pointee.type {
        case espeakEVENT_SAMPLERATE: _ = listener?.listen(.rate(Int(event.pointee.id.number)))
        case espeakEVENT_WORD:
            _ = listener?.listen(
                .word(
                    start: Int(event.pointee.text_position) - 1, length: Int(event.pointee.length),
                    sample: Int(event.pointee.sample)))
        default: break
        }
        next = event + 1
    }
    if listener == nil, let data = next?.pointee.user_data {
        listener = Unmanaged<Listener>.fromOpaque(data).takeUnretainedValue()
    }
    guard let listener, let samples, count > 0 else { return 0 }
    return listener.listen(.sound(UnsafeBufferPointer(start: samples, count: Int(count)))) ? 0 : 1
}
