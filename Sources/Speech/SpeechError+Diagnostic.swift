public import Diagnostics

extension SpeechError {
    /// What is said of it: a file by its place in it, an engine by its name.
    public var diagnostic: Diagnostic {
        switch self {
        case .missing(let program): Diagnostic(.error, "speech.missing", ["program": program])
        case .ended(let engine, let reason):
            Diagnostic(.error, "speech.ended", ["engine": engine, "reason": reason])
        case .slow(let engine, let seconds):
            Diagnostic(.error, "speech.slow", ["engine": engine, "seconds": String(Int(seconds.rounded()))])
        case .refused(let engine, let code, let message):
            Diagnostic(.error, "speech.refused", ["engine": engine, "code": code, "message": message])
        case .garbled(let engine, let detail):
            Diagnostic(.error, "speech.garbled", ["engine": engine, "detail": detail])
        case .givenUp(let engine): Diagnostic(.error, "speech.given-up", ["engine": engine])
        case .noDevice(let device): Diagnostic(.error, "speech.no-device", ["device": device])
        case .file(let path, let offset, let problem):
            Diagnostic(.error, problem, ["offset": String(offset ?? 0)], file: path)
        }
    }
}
