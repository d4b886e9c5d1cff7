import Assistant
import CivilTime
import Foundation
import TerminalChannel
import {{Type}}Topic

// Talk with the example commune, or with the town whose folder is given, and with the new topic.
let town = try Assistant.open(town: CommandLine.arguments.dropFirst().first)
let added = town.adding({{Type}}Topic(records: .bundled), words: {{Type}}Topic.words)
let assistant = added.value
for problem in added.diagnostics {
    FileHandle.standardError.write(Data((assistant.message(problem) + "\n").utf8))
}
let live = LiveAssistant(assistant)
await TerminalChannel(
    taker: AssistantTurns(live, now: { assistant.clock.now() }), words: TerminalWords(book: assistant.book)
).run()
