import Language
import Speech
import Testing

@testable import KioskChannel

@Suite("A kiosk that rests, and what it does not understand")
struct RestingTests {
    private static let shown = "show Je n'ai pas compris. Approchez-vous, puis redites-le. Ou appuyez sur une touche."
    private static let said = "say Je n'ai pas compris. Approchez-vous, puis redites-le. Ou appuyez sur une touche."

    /// A kiosk that rests.
    private func resting() -> KioskMachine {
        var machine = KioskMachine(words: .french, menu: KioskMenu([]))
        _ = machine.take(.start)
        _ = machine.take(.spoken)
        return machine
    }

    /// What it does about utterances, one a letter: `!` rejected, `?` nearly understood, `_` quiet for a while.
    private func orders(_ script: String, _ machine: inout KioskMachine) -> [String] {
        script.map { letter in
            guard letter != "_" else { return machine.take(.quiet).map(\.short).joined(separator: ", ") }
            _ = machine.take(.utteranceEnded(isCut: false))
            let verdict: Verdict = letter == "!" ? .rejected : .unsure
            let heard = Heard(utterance: Utterance("où est la mairie"), verdict: verdict, recognitions: [])
            let orders = machine.take(.heard(heard)).map(\.short)
            if orders.contains(where: { $0.hasPrefix("say") }) { _ = machine.take(.spoken) }
            return orders.filter { $0 != "deafen" && $0 != "listen question -" }.joined(separator: ", ")
        }
    }

    @Test(
        "The hint is shown at the first utterance that was not understood, said at the second, rarer where it did not help",
        arguments: [
            ("!", [shown]), ("!!", [shown, said]), ("!_!", [shown, "", shown]),
            ("!!!!!!", [shown, said, shown, "", "", said]),
            ("!!!!!!!", [shown, said, shown, "", "", said, shown]),
            ("?!", [shown, said]),
        ] as [(String, [String])])
    func hints(_ script: String, _ expected: [String]) {
        var machine = resting()
        #expect(orders(script, &machine) == expected)
    }

    @Test("Talk in the hall for a whole day makes it speak a few times only")
    func hall() {
        var machine = resting()
        let spoken = orders(String(repeating: "!", count: 2_000), &machine).count { $0 == Self.said }
        #expect(spoken == 9)
    }

    @Test("Words that were nearly understood twice are taken: nobody has to say them a third time")
    func twice() {
        var machine = resting()
        #expect(orders("?", &machine) == [Self.shown])
        #expect(orders("?", &machine) == ["earcon, show J'ai entendu., take où est la mairie"])
    }

    @Test(
        "Where the words take a second more, whoever spoke is told at once that they were heard, and once",
        arguments: [
            (Verdict.accepted, ["take où est la mairie"]), (.rejected, [shown]),
        ])
    func seemed(_ verdict: Verdict, _ then: [String]) {
        var machine = resting()
        _ = machine.take(.utteranceEnded(isCut: false))
        #expect(machine.take(.seemed).map(\.short) == ["earcon", "show J'ai entendu."])
        #expect(machine.take(.seemed).isEmpty)
        let heard = Heard(utterance: Utterance("où est la mairie"), verdict: verdict, recognitions: [])
        let orders = machine.take(.heard(heard)).map(\.short)
        #expect(orders.filter { $0 != "deafen" && $0 != "listen question -" } == then)
    }

    @Test("Whoever is understood makes it as ready to help as before")
    func again() {
        var machine = resting()
        _ = orders("!!!", &machine)
        let line = KioskTurn(lines: KioskWords.french.spoken("goes-on"))
        _ = machine.take(.utteranceEnded(isCut: false))
        _ = machine.take(.heard(Heard(utterance: Utterance("bonjour"), verdict: .accepted, recognitions: [])))
        _ = machine.take(.turn(line))
        _ = machine.take(.spoken)
        _ = machine.take(.key(.leave))
        _ = machine.take(.turn(KioskTurn(lines: [], isLeaving: true)))
        _ = machine.take(.spoken)
        #expect(orders("!!", &machine) == [Self.shown, Self.said])
    }
}
