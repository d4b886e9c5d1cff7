import SpeechALSA
import SpeechEspeakNG
import SpeechPocketSphinx
import Wyoming

/// Says what the engines are: `describe`.
final class Description: Sendable {
    /// The version of Parvis's own events: `Docs/speech-engine-protocol.md`.
    private static let version = 1
    private static let languages = ["fr", "en", "ar"]

    private let recognition: RecognitionService
    private let synthesiser: EspeakSynthesiser
    private let (questions, asking) = AsyncStream<Void>.makeStream()

    init(_ recognition: RecognitionService, _ synthesiser: EspeakSynthesiser) {
        (self.recognition, self.synthesiser) = (recognition, synthesiser)
    }

    func ask() { asking.yield() }

    func finish() { asking.finish() }

    func run(_ outlet: Outlet) async {
        for await _ in questions { outlet.send(await info()) }
    }

    private func info() async -> InfoMessage {
        let sphinx = Attribution(name: "Carnegie Mellon University", url: "https://cmusphinx.github.io")
        let espeak = Attribution(name: "espeak-ng", url: "https://github.com/espeak-ng/espeak-ng")
        let alsa = Attribution(name: "ALSA", url: "https://www.alsa-project.org")
        var voices: [ModelInfo] = []
        for language in Self.languages {
            voices += await synthesiser.voices(language).map {
                ModelInfo(name: $0, languages: [language], attribution: espeak)
            }
        }
        var (model, warnings) = (AcousticModel?.none, [String]())
        switch await recognition.recogniser.value {
        case .success(let recogniser): model = recogniser.model
        case .failure(let error): warnings.append(error.code)
        }
        if let model, model.isEnglish { warnings.append("english-model") }
        if voices.isEmpty { warnings.append("no-voice") }
        return InfoMessage(
            asr: model.map { model in
                [
                    ProgramInfo(
                        name: "pocketsphinx", attribution: sphinx, description: "Grammars of a town hall's dialogue",
                        models: [ModelInfo(name: model.name, languages: ["fr"], attribution: sphinx)])
                ]
            } ?? [],
            tts: voices.isEmpty
                ? []
                : [
                    ProgramInfo(
                        name: "espeak-ng", attribution: espeak, description: "Formant synthesis", voices: voices)
                ],
            mic: [ProgramInfo(name: "alsa", attribution: alsa, micFormat: AudioFormatInfo(rate: 16_000))],
            snd: [ProgramInfo(name: "alsa", attribution: alsa, sndFormat: AudioFormatInfo(rate: 22_050))],
            parvis: SpeechEngineInfo(
                version: Self.version, model: model?.name, phones: model?.pronunciationPhones ?? [],
                rate: model?.rate ?? 16_000, warnings: warnings, captureDevices: SoundDevices.capture,
                playbackDevices: SoundDevices.playback))
    }
}
