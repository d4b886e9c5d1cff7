public import Dialogue
internal import Foundation
public import TopicKit
internal import Town
internal import TownStore

extension Assistant {
    /// Where requests are filed durably; its file is opened by the first one.
    public var filing: any Filing { store.requests }

    /// What counts the turns of this town; its file is opened when the first counts are written.
    public var outcomes: any OutcomeCounting { counter }

    /// Ends orderly: writes what was counted, erases the requests whose days are over.
    ///
    /// A failure breaks nothing: it is left for the next time.
    public func settle() async {
        await counter.flush()
        try? await store.requests.purge()
    }

    /// Conversations by id, for a server.
    ///
    /// - Parameters:
    ///   - limit: how many are held at most.
    ///   - idle: seconds after which an unused one is forgotten; nil for never.
    /// - Returns: none yet; ``Conversations/restore(at:)`` takes up those of the last orderly end.
    public func conversations(limit: Int = 1000, idle: Int? = ConversationState.secondsKept) -> Conversations {
        Conversations(
            limit: limit, idle: idle, file: store.place.path(of: "conversations-\(setting.locale).json"))
    }

    /// The store of a town, in the place that is given or else in the town's place on this computer.
    static func store(of start: Start, folder: TownFolder, place: StorePlace?) -> Store {
        let own = StorePlace.town(insee: start.settings.profile.insee, townFolder: folder.path)
        return Store(place ?? own, clock: { Int(Date().timeIntervalSince1970) })
    }
}
