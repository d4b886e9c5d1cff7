import ArgumentParser
import Assistant
import CivilTime
import Dialogue
import Foundation
import Language

extension EvaluateCommand {
    /// Says what a turn of the dialogue itself costs, without understanding.
    struct TurnsCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "turns",
            abstract: "Say how many microseconds a turn of the dialogue takes, without understanding.",
            discussion:
                "A form waits for an answer; keys then ask for help, the same again, the choices and more, by turns.")

        @Option(help: "How many turns.")
        var turns = 10_000

        @Option(help: "What is said first, to have a form under way.")
        var opening = "poubelle jaune"

        @OptionGroup var options: TownOptions

        func validate() throws {
            if turns < 100 { throw ValidationError("--turns must be at least 100.") }
        }

        func run() async throws {
            let assistant = try options.rehearse()
            let now = try options.moment(assistant.clock)
            var conversation = assistant.conversation()
            _ = await conversation.take(Utterance(opening), at: now)
            let inputs: [Input] = [
                .act(.help), .act(.repeat), .act(.simpler), .act(.slower), .act(.faster), .act(.other), .act(.question),
                .silence, .act(.skip), .act(.thanks),
            ]
            var times: [Double] = []
            for turn in 0..<turns {
                let start = ContinuousClock.now
                _ = await conversation.take(inputs[turn % inputs.count], at: now)
                times.append((ContinuousClock.now - start) / .microseconds(1))
            }
            times.sort()
            let (median, late) = (times[turns / 2], times[turns * 99 / 100])
            Output.line(String(format: "%d turns: p50 %.1f µs, p99 %.1f µs", turns, median, late))
        }
    }
}
