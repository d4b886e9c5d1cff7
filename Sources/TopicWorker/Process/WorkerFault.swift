public import Diagnostics

/// What a worker did wrong; it costs the person one apology, and the worker its process.
enum WorkerFault: Error, Sendable, Equatable {
    /// No reply within the deadline.
    case late
    /// Its process ended.
    case ended
    /// It could not be started at all.
    case unstartable
    /// It did not greet and describe itself in time.
    case unready
    /// A line that is not a message of the protocol.
    case garbage
    /// A line without an end.
    case longLine
    /// More on standard error than anybody could read.
    case flood
    /// A message that answers nothing, or answers otherwise than it was asked.
    case unasked
    /// It no longer reads its input.
    case closedInput
    /// It speaks another version of the protocol.
    case otherProtocol(Int)
    /// It is not what its `worker.yaml` says; the name of the field that differs.
    case otherManifest(String)
    /// A reply that may not be said, and why.
    case badReply(String)
    /// This computer cannot keep it from the network.
    case unconfined

    /// Whether another try would end in the same way.
    var isFinal: Bool {
        switch self {
        case .otherProtocol, .otherManifest, .unconfined: true
        default: false
        }
    }

    /// What the clerk's log says of it.
    var diagnostic: Diagnostic {
        switch self {
        case .late: Diagnostic(.warning, "worker.late")
        case .ended: Diagnostic(.warning, "worker.ended")
        case .unstartable: Diagnostic(.warning, "worker.unstartable")
        case .unready: Diagnostic(.warning, "worker.unready")
        case .garbage: Diagnostic(.warning, "worker.garbage")
        case .longLine: Diagnostic(.warning, "worker.long-line")
        case .flood: Diagnostic(.warning, "worker.flood")
        case .unasked: Diagnostic(.warning, "worker.unasked")
        case .closedInput: Diagnostic(.warning, "worker.closed-input")
        case .otherProtocol(let found):
            Diagnostic(
                .error, "worker.other-protocol",
                ["found": String(found), "known": String(WorkerProtocol.version)])
        case .otherManifest(let field): Diagnostic(.error, "worker.other-manifest", ["field": field])
        case .badReply(let reason): Diagnostic(.warning, "worker.bad-reply", ["reason": reason])
        case .unconfined: Diagnostic(.error, "worker.unconfined")
        }
    }
}

/// Something that a worker's supervisor tells the clerk; nothing that a citizen said is ever in it.
public enum WorkerNotice: Sendable {
    /// A fault, a strike-out, or how a process ended.
    case problem(Diagnostic)
    /// A line that the worker wrote to standard error before its first question, where the town wants to read them.
    case output(topic: String, line: String)
}
