import Foundation
import SpeechSignal
import Testing
import Wyoming

@testable import SpeechPocketSphinx

@Suite("The recogniser", .enabled(if: Installed.hasModel, "No acoustic model: run make speech-model"))
struct RecognitionTests {
    private static let days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"]

    private func recogniser(_ searches: [PrepareMessage.Search]) async throws -> SphinxRecogniser {
        let recogniser = SphinxRecogniser(try #require(Installed.model))
        try await recogniser.load()
        for search in await recogniser.prepare(searches) { #expect(search.error == nil) }
        return recogniser
    }

    private static func grammar(_ name: String, _ alternatives: [String], words: [String: [String]] = [:])
        -> PrepareMessage.Search
    {
        .init(
            name: name, kind: .grammar,
            text: "#JSGF V1.0;\ngrammar g;\npublic <s> = \(alternatives.joined(separator: " | "));\n", words: words)
    }

    private static let yesNo = grammar("yes-no", ["oui", "non"], words: ["oui": ["ww ii"], "non": ["nn on"]])

    private func hear(_ samples: [Int16], rate: Int, _ search: String, _ recogniser: SphinxRecogniser) async throws
        -> TranscriptMessage
    {
        try await recogniser.begin(search, rate: rate)
        for start in stride(from: 0, to: samples.count, by: 400) {
            _ = await recogniser.take(Array(samples[start..<min(start + 400, samples.count)]))
        }
        return try #require(await recogniser.end())
    }

    @Test(
        "Hears the days of the week as a woman says them",
        .enabled(
            if: Installed.hasFrenchModel && Installed.hasClips, "No French model, or no asterisk-core-sounds-fr-wav"))
    func days() async throws {
        let recogniser = try await recogniser([Self.grammar("days", Self.days)])
        var right = 0
        for (index, day) in Self.days.enumerated() {
            let clip =
                Sound.silence(0.4, rate: 8_000) + (try Installed.clip("day-\(index)")) + Sound.silence(0.4, rate: 8_000)
            let heard = try await hear(clip, rate: 8_000, "days", recogniser)
            right += heard.text == day ? 1 : 0
            let word = try #require(heard.parvis?.words.first)
            #expect(word.start >= 0.2 && word.end <= Double(clip.count) / 8_000)
            #expect(heard.parvis?.alternatives.first?.text == heard.text)
            #expect(heard.parvis?.phones.isEmpty == false)
        }
        #expect(right >= 6)
    }

    @Test("Hears nothing in silence, in nothing, and in a click", arguments: [0, 1, 16_000])
    func nothing(count: Int) async throws {
        let recogniser = try await recogniser([Self.yesNo])
        var sound = [Int16](repeating: 0, count: count)
        if count > 8_000 { sound[8_000] = 20_000 }
        let heard = try await hear(sound, rate: 16_000, "yes-no", recogniser)
        #expect(heard.text.isEmpty)
        #expect(heard.parvis?.confidence == 0)
        #expect(heard.parvis?.words.isEmpty == true)
    }

    @Test("Makes of a tone or of noise no more than a figure that can be judged")
    func noWord() async throws {
        let recogniser = try await recogniser([Self.yesNo])
        let noise = Sound.noise(32_000).map { Int16($0 * 6_000) }
        for sound in [Sound.sine(440, rate: 16_000, seconds: 2), Sound.silence(0.5, rate: 16_000) + noise] {
            let heard = try await hear(sound, rate: 16_000, "yes-no", recogniser)
            #expect(heard.text.isEmpty || heard.parvis?.rejection.isFinite == true)
        }
    }

    @Test("Decodes a minute of speech at most, whatever comes")
    func endless() async throws {
        let recogniser = try await recogniser([Self.yesNo])
        try await recogniser.begin("yes-no", rate: 8_000)
        let piece = Sound.noise(8_000).enumerated().map { Int16($1 * ($0 % 4_000 < 2_000 ? 3_000 : 20)) }
        for _ in 0..<200 { _ = await recogniser.take(piece) }
        let heard = try #require(await recogniser.end())
        #expect(heard.parvis?.secondsAudio == 200)
    }

    @Test("Refuses a search that nobody prepared, and a rate that nobody records at")
    func refusals() async throws {
        let recogniser = try await recogniser([Self.yesNo])
        await #expect(throws: RecognitionError.unknownSearch("other")) {
            try await recogniser.begin("other", rate: 16_000)
        }
        await #expect(throws: RecognitionError.wrongRate(7)) { try await recogniser.begin("yes-no", rate: 7) }
        #expect(await recogniser.end() == nil)
        #expect(await recogniser.take([1, 2]) == nil)
    }

    @Test("Says which words it cannot hear, and hears the others")
    func missing() async throws {
        let recogniser = SphinxRecogniser(try #require(Installed.model))
        try await recogniser.load()
        let searches = await recogniser.prepare([
            Self.grammar("some", ["oui", "xqzt"], words: ["oui": ["ww ii"]]), Self.grammar("none", ["xqzt"]),
            .init(name: "bad", kind: .grammar, text: "oui (", words: [:]),
            .init(name: "worse", kind: .ngram, text: "\\1-grams:\n-1 oui\n", words: ["oui": ["ww ii"]]),
        ])
        #expect(searches.map(\.missing) == [["xqzt"], ["xqzt"], [], []])
        #expect(searches.map { $0.error == nil } == [true, false, false, false])
        try await recogniser.begin("some", rate: 16_000)
        await recogniser.cancel()
        await #expect(throws: RecognitionError.unknownSearch("none")) {
            try await recogniser.begin("none", rate: 16_000)
        }
    }

    @Test("Hears with a language model too")
    func languageModel() async throws {
        let text =
            "\\data\\\nngram 1=4\nngram 2=3\n\n\\1-grams:\n-99\t<s>\t-0.3\n-0.6\toui\t-0.3\n-0.6\tnon\t-0.3\n-0.6\t</s>\n\n\\2-grams:\n-0.3\t<s> oui\n-0.3\t<s> non\n-0.3\toui </s>\n\n\\end\\\n"
        let recogniser = try await recogniser([
            .init(name: "question", kind: .ngram, text: text, words: ["oui": ["ww ii"], "non": ["nn on"]])
        ])
        let heard = try await hear(Sound.silence(1, rate: 16_000), rate: 16_000, "question", recogniser)
        #expect(heard.text.isEmpty)
    }
}
