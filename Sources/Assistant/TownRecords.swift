internal import Diagnostics
internal import Synchronization
internal import Town

/// A town's records, each part read when it is first needed and then kept.
final class TownRecords: Sendable {
    private let folder: TownFolder
    private let cache: CompiledCache
    /// The language in which the records are said.
    private let language: String
    private let parts = Mutex<[String: any Sendable]>([:])

    /// - Parameters:
    ///   - folder: the town's folder.
    ///   - language: the language in which the records are to be said, where the town has translated them.
    ///   - cache: where they are kept; another one for each language.
    init(folder: TownFolder, language: String, cache: CompiledCache) {
        (self.folder, self.language, self.cache) = (folder, language, cache)
    }

    var waste: Sourced<WasteRecords> { part("waste") { folder.waste().value.translated(by: translation) } }
    var canteen: Sourced<CanteenRecords> { part("canteen") { folder.canteen().value.translated(by: translation) } }
    var events: Sourced<EventRecords> { part("events") { folder.events().value.translated(by: translation) } }
    var places: Sourced<PlaceRecords> { part("places") { folder.places().value.translated(by: translation) } }
    var procedures: Sourced<ProcedureRecords> {
        part("procedures") { folder.procedures().value.translated(by: translation) }
    }

    private var translation: TownTranslation { folder.translation(to: language) }

    private func part<Value: Codable & Sendable>(_ name: String, read: () -> Value) -> Value {
        parts.withLock { parts in
            if let known = parts[name] as? Value { return known }
            let value = cache.value(name + ".json", make: read)
            parts[name] = value
            return value
        }
    }
}
