import Foundation
import SpeechSignal
import Synchronization
import Testing

@testable import SpeechALSA

/// ALSA's own devices that need no card: `null` takes and gives anything at once.
@Suite("Devices of sound")
struct DeviceTests {
    @Test("A microphone gives sound and levels until it is closed")
    func capture() async throws {
        let microphone = Microphone(echo: PlaybackEcho())
        let news = Mutex<[MicrophoneNews]>([])
        try await microphone.listen("null", rate: 16_000, cancelsEcho: true, since: microphone.closeCount) { piece in
            let count = news.withLock { news in
                news.append(piece)
                return news.count
            }
            if count == 40 { microphone.close() }
        }
        let all = news.withLock { $0 }
        #expect(all.first == .opened(rate: 16_000))
        #expect(all.last == .closed)
        #expect(all.contains(.level(rms: -96, peak: -96)))
        for case .sound(let samples) in all { #expect(samples.count == 320) }
    }

    @Test("A device without a clock gives no more than the time that passes")
    func pace() async throws {
        let microphone = Microphone(echo: PlaybackEcho())
        let samples = Mutex(0)
        let clock = ContinuousClock()
        let start = clock.now
        try await microphone.listen("null", rate: 16_000, cancelsEcho: false, since: microphone.closeCount) { piece in
            guard case .sound(let sound) = piece else { return }
            let count = samples.withLock { samples in
                samples += sound.count
                return samples
            }
            if count >= 16_000 { microphone.close() }
        }
        #expect(clock.now - start >= .milliseconds(600))
    }

    @Test("A device that is not there is an error that names it", arguments: ["nobody", "plughw:99,9", ""])
    func missing(name: String) async {
        let microphone = Microphone(echo: PlaybackEcho())
        await #expect(throws: DeviceError.self) {
            try await microphone.listen(name, rate: 16_000, cancelsEcho: false, since: microphone.closeCount) { _ in }
        }
        let loudspeaker = Loudspeaker(echo: PlaybackEcho())
        await #expect(throws: DeviceError.self) { try await loudspeaker.open(name, rate: 22_050) }
    }

    @Test("A loudspeaker plays into a file by ALSA's own means")
    func playback() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "played-\(UUID().uuidString).raw")
        defer { try? FileManager.default.removeItem(at: file) }
        let echo = PlaybackEcho()
        let loudspeaker = Loudspeaker(echo: echo)
        try await loudspeaker.open("file:'\(file.path)',raw", rate: 16_000)
        let sound = Sound.sine(440, rate: 16_000, seconds: 0.3)
        await loudspeaker.play(sound, since: loudspeaker.stopCount) { _ in Issue.record("Nothing was lost") }
        await loudspeaker.finish(since: loudspeaker.stopCount)
        #expect(echo.take(1_600) == Array(sound[..<1_600]))
        // Opening another closes the file.
        try await loudspeaker.open("null", rate: 16_000)
        let written = try Data(contentsOf: file)
        #expect(written.count == 2 * sound.count)
    }

    @Test("A loudspeaker that is stopped plays nothing of what came before")
    func stop() async throws {
        let echo = PlaybackEcho()
        let loudspeaker = Loudspeaker(echo: echo)
        try await loudspeaker.open("null", rate: 16_000)
        let before = loudspeaker.stopCount
        loudspeaker.stop()
        await loudspeaker.play(Sound.sine(440, rate: 16_000, seconds: 0.1), since: before) { _ in }
        #expect(echo.take(160) == [Int16](repeating: 0, count: 160))
    }

    @Test("What is played is kept for half a second, and then given up")
    func echo() {
        let echo = PlaybackEcho(rate: 1_000)
        echo.add([Int16](repeating: 1, count: 400))
        echo.add([Int16](repeating: 2, count: 300))
        #expect(echo.take(200) == [Int16](repeating: 1, count: 200))
        #expect(echo.take(400) == [Int16](repeating: 2, count: 300) + [Int16](repeating: 0, count: 100))
        echo.add([3])
        echo.clear()
        #expect(echo.take(1) == [0])
    }

    @Test("A level is told every fifth of a second, in decibels below full scale")
    func meter() throws {
        var meter = Meter(rate: 1_000)
        let early = meter.add([Int16](repeating: 3_277, count: 199))
        #expect(early == nil)
        let told = meter.add([-32_768])
        let level = try #require(told)
        #expect(abs(level.peak) < 0.01)
        #expect(abs(level.rms + 18.2) < 0.6)
    }

    @Test("The devices of ALSA have names")
    func names() {
        #expect(SoundDevices.capture.contains("null"))
        #expect(SoundDevices.playback.contains("null"))
    }
}
