internal import TopicKit

/// What a worker says of itself; it must say what its `worker.yaml` says.
struct WireManifest: Decodable {
    struct Intent: Decodable {
        let id: String
        var required: [String]?
        var optional: [String]?
    }

    struct Slot: Decodable {
        let name: String
        let kind: String
    }

    let id: String
    let version: String
    let languages: [String]
    var permissions: [String]?
    let intents: [Intent]
    var slots: [Slot]?

    /// The first thing that differs from what `worker.yaml` says, or nil when nothing does.
    ///
    /// The entries of a slot are not compared: a worker need not know the names that its files list.
    func difference(from settings: WorkerSettings) -> String? {
        let manifest = settings.manifest
        func differs(_ name: String, _ told: some Equatable, _ written: some Equatable) -> String? {
            "\(told)" == "\(written)" ? nil : name
        }
        func text(_ intent: String, _ required: [String], _ optional: [String]) -> String {
            intent + "(" + required.joined(separator: ",") + ";" + optional.sorted().joined(separator: ",") + ")"
        }
        return differs("id", id, manifest.id)
            ?? differs("version", version, settings.version)
            ?? differs("languages", languages.sorted(), settings.languages.sorted())
            ?? differs("permissions", (permissions ?? []).sorted(), manifest.permissions.map(\.rawValue).sorted())
            ?? differs(
                "intents", intents.map { text($0.id, $0.required ?? [], $0.optional ?? []) }.sorted(),
                manifest.intents.map { text($0.id, $0.required, $0.optional) }.sorted())
            ?? differs(
                "slots", (slots ?? []).map { $0.name + ":" + $0.kind }.sorted(),
                manifest.slots.map { $0.name + ":" + $0.kind.name }.sorted())
    }
}

extension Slot.Kind {
    /// The kind as `worker.yaml` and a worker write it.
    var name: String {
        switch self {
        case .time: "time"
        case .number: "number"
        case .yesNo: "yes-no"
        case .entity: "entity"
        case .money: "money"
        case .duration: "duration"
        case .age: "age"
        case .phone: "phone"
        case .email: "email"
        case .postcode: "postcode"
        case .address: "address"
        case .pattern: "pattern"
        }
    }

    /// The kinds that need nothing but their name.
    static let named: [String: Slot.Kind] = Dictionary(
        uniqueKeysWithValues: [
            .time, .number, .yesNo, .entity, .money, .duration, .age, .phone, .email, .postcode, .address,
        ].map { ($0.name, $0) })
}
