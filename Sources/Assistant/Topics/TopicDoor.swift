internal import Diagnostics
internal import Dialogue
internal import TopicKit
internal import TopicWorker
internal import Town

/// One way for a folder to be a topic: a pack has a `topic.yaml`, a worker a `worker.yaml`.
protocol TopicDoor: Sendable {
    /// The file that makes a folder a topic of this kind.
    var marker: String { get }
    /// The kind.
    var kind: InstalledTopic.Kind { get }

    /// Opens folders that have the marker.
    ///
    /// - Parameters:
    ///   - folders: the folders, in order.
    ///   - setting: the town, its language and what it allows.
    /// - Returns: what came of each folder, in the same order.
    func open(_ folders: [TopicFolder], _ setting: TopicDoorSetting) -> [OpenedTopic]
}

/// What a door may need to open a topic.
struct TopicDoorSetting: Sendable {
    /// The language of the conversations.
    let locale: String
    /// What the town says of topics.
    let settings: TopicSettings
    /// The town, as topics may know it.
    let profile: TownProfile
    /// Where what is costly to read is kept; its inputs are all the folders of topics.
    let cache: CompiledCache
    /// Where the faults of a topic that is a program are told.
    let log: WorkerLog
}

/// What came of a folder that is a topic.
struct OpenedTopic: Sendable {
    /// The folder.
    let folder: TopicFolder
    /// The kind.
    let kind: InstalledTopic.Kind
    /// The topic in the language of the conversations; nil when it is broken or does not speak it.
    let installed: InstalledTopic?
    /// What it is called, and in which languages, as far as that could be read.
    let title: String
    let languages: [String]
    /// What is wrong with it, or worth a look.
    let diagnostics: [Diagnostic]
    /// What the clerk should know of it besides, as a key of `words/diagnostics.yaml`: `topics.unconfined`.
    var note: String?

    /// Whether it cannot be used at all.
    var isBroken: Bool { diagnostics.contains { $0.severity == .error } }
}

/// The doors that Parvis has.
enum TopicDoors {
    /// Each door; a folder goes through the first whose marker it has.
    static let all: [any TopicDoor] = [PackDoor(), WorkerDoor()]

    /// Opens each folder by its door; one without a marker is reported.
    static func open(_ folders: [TopicFolder], _ setting: TopicDoorSetting) -> (
        topics: [OpenedTopic], diagnostics: [Diagnostic]
    ) {
        var opened: [String: OpenedTopic] = [:]
        var rest = folders
        for door in all {
            let own = rest.filter { $0.has(door.marker) }
            rest.removeAll { own.contains($0) }
            for topic in door.open(own, setting) { opened[topic.folder.id] = topic }
        }
        let known = all.map(\.marker).joined(separator: ", ")
        return (
            folders.compactMap { opened[$0.id] },
            rest.map { Diagnostic(.warning, "topic.no-marker", ["known": known], file: $0.place) }
        )
    }
}
