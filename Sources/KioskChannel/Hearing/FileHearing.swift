public import Assistant
public import CivilTime
public import Diagnostics
public import Language
public import Speech
import Synchronization

/// Hears sound files one after the other, as `parvis listen` does.
public struct FileHearing: Sendable {
    /// The longest that one file is listened to, in seconds: longer than any utterance (rule K10).
    public static let longest = 60.0
    /// Samples that are read at a time.
    private static let piece = 1_600

    /// What was heard in a file.
    public struct Report: Sendable, Encodable {
        /// A word where it was heard.
        public struct Word: Sendable, Encodable {
            /// The word.
            public let text: String
            /// Seconds from the start of the file.
            public let start: Double, end: Double
            /// From 0 to 1.
            public let confidence: Double
        }

        /// The file's path.
        public let file: String
        /// What was heard; empty when nothing was.
        public let text: String
        /// How sure that is, from 0 to 1.
        public let confidence: Double
        /// The words of the text.
        public let words: [Word]
        /// What it means to the town hall, or nil.
        public let intent: String?
        /// Whether it is taken for something else than was listened for, or for nothing.
        public let isRejected: Bool
        /// The other readings, best first.
        public let alternatives: [String]
        /// The sounds heard, in the phones of the model.
        public let phones: String
        /// How long the sound was that was listened to.
        public let secondsAudio: Double
        /// The processor time that it took.
        public let secondsCPU: Double

        private enum Key: String, CodingKey {
            case file, text, confidence, words, intent, rejected, alternatives, phones
            case secondsAudio = "seconds_audio"
            case secondsCPU = "seconds_cpu"
        }

        /// Writes the object; an intent that there is not is null.
        public func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(file, forKey: .file)
            try object.encode(text, forKey: .text)
            try object.encode(confidence, forKey: .confidence)
            try object.encode(words, forKey: .words)
            try object.encode(intent, forKey: .intent)
            try object.encode(isRejected, forKey: .rejected)
            try object.encode(alternatives, forKey: .alternatives)
            try object.encode(phones, forKey: .phones)
            try object.encode(secondsAudio, forKey: .secondsAudio)
            try object.encode(secondsCPU, forKey: .secondsCPU)
        }
    }

    private let assistant: Assistant
    private let ears: Ears
    private let expectation: Expectation
    private let now: Moment

    /// Ears for files.
    ///
    /// - Parameters:
    ///   - assistant: the town, whose words are listened for.
    ///   - ears: what hears.
    ///   - expectation: what is waited for.
    ///   - now: when it is said.
    public init(_ assistant: Assistant, ears: Ears, expecting expectation: Expectation, now: Moment) {
        (self.assistant, self.ears, self.expectation, self.now) = (assistant, ears, expectation, now)
    }

    /// Gets ready to listen.
    ///
    /// - Throws: ``Speech/SpeechError`` of the engine.
    public func prepare() async throws(SpeechError) {
        let searches = SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules)
        try await ears.prepare([searches.search(for: expectation)])
    }

    /// Hears a file.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - warn: gets what is wrong with it although it was heard: it is cut, or longer than ``longest``.
    /// - Returns: what was heard.
    /// - Throws: ``Speech/SpeechError`` when it is no sound file, or nobody can hear.
    public func hear(_ path: String, warn: (Diagnostic) -> Void) async throws(SpeechError) -> Report {
        let reader = try WAVReader(path)
        let promised = reader.promisedSeconds
        let tail = Tail()
        let heard = try await ears.hear(Self.sound(reader, tail), expecting: expectation)
        if tail.isTruncated { warn(Diagnostic(.warning, "speech.wav-truncated", file: path)) }
        if tail.isLonger || (promised ?? 0) > Self.longest {
            warn(
                Diagnostic(
                    .warning, "speech.wav-long", ["seconds": String(Int(Self.longest))], file: path))
        }
        // The other recogniser heard it: that is no error, but who compares engines must know.
        if let fault = heard.fault { warn(fault.diagnostic) }
        let best = heard.recognitions.first
        let meaning = heard.utterance.text.isEmpty ? nil : assistant.understand(heard.utterance, id: "", at: now)
        return Report(
            file: path, text: heard.utterance.text, confidence: Self.rounded(best?.confidence ?? 0),
            words: (best?.words ?? []).map {
                .init(
                    text: $0.text, start: Self.rounded($0.start), end: Self.rounded($0.end),
                    confidence: Self.rounded($0.confidence))
            },
            intent: meaning?.intent, isRejected: heard.verdict == .rejected,
            alternatives: (best?.alternatives ?? []).map(\.text).filter { $0 != best?.text },
            phones: heard.recognitions.first { !$0.phones.isEmpty }?.phones ?? "",
            secondsAudio: Self.rounded(best?.secondsAudio ?? 0),
            secondsCPU: Self.rounded(heard.recognitions.map(\.secondsCPU).reduce(0, +)))
    }

    /// The sound of a file, read only as fast as it is taken.
    private static func sound(_ reader: sending WAVReader, _ tail: Tail) -> AsyncStream<AudioChunk> {
        let shared = Mutex(SharedReader(reader))
        let most = Int(longest * Double(reader.rate))
        return AsyncStream {
            shared.withLock { shared in
                guard shared.count < most else {
                    if shared.reader.read(1) != nil { tail.isLonger = true }
                    return nil
                }
                let chunk = shared.reader.read(piece)
                shared.count += chunk?.samples.count ?? 0
                if chunk == nil { tail.isTruncated = shared.reader.isTruncated }
                return chunk
            }
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}

/// A reader and how much it has given, behind a lock.
private struct SharedReader: ~Copyable {
    let reader: WAVReader
    var count = 0
    init(_ reader: sending WAVReader) { self.reader = reader }
}

/// What the end of a file was like.
private final class Tail: Sendable {
    private let state = Mutex((isTruncated: false, isLonger: false))

    var isTruncated: Bool {
        get { state.withLock { $0.isTruncated } }
        set { state.withLock { $0.isTruncated = newValue } }
    }

    var isLonger: Bool {
        get { state.withLock { $0.isLonger } }
        set { state.withLock { $0.isLonger = newValue } }
    }
}
