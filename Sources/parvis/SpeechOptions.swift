import ArgumentParser
import Assistant
import CivilTime
import Diagnostics
import Foundation
import KioskChannel
import Language
import Speech
import SpeechWyoming

/// The options of every command that hears or speaks.
struct SpeechOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A folder with an acoustic model; the installed French one by default.", valueName: "dir"))
    var acousticModel: String?

    @Option(
        help: ArgumentHelp(
            "A Wyoming recogniser for open questions, such as faster-whisper on 127.0.0.1:10300.",
            valueName: "host:port"))
    var recogniser: String?

    /// How long a second recogniser may take for a file, in seconds.
    static let filePatience = WyomingRecogniser.patience

    @OptionGroup var service: VoiceServiceOptions

    @Option(help: ArgumentHelp("The voice, as espeak-ng names it: fr, fr+f2, fr-be.", valueName: "name"))
    var voice: String?

    func validate() throws { try ServiceAddress.check(recogniser, port: 10_300) }

    /// The engines' program.
    ///
    /// - Throws: ``Failure`` with the status of a missing device, and the line that installs it.
    func engine(_ assistant: Assistant) throws -> SpeechEngine {
        try Self.engine(assistant, arguments: arguments)
    }

    /// The engines' program; where it is missing, that is told, and the command goes on without it.
    func engineIfInstalled(_ assistant: Assistant) -> SpeechEngine? {
        Self.engineIfInstalled(assistant, arguments: arguments)
    }

    /// The same, started with some arguments.
    static func engineIfInstalled(_ assistant: Assistant, arguments: [String] = []) -> SpeechEngine? {
        do {
            return try engine(assistant, arguments: arguments)
        } catch {
            Output.note("\(error)")
            return nil
        }
    }

    private var arguments: [String] { acousticModel.map { ["--acoustic-model", $0] } ?? [] }

    /// The engines' program, started with some arguments.
    ///
    /// - Throws: ``Failure``, as ``engine(_:)``.
    static func engine(_ assistant: Assistant, arguments: [String] = []) throws -> SpeechEngine {
        do throws(SpeechError) {
            return SpeechEngine(
                try EngineProgram.find(
                    beside: CommandLine.arguments.first.flatMap { Bundle.main.executablePath ?? $0 },
                    environment: ProcessInfo.processInfo.environment, arguments: arguments))
        } catch {
            throw Failure(speech: error, assistant)
        }
    }

    /// What hears: the engine by searches, and whatever was given for open questions.
    ///
    /// - Parameters:
    ///   - assistant: the town, its language and its names.
    ///   - engine: the engines' program.
    ///   - patience: how long the second may take after an utterance, in seconds; files can wait longer than people.
    ///   - rule: when words are taken.
    /// - Returns: the ears; their searches are not prepared yet.
    func ears(
        _ assistant: Assistant, _ engine: SpeechEngine, patience: Double = Ears.patience,
        rule: RejectionRule = RejectionRule()
    ) -> Ears {
        let language = assistant.book.files.language
        let second = recogniser.flatMap(ServiceAddress.init).map { WyomingRecogniser($0, language: language) }
        let rules = assistant.languageRules
        return Ears(
            first: EngineRecogniser(engine, language: language, rules: rules, respellings: assistant.pronunciations),
            second: second, rules: rules, rule: rule, patience: patience)
    }

    /// What speaks: what was given, or the engine.
    func voice(_ engine: SpeechEngine) -> any Synthesiser { service.voice ?? EngineVoice(engine) }

    /// Says what the engine warns of, such as a French model that is missing.
    func warn(_ assistant: Assistant, _ engine: SpeechEngine) async throws {
        let model = try await speechFailures(assistant) { () async throws(SpeechError) in try await engine.model() }
        if model?.hasPrefix("en-us") ?? true {
            Output.note(assistant.message(Diagnostic(.warning, "speech.mapped-model")))
        }
    }
}

/// The voice of others that a command may speak with.
struct VoiceServiceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A Wyoming voice, such as Piper on 127.0.0.1:10200.", valueName: "host:port"))
    var wyomingVoice: String?

    func validate() throws { try ServiceAddress.check(wyomingVoice, port: 10_200) }

    /// The voice that was given, or nil.
    var voice: (any Synthesiser)? { wyomingVoice.flatMap(ServiceAddress.init).map { WyomingVoice($0) } }
}

extension ServiceAddress {
    /// Checks an address of the command line, and shows one of that port where it is none.
    fileprivate static func check(_ text: String?, port: Int) throws {
        guard let text, ServiceAddress(text) == nil else { return }
        throw ValidationError("'\(text)' is not an address. Write it as 127.0.0.1:\(port).")
    }
}

/// Does some work, and makes what goes wrong with sound or an engine the end of the command.
///
/// - Throws: ``Failure`` that says what is wrong in the language of the answers.
func speechFailures<Value: Sendable>(
    _ assistant: Assistant, _ work: () async throws(SpeechError) -> Value
) async throws -> Value {
    do throws(SpeechError) {
        return try await work()
    } catch {
        throw Failure(speech: error, assistant)
    }
}

/// The same for work that gives nothing; a generic one crashes the compiler (Swift 6.3.1).
func speechFailures(_ assistant: Assistant, _ work: () async throws(SpeechError) -> Void) async throws {
    do throws(SpeechError) {
        try await work()
    } catch {
        throw Failure(speech: error, assistant)
    }
}

extension Failure {
    /// What went wrong with sound or an engine.
    init(speech error: SpeechError, _ assistant: Assistant) {
        let status: Status =
            switch error {
            case .file(_, _, "speech.wav-missing"): .missingFile
            case .file: .badData
            case .missing, .ended, .slow, .refused, .garbled, .givenUp, .noDevice: .unavailable
            }
        self.init(status: status, message: assistant.message(error.diagnostic))
    }
}
