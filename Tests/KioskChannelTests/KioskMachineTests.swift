import Diagnostics
import Dialogue
import Foundation
import Language
import Rendering
import Speech
import Testing

@testable import KioskChannel

@Suite("What the kiosk does next")
struct KioskMachineTests {
    private func machine() -> KioskMachine {
        KioskMachine(
            words: .french,
            menu: KioskMenu([
                .init(
                    label: "les déchets",
                    action: .open([.init(label: "le jour", action: .input(.intent("waste.next")))])),
                .init(label: "répète", action: .input(.act(.repeat))),
            ]))
    }

    private func line(_ text: String) -> SpokenLine { SpokenLine(spoken: text, written: text) }

    private func turn(_ texts: String..., change: (inout KioskTurn) -> Void = { _ in }) -> KioskTurn {
        var turn = KioskTurn(lines: texts.map(line))
        change(&turn)
        return turn
    }

    private func heard(_ text: String, _ verdict: Verdict = .accepted) -> KioskMachine.Event {
        .heard(Heard(utterance: Utterance(text), verdict: verdict, recognitions: []))
    }

    private func short(_ orders: [KioskMachine.Order]) -> [String] { orders.map(\.short) }

    /// A machine that listens for an answer.
    private func listening(_ expectation: Language.Expectation = Language.Expectation(.question)) -> KioskMachine {
        var machine = machine()
        _ = machine.take(.start)
        _ = machine.take(.spoken)
        _ = machine.take(.utteranceEnded(isCut: false))
        _ = machine.take(heard("bonjour"))
        _ = machine.take(.turn(turn("Bonjour.") { $0.expectation = expectation }))
        _ = machine.take(.spoken)
        return machine
    }

    @Test("An utterance is noticed at once, then taken, answered, and another one waited for")
    func turns() {
        var machine = listening()
        #expect(short(machine.take(.utteranceEnded(isCut: false))) == ["earcon", "show J'ai entendu."])
        #expect(short(machine.take(heard("où"))) == ["deafen", "take où"])
        #expect(short(machine.take(.turn(turn("Ici.", "Là.")))) == ["deafen", "say Ici. Là."])
        #expect(short(machine.take(.spoken)) == ["show Je vous écoute.", "listen question 10"])
    }

    @Test("An unsure answer to a closed question is asked about; a yes takes it, a no does not")
    func confirmation() {
        for (answer, outcome) in [("oui", "take jaune"), ("non", "say D'accord. Redites-le, s'il vous plaît.")] {
            var machine = listening(Language.Expectation(.choice, phrases: ["jaune"]))
            _ = machine.take(.utteranceEnded(isCut: false))
            #expect(short(machine.take(heard("jaune", .unsure))) == ["deafen", "say Vous avez dit : jaune ?"])
            #expect(short(machine.take(.spoken)) == ["listen yes-no 10"])
            _ = machine.take(.utteranceEnded(isCut: false))
            #expect(short(machine.take(heard(answer))) == ["deafen", outcome])
        }
        var machine = listening()
        _ = machine.take(.utteranceEnded(isCut: false))
        #expect(short(machine.take(heard("où", .unsure))) == ["deafen", "take où"])
    }

    @Test("Three silences are the conversation's, the fourth warns, the fifth erases everything and says so")
    func silence() {
        var machine = listening()
        for _ in 0..<3 {
            #expect(short(machine.take(.nothing)) == ["deafen", "take silence"])
            _ = machine.take(.turn(turn("Je vous écoute.")))
            _ = machine.take(.spoken)
        }
        let warning = short(machine.take(.nothing))
        #expect(warning.last?.contains("20 secondes") == true || warning.last?.contains("vingt secondes") == true)
        #expect(short(machine.take(.spoken)) == ["listen question 20"])
        let end = short(machine.take(.nothing))
        #expect(end.first == "forget")
        #expect(end.last?.contains("tout effacé") == true)
        #expect(short(machine.take(.spoken)) == ["listen question -"])
    }

    @Test("A warned person goes on by any key, or by speaking")
    func warned() {
        var machine = listening()
        for _ in 0..<3 {
            _ = machine.take(.nothing)
            _ = machine.take(.turn(turn("?")))
            _ = machine.take(.spoken)
        }
        _ = machine.take(.nothing)
        _ = machine.take(.spoken)
        var other = machine
        #expect(short(machine.take(.key(.next))).last?.contains("on continue") == true)
        _ = other.take(.utteranceEnded(isCut: false))
        #expect(short(other.take(heard("oui"))) == ["deafen", "take oui"])
    }

    @Test("Somebody who speaks silences the voice; a command is taken, anything else lets it go on with the sentence")
    func bargeIn() {
        for (event, outcome) in [
            (heard("stop"), ["deafen", "take stop"]), (heard("", .rejected), ["deafen", "say Deux. Trois."]),
        ] {
            var machine = listening()
            _ = machine.take(.turn(turn("Un.", "Deux.", "Trois.")))
            #expect(short(machine.take(.voice)) == ["hush"])
            #expect(short(machine.take(.interrupted(at: 1))) == ["listen question 1"])
            _ = machine.take(.utteranceEnded(isCut: false))
            #expect(short(machine.take(event)) == outcome)
        }
        var machine = listening()
        _ = machine.take(.turn(turn("Un.", "Deux.")))
        _ = machine.take(.voice)
        _ = machine.take(.interrupted(at: 0))
        #expect(short(machine.take(.nothing)) == ["deafen", "say Un. Deux."])
    }

    @Test("Keys silence the voice, then do what they say")
    func keys() {
        var machine = listening()
        _ = machine.take(.turn(turn("Un.")))
        #expect(short(machine.take(.key(.slower))) == ["hush"])
        #expect(short(machine.take(.interrupted(at: 0))) == ["deafen", "take act(Dialogue.Act.slower)"])
        machine = listening()
        _ = machine.take(.turn(turn("Un.")))
        #expect(short(machine.take(.key(.stop))).first == "hush")
        #expect(short(machine.take(.interrupted(at: 0))).last == "listen question 10")
        #expect(short(machine.take(.key(.stop))) == ["deafen", "take act(Dialogue.Act.back)"])
    }

    @Test("Three keys choose from what may be asked, one item at a time, round and round")
    func menu() {
        var machine = listening()
        _ = machine.take(.turn(turn("Bonjour.") { [root = machine.rootMenu] in $0.menu = root }))
        _ = machine.take(.spoken)
        func option() -> String { short(machine.take(.key(.next))).last ?? "" }
        #expect(option().contains("les déchets"))
        _ = machine.take(.spoken)
        #expect(option().contains("répète"))
        _ = machine.take(.spoken)
        #expect(option().contains("les déchets"))
        _ = machine.take(.spoken)
        #expect(short(machine.take(.key(.choose))).last?.contains("le jour") == true)
        _ = machine.take(.spoken)
        #expect(short(machine.take(.key(.choose))) == ["deafen", "take intent(\"waste.next\")"])
    }

    @Test("A word is spelt letter by letter")
    func spelling() {
        var machine = listening()
        let menu = KioskMenu([
            .init(label: "A", action: .letter("a")), .init(label: "B", action: .letter("b")),
            .init(label: "effacer", action: .undo), .init(label: "fini", action: .spelt),
        ])
        _ = machine.take(.turn(turn("Votre nom ?") { $0.menu = menu }))
        _ = machine.take(.spoken)
        for (presses, expected) in [(1, "a"), (2, "ab"), (1, "aba"), (3, "ab")] {
            for _ in 0..<presses {
                _ = machine.take(.key(.next))
                _ = machine.take(.spoken)
            }
            #expect(short(machine.take(.key(.choose))).last?.contains(": \(expected).") == true)
            _ = machine.take(.spoken)
        }
        for _ in 0..<4 {
            _ = machine.take(.key(.next))
            _ = machine.take(.spoken)
        }
        #expect(short(machine.take(.key(.choose))) == ["deafen", "take ab"])
    }

    @Test("What is personal is shown and not said; who asks to hear it hears it once")
    func personal() {
        var machine = listening()
        let answer = turn("Je résume.", "Votre numéro est le 01 99 00 12 34.") { $0.privateLines = [1] }
        guard case .say(let lines, let isPrivate, _, _)? = machine.take(.turn(answer)).last else {
            Issue.record("nothing is said")
            return
        }
        #expect(isPrivate == [1])
        #expect(lines.count > 2)
        _ = machine.take(.spoken)
        _ = machine.take(.utteranceEnded(isCut: false))
        let aloud = machine.take(heard("lisez à voix haute"))
        guard case .say(let all, let hidden, _, _)? = aloud.last else {
            Issue.record("nothing is said")
            return
        }
        #expect(hidden.isEmpty)
        #expect(all.map(\.written) == answer.lines.map(\.written))
    }

    @Test("Who leaves is forgotten, and their loudness with them")
    func leaving() {
        var machine = listening()
        var delivery = Delivery()
        _ = machine.take(.turn(turn("Au revoir.") { $0.isLeaving = true }))
        let orders = short(machine.take(.spoken))
        #expect(orders.first == "forget")
        #expect(!(orders.last ?? "").contains("niveau"))
        delivery = machine.delivery
        #expect(delivery == Delivery())
    }

    @Test("Without a microphone the keys remain, and that is said")
    func devices() {
        var machine = listening()
        #expect(
            short(machine.take(.device(.microphone, isThere: false))).last?.contains("Utilisez les touches") == true)
        #expect(!machine.canListen)
        #expect(short(machine.take(.spoken)).first?.contains("Touche 1") == true)
        #expect(short(machine.take(.device(.microphone, isThere: true))).last?.contains("à nouveau") == true)
        #expect(short(machine.take(.device(.loudspeaker, isThere: false))).first?.contains("Lisez") == true)
    }

    @Test("A microphone that fails or comes back while something is said is told of afterwards, unless that is undone")
    func devicesMeanwhile() {
        var machine = listening()
        _ = machine.take(.turn(turn("La mairie est ouverte.")))
        let lost = machine.take(.device(.microphone, isThere: false))
        #expect(short(lost) == ["show Je n'entends plus rien. Le micro ne marche pas. Utilisez les touches."])
        #expect(short(machine.take(.spoken)).last?.contains("Le micro ne marche pas.") == true)
        _ = machine.take(.device(.microphone, isThere: true))
        #expect(short(machine.take(.spoken)).last == "say Le micro marche à nouveau.")
        #expect(short(machine.take(.spoken)).last?.hasPrefix("listen") == true)

        _ = machine.take(.turn(turn("La mairie est ouverte.")))
        _ = machine.take(.device(.microphone, isThere: false))
        _ = machine.take(.device(.microphone, isThere: true))
        #expect(short(machine.take(.spoken)).last?.hasPrefix("listen") == true)

        _ = machine.take(.turn(turn("La mairie est ouverte.")))
        _ = machine.take(.device(.microphone, isThere: false))
        _ = machine.take(.ears(areThere: false))
        let both = short(machine.take(.spoken)).last ?? ""
        #expect(both.contains("Le micro ne marche pas.") && both.contains("Je ne comprends plus la voix."), "\(both)")
    }

    @Test("The end of a file ends the kiosk, after what was begun")
    func fileEnd() {
        var machine = listening()
        let orders = short(machine.take(.soundEnded))
        #expect(orders.first == "forget")
        #expect(short(machine.take(.spoken)).last == "leave")
        let after = machine.take(.key(.next))
        #expect(after.isEmpty)
        var resting = self.machine()
        _ = resting.take(.start)
        let meanwhile = resting.take(.soundEnded)
        #expect(meanwhile.isEmpty)
        #expect(short(resting.take(.spoken)).last == "leave")
    }
}
