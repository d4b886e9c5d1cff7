import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Language
import Synchronization
import TopicKit
import TopicWorker
import Understanding

/// When the tests take place.
let noon = Moment(iso: "2026-11-20T12:00") ?? Moment(Day(number: 0))

/// The town of the tests.
let profile = TownProfile(
    name: "Valclair", insee: "99123", postcode: "99120", contact: Contact(name: "l'accueil", phone: "01 99 00 12 00"))

/// One computer for all tests: it is tried once.
let host = WorkerHost()

/// The folder of the workers with faults.
let workers = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Workers").path

/// Whether Debian's Python, which the workers are written in, is there.
let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

/// What a worker's supervisor told.
final class Notices: Sendable {
    private let kept = Mutex<[WorkerNotice]>([])

    func add(_ notice: WorkerNotice) { kept.withLock { $0.append(notice) } }

    /// The codes of the problems, in order.
    var codes: [String] { diagnostics.map(\.code) }
    /// The problems, in order.
    var diagnostics: [Diagnostic] {
        kept.withLock { $0 }.compactMap { if case .problem(let diagnostic) = $0 { diagnostic } else { nil } }
    }
    /// The lines of standard error that were passed on.
    var lines: [String] {
        kept.withLock { $0 }.compactMap { if case .output(_, let line) = $0 { line } else { nil } }
    }

    /// Waits until a problem is told: some are known only once a process has ended.
    func await(_ code: String) async -> Bool {
        for _ in 0..<500 where !codes.contains(code) { try? await Task.sleep(for: .milliseconds(20)) }
        return codes.contains(code)
    }
}

/// The words of the workers with faults.
let faultyWords = {
    var words = TopicWords()
    words.title = "la machine"
    words.phrases = ["until": Wording(text: "{count} {count?jour|jours}, {jusqu'à day:the}.")]
    words.examples = [
        "faulty.ask": [
            "que dit la machine", "demande à la machine", "la machine répond quoi", "interroge la machine",
            "une question pour la machine", "et la machine elle en dit quoi",
        ],
        "faulty.fine": [
            "comment va le moulin", "le moulin tourne bien", "est-ce que le moulin tourne", "des nouvelles du moulin",
            "le moulin ça va",
        ],
    ]
    return words
}()

/// A worker with a fault.
func faulty(
    _ fault: String, _ arguments: [String] = [], deadline: Duration = .seconds(4), permissions: [Permission] = [],
    policy: WorkerPolicy = WorkerPolicy(), log: @escaping WorkerLog = { _ in }
) -> WorkerTopic {
    let settings = WorkerSettings(
        version: "1.0",
        manifest: Manifest(
            id: "faulty", intents: [Intent("faulty.ask", optional: ["what"]), Intent("faulty.fine")],
            slots: [Slot("what", .number)], permissions: permissions),
        words: ["fr": faultyWords], command: "/usr/bin/python3",
        arguments: [workers + "/faulty.py", fault] + arguments + permissions.map(\.rawValue), folder: workers,
        deadline: deadline)
    return WorkerTopic(settings, policy: policy, host: host, log: log)
}

extension WorkerTopic {
    /// Puts a question to the worker.
    func ask(_ intent: String = "faulty.ask", _ slots: [String: FilledSlot] = [:], memory: [String: String] = [:])
        async -> Reply
    {
        await reply(to: TopicRequest(intent: intent, slots: slots, now: noon, memory: memory, profile: profile))
    }
}

extension Reply {
    /// The texts and keys of what is said, in order.
    var said: [String] {
        parts.compactMap { part in
            switch part {
            case .statement(.text(let texts)): texts["fr"]
            case .statement(.key(let key, _)): key
            default: nil
            }
        }
    }

    /// What is said first.
    var first: String { said.first ?? "" }
}

/// A conversation with a worker and, beside it, a topic of Parvis's own.
func conversation(with worker: WorkerTopic) throws -> Conversation {
    let town = try town.get()
    let registry = Registry.load([worker, Pool()], files: town.files).value
    return Conversation(
        setting: Setting(
            registry: registry, understanding: town.understanding, profile: profile, calendar: DayCalendar(),
            desk: Nobody(), locale: "fr"))
}

extension Conversation {
    mutating func say(_ text: String) async -> Turn { await take(Utterance(text), at: noon) }
}

/// What every conversation works with; trained once, for every worker of the tests says that it is the same topic.
private let town = Result { () throws -> (files: LocaleFiles, understanding: Understanding) in
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let all = LocaleFiles.load(directory: root + "/Locales/fr").value
    var pool = TopicWords()
    pool.title = "la piscine"
    pool.examples = [
        "pool.open": [
            "quand ouvre la piscine", "la piscine ouvre quand", "horaires de la piscine", "la piscine est ouverte",
            "c'est ouvert quand la piscine",
        ]
    ]
    let worker = faulty("none")
    let files = LocaleFiles(
        language: "fr",
        topics: [
            "core": all.topics["core"] ?? TopicWords(), "worker": all.topics["worker"] ?? TopicWords(), "pool": pool,
            "faulty": faultyWords,
        ], words: all.words)
    let registry = Registry.load([worker, Pool()], files: files).value
    let knowledge = Knowledge(rules: French(words: files.words), words: files.words)
    return (files, Understanding(definitions: registry.definitions, knowledge: knowledge, now: noon))
}

private struct Pool: Topic {
    let manifest = Manifest(id: "pool", intents: [Intent("pool.open")])

    func reply(to request: TopicRequest) async -> Reply {
        Reply(.answered, [.statement(.text(["fr": "La piscine ouvre à 10 h."]))])
    }
}

private struct Nobody: Desk {
    let contact = Contact(name: "l'accueil")
    func openUntil(at now: Moment) -> Moment? { nil }
    func nextOpening(after now: Moment) -> Moment? { nil }
}
