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

    @Option(
        help: ArgumentHelp("What it is written in: pack (YAML), worker (any language) or swift.", valueName: "kind"))
    var kind: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("The folder to make it in; topics/ of --town, else this one.", valueName: "dir"))
    var directory: String?

    @Option(
        help: ArgumentHelp(
            "Where the package Parvis is, for a topic in Swift: a URL, or the path of a copy.", valueName: "url"))
    var parvis: String?

    @OptionGroup var options: TownOptions

    func run() throws {
        let folder = directory ?? options.town.map { $0 + "/topics" } ?? "."
        do throws(NewTopicError) {
            let lines =
                try kind == "pack"
                ? NewTopic.pack(name, in: folder, locale: options.locale)
                : TopicTemplate.make(name, kind: kind, in: folder, parvis: parvis)
            for line in lines { Output.line(line) }
        } catch {
            if error.isUsage { throw ValidationError(error.description) }
            throw Failure(status: .missingFile, message: error.description)
        }
    }
}
