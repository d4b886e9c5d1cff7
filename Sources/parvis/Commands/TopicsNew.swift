import ArgumentParser
import Assistant
import Foundation

/// Makes the skeleton of a new topic.
struct TopicsNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a topic that works, with its tests and its documentation, for you to change.",
        discussion: "Each kind is a folder of Templates/, beside the languages. What it makes is yours.")

    @Argument(help: "The topic's id, in lower case with hyphens: room-hire.")
    var name: String

    @Option(help: ArgumentHelp("What to make.", valueName: "kind"))
    var kind: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "The folder in which the topic's own folder is made; the current one by default.", valueName: "dir"))
    var parent = "."

    @Option(
        help: ArgumentHelp(
            "Where the package Parvis is, for a topic in Swift: a URL, or the path of a copy.", valueName: "url"))
    var parvis: String?

    func validate() throws {
        guard name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, name.count <= 40 else {
            throw ValidationError("'\(name)' is not an id. Use lower case, figures and hyphens: room-hire.")
        }
    }

    func run() throws {
        guard let root = DataRoot.find() else { throw Failure(status: .missingFile, message: "Templates is missing.") }
        let template = TopicTemplate(root: root, kind: kind)
        guard template.exists else {
            throw ValidationError(
                "There is no kind '\(kind)'. Use \(TopicTemplate.kinds(in: root).joined(separator: ", ")).")
        }
        let folder = URL(filePath: parent).appending(path: name)
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw Failure(status: .badData, message: "\(folder.path) is there already. Choose another name.")
        }
        do {
            for line in try template.make(name, at: folder, parvis: try location(root, template)) { Output.line(line) }
        } catch let error as CocoaError {
            throw Failure(
                status: .missingFile, message: "\(folder.path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// How a package names Parvis: by the URL or path given, else by the copy that this program was built in.
    private func location(_ root: DataRoot, _ template: TopicTemplate) throws -> String {
        let own = FileManager.default.fileExists(atPath: root.path + "/Package.swift") ? root.path : nil
        guard let place = parvis ?? own else {
            guard template.mentionsParvis else { return "" }
            throw ValidationError("Say with --parvis where the package Parvis is: a URL, or the path of a copy.")
        }
        if place.contains("://") || place.hasPrefix("git@") { return "url: \"\(place)\", branch: \"main\"" }
        let path = URL(filePath: place).standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: path + "/Package.swift") else {
            throw Failure(status: .missingFile, message: "\(path) is not the package Parvis.")
        }
        return "name: \"parvis\", path: \"\(path)\""
    }
}
