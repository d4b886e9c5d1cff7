internal import Diagnostics
internal import Synchronization
internal import Town

/// A town's records, each part read when it is first needed and then kept.
final class TownRecords: Sendable {
    private let folder: TownFolder
    private let cache: CompiledCache
    private let parts = Mutex<[String: any Sendable]>([:])

    init(folder: TownFolder, cache: CompiledCache) { (self.folder, self.cache) = (folder, cache) }

    var waste: Sourced<WasteRecords> { part("waste") { folder.waste().value } }
    var canteen: Sourced<CanteenRecords> { part("canteen") { folder.canteen().value } }
    var events: Sourced<EventRecords> { part("events") { folder.events().value } }
    var places: Sourced<PlaceRecords> { part("places") { folder.places().value } }
    var procedures: Sourced<ProcedureRecords> { part("procedures") { folder.procedures().value } }

    private func part<Value: Codable & Sendable>(_ name: String, read: () -> Value) -> Value {
        parts.withLock { parts in
            if let known = parts[name] as? Value { return known }
            let value = cache.value(name + ".json", make: read)
            parts[name] = value
            return value
        }
    }
}
