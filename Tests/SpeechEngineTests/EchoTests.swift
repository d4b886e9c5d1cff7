import Foundation
import SpeechEspeakNG
import SpeechSignal
import Testing
import Wyoming

/// A microphone that hears Parvis's own voice through a room, a known delay later, and a person over it.
@Suite("Echo of Parvis's own voice")
struct EchoTests {
    private static let rate = 16_000

    private struct Scene {
        let far: [Int16]
        let echo: [Double]
        let near: [Int16]
    }

    /// The voice through a room: a delay of 90 ms, then reflections that die away within 80 ms.
    private func scene() async throws -> Scene {
        let voice = EspeakSynthesiser.shared
        let text = "La poubelle jaune passe mardi, rue des Tilleuls. Sortez-la lundi soir, après dix-neuf heures. "
        let far = try await speech(String(repeating: text, count: 3), "fr", voice)
        let room = Sound.noise(1_280, seed: 7).enumerated().map { $1 * exp(-Double($0) / 200) * 0.25 }
        var echo = [Double](repeating: 0, count: far.count)
        let delay = Self.rate * 90 / 1_000
        // Every fourth reflection is enough for a room, and a quarter of the work.
        for (lag, gain) in room.enumerated() where lag % 4 == 0 {
            for index in (delay + lag)..<far.count { echo[index] += gain * Double(far[index - delay - lag]) }
        }
        return Scene(far: far, echo: echo, near: try await speech("Répétez, s'il vous plaît.", "fr+f2", voice))
    }

    private func speech(_ text: String, _ name: String, _ voice: EspeakSynthesiser) async throws -> [Int16] {
        let said = try await Sound.said(SynthesizeMessage(text: text, voice: .init(name: name)), by: voice)
        let converter = try #require(RateConverter(from: said.rate, to: Self.rate))
        return converter.convert(said.samples)
    }

    private func cancelled(_ heard: [Int16], _ far: [Int16]) throws -> [Int16] {
        let canceller = try #require(EchoCanceller(rate: Self.rate))
        return stride(from: 0, to: heard.count - canceller.frame + 1, by: canceller.frame).flatMap {
            canceller.cancel(
                heard: Array(heard[$0..<$0 + canceller.frame]), played: Array(far[$0..<$0 + canceller.frame]))
        }
    }

    @Test("Is lowered by 20 decibels and more once the room is known")
    func alone() async throws {
        let scene = try await scene()
        let heard = scene.echo.map { Int16(max(-32_768, min(32_767, $0))) }
        let out = try cancelled(heard, scene.far)
        let known = (out.count / 2)..<out.count
        #expect(Sound.level(heard[known]) - Sound.level(out[known]) >= 20)
    }

    @Test("Leaves a person who speaks over it")
    func doubleTalk() async throws {
        let scene = try await scene()
        let start = scene.far.count - scene.near.count - Self.rate
        var mixed = scene.echo
        for (index, sample) in scene.near.enumerated() { mixed[start + index] += Double(sample) }
        let out = try cancelled(mixed.map { Int16(max(-32_768, min(32_767, $0))) }, scene.far)
        let stretch = start..<start + scene.near.count
        // The person is 12 dB above what was left of the echo before, and no more than 8 dB softer than she spoke.
        #expect(Sound.level(out[stretch]) > Sound.level(out[(start - 16_000)..<start]) + 12)
        #expect(Sound.level(out[stretch]) > Sound.level(scene.near) - 8)
    }

    @Test("Is not looked for with impossible figures")
    func impossible() throws {
        #expect(EchoCanceller(rate: 100) == nil)
        #expect(EchoCanceller(rate: 16_000, tail: 9) == nil)
        let canceller = try #require(EchoCanceller(rate: 16_000))
        #expect(canceller.cancel(heard: [1, 2], played: [1]) == [1, 2])
    }
}
