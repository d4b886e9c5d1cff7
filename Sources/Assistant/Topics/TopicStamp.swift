internal import Foundation

/// When the files of the topics, and what the town says of them, last changed; reading no file.
struct TopicStamp: Sendable, Equatable {
    private var files: [String: [Int]] = [:]

    init(_ maker: AssistantMaker) {
        add(maker.town + "/town.yaml")
        for root in maker.topics.roots {
            for name in TopicFolders.names(in: root.path) {
                let folder = root.path + "/" + name
                add(folder)
                for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                    add(folder + "/" + file)
                }
            }
        }
    }

    private mutating func add(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        files[path] = [Int(status.st_size), Int(changed.tv_sec), Int(changed.tv_nsec), Int(status.st_ino)]
    }
}
