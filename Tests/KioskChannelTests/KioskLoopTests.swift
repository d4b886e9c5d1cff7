import Assistant
import CivilTime
import Foundation
import Language
import Rendering
import Speech
import Synchronization
import Testing

@testable import KioskChannel

/// Keeps the lines that are shown.
final class MemoryScreen: KioskScreen {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func show(_ news: KioskNews) async { lines.withLock { $0 += news.lines } }
}

@Suite("A kiosk from sound to sound")
struct KioskLoopTests {
    /// Runs a kiosk of the example commune with utterances, each between silences.
    private func run(_ utterances: [String], pause: Double = 2) async throws -> (shown: [String], said: String) {
        let assistant = try Assistant.rehearsal(town: nil, locale: "fr")
        let friday = try #require(Moment(iso: "2026-11-20T10:00"))
        let samples =
            LetterSound.silence(1) + utterances.flatMap { LetterSound.encode($0) + LetterSound.silence(pause) }
        let (screen, sink) = (MemoryScreen(), MemoryLoudspeaker())
        var settings = Kiosk.Settings()
        settings.isLive = false
        let kiosk = await Kiosk(
            Kiosk.Parts(
                talker: KioskTalker(LiveAssistant(assistant), now: { friday }),
                ears: Ears(first: LetterRecogniser(), rules: assistant.languageRules),
                searches: SearchMaker(assistant.listeningMaterial, rules: assistant.languageRules),
                voice: LetterVoice(),
                source: MemoryMicrophone(samples: samples), sink: sink, screen: screen,
                keys: AsyncStream { $0.finish() }), settings: settings)
        try await kiosk.run()
        return (screen.all, LetterSound.decode(await sink.samples))
    }

    @Test("A question is answered: what is said is shown, and the end erases everything")
    func answered() async throws {
        let (shown, said) = try await run(["quand passe la poubelle jaune rue des tilleuls"])
        #expect(shown.contains("La poubelle jaune passe mardi 24 novembre, rue des Tilleuls."))
        #expect(said.contains("mardi vingt-quatre novembre"))
        #expect(shown.contains("J'ai entendu."))
        #expect(shown.contains { $0.hasPrefix("Source") })
        #expect(shown.last?.contains("personne suivante") == true)
    }

    @Test("A question and the answer to what it asks")
    func form() async throws {
        let (shown, _) = try await run(["quand passe la poubelle jaune", "rue des tilleuls"])
        #expect(shown.contains { $0.contains("24 novembre") })
    }

    @Test("What was rejected is not understood; an unsure answer is asked about")
    func unsure() async throws {
        let (shown, _) = try await run([
            "bonjour", "!blablablabla", "quand passe la poubelle jaune", "?rue des tilleuls", "oui s'il vous plaît",
        ])
        #expect(shown.contains { $0.contains("Je n'ai pas compris") })
        #expect(shown.contains("Vous avez dit : rue des tilleuls ?"))
        #expect(shown.contains { $0.contains("24 novembre") })
    }

    @Test("Silence alone ends without a word lost")
    func silence() async throws {
        let (shown, said) = try await run([], pause: 0)
        #expect(shown.first?.hasPrefix("Bonjour") == true)
        #expect(said.contains("Bonjour"))
    }

    @Test("A number that a person gave is shown and not said")
    func personal() async throws {
        let (shown, said) = try await run([
            "je veux parler à quelqu'un", "oui s'il vous plaît", "je passe", "0199005678", "je passe",
        ])
        #expect(shown.contains { $0.contains("01 99 00 56 78") })
        // The town hall's own number and the example are said, and begin like the person's.
        #expect(!said.contains("cinquante-six"))
    }

    @Test("Who asks for English gets it, and is told that speech is not understood in it; the next person finds French")
    func english() async throws {
        let (shown, said) = try await run(["do you speak english", "where is the town hall"])
        #expect(shown.contains("I go on in English."))
        #expect(said.contains("I go on in English."))
        // Once at the change, once for whoever spoke English all the same.
        #expect(shown.count { $0 == "I do not understand spoken English here." } == 2)
        #expect(shown.contains { $0.hasPrefix("Key 1:") })
        #expect(shown.last == "La personne suivante peut parler.")
    }

    @Test("The size of letters follows the distance of the eyes and the size of a pixel")
    func letters() {
        #expect(abs(CapitalHeight.millimetres(distance: 600) - 7.33) < 0.01)
        #expect(CapitalHeight.fontPixels(distance: 600, pixel: 0.28) == 38)
        #expect(CapitalHeight.fontPixels(distance: 600, pixel: 0) == 0)
    }
}
