import Assistant
import CivilTime
import Diagnostics
import Foundation
import Language
import Synchronization
import Testing
import TopicKit
import TopicTesting

/// A topic on the town's fountains, and what may be wrong with it.
private struct Fountains: Topic {
    enum Flaw: String, CaseIterable {
        case none, noEvidence, stale, silent, badPhrase, answersAnything, hangs, noStory, wrongStory, answersWithoutData
    }

    /// The flaw of the moment: the topic is installed, and understanding trained, only once.
    static let now = Mutex(Flaw.none)

    var hasData = true
    var flaw: Flaw { Self.now.withLock { $0 } }
    static let day = Day(number: 20_777)

    var manifest: Manifest {
        Manifest(
            id: "fountains", intents: [Intent("fountains.tap", required: ["fountain"])],
            slots: [Slot("fountain", .entity, entries: [Entry(id: "paon", names: ["la fontaine du Paon"])])])
    }

    func reply(to request: TopicRequest) async -> Reply {
        while flaw == .hangs, Task.isCancelled { await pause() }
        let fountain = request.entity("fountain")
        if flaw != .answersAnything, fountain != "paon" || !hasData && flaw != .answersWithoutData {
            return request.unknown("fountains.unknown")
        }
        let until = Self.day.adding(days: flaw == .stale ? -1 : 400)
        if until < request.now.day, flaw != .stale { return request.unknown("fountains.unknown") }
        let evidence = Evidence(
            source: "fountains.csv", title: "la liste des fontaines", publisher: "Mairie de Valclair", date: Self.day,
            validUntil: until)
        let phrase =
            flaw == .silent ? Phrase.text(["fr": ""]) : Phrase("fountains." + (flaw == .badPhrase ? "lost" : "runs"))
        return Reply(
            .answered, [.statement(phrase)], evidence: flaw == .noEvidence || flaw == .silent ? [] : [evidence])
    }

    /// Waits a little although the task was cancelled, and burns no processor.
    private func pause() async {
        await Task.detached { try? await Task.sleep(for: .milliseconds(100)) }.value
    }

    static let words: TopicWords = {
        var words = TopicWords()
        words.title = "les fontaines"
        words.examples = [
            "fountains.tap": [
                "{fountain} coule", "est-ce que {fountain} coule", "{fountain} est en eau", "{fountain} est à sec",
                "l'eau de {fountain} est potable", "boire à {fountain}",
            ]
        ]
        words.slots = ["fountain": SlotWords(prompt: "Quelle fontaine ?")]
        words.phrases = ["runs": Wording(text: "L'eau coule."), "unknown": Wording(text: "Je ne sais pas.")]
        return words
    }()
}

@Suite("The contract of a topic", .serialized)
struct ConformanceTests {
    private static let story = """
        - story: the peacock's fountain
          now: 2026-11-20T10:00
          turns:
            - user: la fontaine du Paon coule ?
              status: answered
              says: [L'eau coule.]
        """

    private static let town = Task { try Assistant.rehearsal().adding(Fountains(), words: Fountains.words).value }

    private func report(_ flaw: Fountains.Flaw) async throws -> ConformanceReport {
        Fountains.now.withLock { $0 = flaw }
        let file = FileManager.default.temporaryDirectory.appending(path: "stories-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let story = flaw == .wrongStory ? Self.story.replacing("says: [L'eau", with: "says: [Le vin") : Self.story
        try Data(story.utf8).write(to: file)
        return await TopicConformance(
            "fountains", in: try await Self.town.value, stories: flaw == .noStory ? nil : file.path,
            withoutData: Fountains(hasData: false), at: Moment(Fountains.day, hour: 10)
        ).run()
    }

    @Test("A topic that keeps it has no error")
    func keeps() async throws {
        let report = try await report(.none)
        #expect(report.lines.filter { !$0.contains("attention") } == [])
        #expect(report.answers > 5)
    }

    @Test(
        "A topic that breaks it is told how",
        arguments: [
            (Fountains.Flaw.noEvidence, "conformance.no-evidence"), (.stale, "conformance.stale-evidence"),
            (.silent, "conformance.no-text"), (.badPhrase, "locale.missing-phrase"),
            (.answersAnything, "conformance.wrong-slot"), (.noStory, "conformance.no-story"),
            (.wrongStory, "conformance.story"), (.answersWithoutData, "conformance.no-data"),
            (.hangs, "conformance.not-cancelled"),
        ])
    private func breaks(flaw: Fountains.Flaw, code: String) async throws {
        let report = try await report(flaw)
        #expect(report.hasErrors)
        #expect(report.findings.contains { $0.code == code }, "\(report.lines)")
        #expect(report.lines.count == report.findings.count)
    }

    @Test("A topic is added to a town, unless it takes another's sentence")
    func added() async throws {
        var words = Fountains.words
        words.examples["fountains.tap"]?.append("combien coûte la cantine")
        let report = await TopicConformance(Fountains(), words: words, in: try Assistant.rehearsal()).run()
        #expect(Set(report.findings.map(\.code)).isSubset(of: ["topic.same-sentence", "topic.taken-sentence"]))
        #expect(report.hasErrors && report.answers == 0)
    }

    @Test("A topic that is not installed is not tried")
    func absent() async throws {
        let conformance = TopicConformance("fountains", in: try Assistant.rehearsal())
        #expect(await conformance.run().findings.map(\.code) == ["conformance.not-installed"])
        await #expect(throws: NotConforming.self) { try await conformance.expect() }
    }
}
