import Foundation
import Testing
import Wyoming

@testable import SpeechEspeakNG

@Suite("What is said")
struct SpokenSentenceTests {
    @Test(
        "Is cut into sentences",
        arguments: [
            ("Bonjour. Que voulez-vous ?", ["Bonjour.", " Que voulez-vous ?"]),
            ("Le maire, M. Dupont, est là. Entrez !", ["Le maire, M. Dupont, est là.", " Entrez !"]),
            ("à 8.30 h et etc. puis rien", ["à 8.30 h et etc. puis rien"]),
            ("un\ndeux", ["un\n", "deux"]), ("", []), (" … ! ", []), ("Oui… « Non. »", ["Oui…", " « Non."]),
        ])
    func cut(text: String, expected: [String]) {
        #expect(SpokenSentence.cut(text, pronunciations: [:]).map(\.text) == expected)
    }

    @Test("Has names as the town says them, and each word its place in the text as it was given")
    func pronunciations() throws {
        let text = "À Gex, le pays de Gex."
        let sentence = try #require(SpokenSentence.cut(text, pronunciations: ["gex": "jexe"]).first)
        #expect(sentence.text == "À jexe, le pays de jexe.")
        #expect(sentence.original(2, 4) == .init(offset: 2, length: 3))
        #expect(sentence.original(8, 2) == .init(offset: 7, length: 2))
        #expect(sentence.original(99, 1) == nil)
    }

    @Test("Has no phonemes but those of the town", arguments: [("a [[b]] c", false), ("a Gex", true)])
    func phonemes(text: String, expected: Bool) throws {
        let sentence = try #require(SpokenSentence.cut(text, pronunciations: ["Gex": "[[ZEks]]"]).first)
        #expect(sentence.hasPhonemes == expected)
        #expect(sentence.text.contains("[[") == expected)
    }

    @Test(
        "Has figures within their ranges",
        arguments: [(Double.nan, 155.0), (10, 120), (9_999, 500), (.infinity, 155), (200, 200)])
    func ranges(asked: Double, expected: Double) {
        let request = SynthesisRequest(SynthesizeMessage(text: "", parvis: .init(wordsPerMinute: asked)))
        #expect(request.wordsPerMinute == expected)
    }

    @Test("Is faster with a higher figure")
    func rates() {
        let parameters = stride(from: 120.0, through: 500, by: 10).map(SpeechRate.parameter)
        #expect(zip(parameters, parameters.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(
        "Sounds are phones of the recogniser",
        arguments: [
            ("p_u_b_ˈɛ_l", "pp ou bb ai ll"), ("_y_ˈi_t", "uy ii tt"), ("v_ˈɛ̃_t_d_ˈø", "vv in tt dd eu"),
            ("(en)_p_ˈɑː_k_ɪ_ŋ_(fr)", "pp aa kk ii nn gg"), ("☃", nil), ("", nil),
        ])
    func phones(phonemes: String, expected: String?) {
        #expect(FrenchIPA.translated(phonemes) == expected)
    }
}

@Suite("The voice of espeak-ng")
struct EspeakTests {
    private let voice = EspeakSynthesiser.shared

    @Test("Gives each word its place and its time")
    func marks() async throws {
        let text = "Là, l'école est fermée. Revenez lundi."
        let said = try await Sound.said(
            SynthesizeMessage(text: text, parvis: .init(pauseMs: 500, marks: true)), by: voice)
        let scalars = Array(text.unicodeScalars)
        let words = said.marks.map { String(String.UnicodeScalarView(scalars[$0.offset..<$0.offset + $0.length])) }
        #expect(words.first == "Là")
        #expect(words.last == "lundi")
        #expect(zip(said.marks, said.marks.dropFirst()).allSatisfy { $0.sample <= $1.sample })
        #expect(said.marks.allSatisfy { $0.sample < said.samples.count })
    }

    @Test("Is as loud as asked", arguments: [-12.0, -6, 3])
    func volume(decibels: Double) async throws {
        let text = "La mairie est ouverte."
        let usual = try await Sound.said(SynthesizeMessage(text: text), by: voice)
        let other = try await Sound.said(SynthesizeMessage(text: text, parvis: .init(volumeDb: decibels)), by: voice)
        #expect(abs(Sound.level(other.samples) - Sound.level(usual.samples) - decibels) < 1)
        // The library's sound differs by some hundred samples from one time to the next: less than 30 ms.
        #expect(abs(other.samples.count - usual.samples.count) < 660)
    }

    @Test("Is silent between two sentences for as long as asked", arguments: [0, 350, 800])
    func pause(milliseconds: Int) async throws {
        func length(_ pause: Int) async throws -> Int {
            let message = SynthesizeMessage(text: "Oui. Non.", parvis: .init(pauseMs: pause))
            return try await Sound.said(message, by: voice).samples.count
        }
        let (with, without) = (try await length(milliseconds), try await length(0))
        #expect(abs(with - without - 22_050 * milliseconds / 1_000) < 100)
    }

    @Test("Says nothing of an empty text, and refuses one that nobody would hear to its end")
    func limits() async throws {
        let nothing = try await Sound.said(SynthesizeMessage(text: " \n"), by: voice)
        #expect(nothing.samples.isEmpty)
        #expect(nothing.rate > 0)
        let endless = SynthesizeMessage(text: String(repeating: "a", count: 50_001))
        await #expect(throws: SynthesisError.tooLong(50_000)) { try await Sound.said(endless, by: voice) }
    }

    @Test("Is not another's when there is none of that name", arguments: ["nobody", "mb-xx9", "../fr", ""])
    func noVoice(name: String) async {
        let message = SynthesizeMessage(text: "Oui.", voice: .init(name: name))
        await #expect(throws: SynthesisError.self) { try await Sound.said(message, by: voice) }
    }

    @Test("Ends when it is stopped, and one that waited is not begun")
    func stop() async throws {
        // A stop that came after the request was made.
        let before = voice.stopCount - 1
        try await voice.say(SynthesisRequest(SynthesizeMessage(text: "Oui.")), stopCount: before) { piece in
            if case .sound = piece { Issue.record("It was said") }
        }
    }

    @Test("Tells how words sound, elided ones too")
    func phones() async {
        let words = await voice.phones(["poubelle", "l'", "huit", "123", ""], language: "fr")
        #expect(words["poubelle"] == ["pp ou bb ai ll"])
        #expect(words["l'"] == ["ll"])
        #expect(words["huit"] == ["uy ii tt"])
        #expect(words[""] == [])
    }
}
