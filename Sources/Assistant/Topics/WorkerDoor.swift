internal import Diagnostics
internal import Dialogue
internal import Language
internal import TopicKit
internal import TopicWorker
internal import Town

/// Opens workers; their files are read and kept, and their programs are started at the first question.
struct WorkerDoor: TopicDoor {
    let marker = "worker.yaml"
    let kind = InstalledTopic.Kind.worker

    func open(_ folders: [TopicFolder], _ setting: TopicDoorSetting) -> [OpenedTopic] {
        guard !folders.isEmpty else { return [] }
        let host = WorkerHost()
        let isBlocked = WorkerHost.triedNow().isNetworkBlocked
        return folders.map { folder in
            let read = WorkerFolder(folder.path, named: folder.place).settings()
            let words = read.value?.words[setting.locale]
            let installed = read.value.flatMap { worker in
                words.map { words in
                    InstalledTopic(
                        WorkerTopic(
                            worker, policy: setting.settings.policy(for: worker.manifest.id), host: host,
                            log: setting.log),
                        kind: kind, words: words, languages: worker.languages,
                        file: folder.place + "/" + setting.locale + ".yaml")
                }
            }
            return OpenedTopic(
                folder: folder, kind: kind, installed: installed, title: words?.title ?? folder.id,
                languages: read.value?.languages ?? [], diagnostics: read.diagnostics,
                note: isBlocked ? nil : "topics.unconfined")
        }
    }
}

extension TopicSettings {
    /// What the town lets a worker do.
    fileprivate func policy(for topic: String) -> WorkerPolicy {
        WorkerPolicy(
            allowed: Set(allowed[topic] ?? []), allowsUnconfined: allowsUnconfined, logsOutput: logsWorkerOutput)
    }
}
