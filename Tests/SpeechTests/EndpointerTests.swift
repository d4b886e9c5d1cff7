import Testing

@testable import Speech

@Suite("Where an utterance begins and ends")
struct EndpointerTests {
    /// What happens in some sound, and after how many frames.
    private func events(
        _ samples: [Int16], floor: NoiseFloor = NoiseFloor(), limits: Endpointer.Limits = .init()
    ) -> [(Endpointer.Event, Double)] {
        var endpointer = Endpointer(floor: floor, limits: limits)
        var events: [(Endpointer.Event, Double)] = []
        for (index, frame) in TestSound.frames(samples).enumerated() {
            for event in endpointer.take(frame) { events.append((event, Double(index + 1) * 0.02)) }
        }
        return events
    }

    private func names(_ events: [(Endpointer.Event, Double)]) -> [String] {
        events.map { event, _ in
            switch event {
            case .began: "began"
            case .paused: "paused"
            case .wentOn: "went on"
            case .ended(_, let isCut): isCut ? "cut" : "ended"
            case .nothing: "nothing"
            }
        }
    }

    private func hall(_ seconds: Double) -> [Int16] { TestSound.noise(-55, seconds: seconds) }
    private func voice(_ seconds: Double) -> [Int16] { TestSound.tone(200, seconds: seconds) }

    @Test("Somebody who speaks, then is silent, has ended after one second and a half")
    func simple() throws {
        let found = events(hall(1) + voice(1) + hall(3))
        #expect(names(found) == ["began", "paused", "ended"])
        guard case .began(let start) = found[0].0, case .ended(let end, _) = found[2].0 else { return }
        #expect((0.6...1.0).contains(start))
        #expect(abs(end - 2) < 0.06)
        #expect(abs(found[1].1 - 2.5) < 0.06)
        #expect(abs(found[2].1 - 3.5) < 0.06)
    }

    @Test("A pause of 1.3 seconds in the middle is no end")
    func slow() {
        let found = events(hall(1) + voice(0.5) + hall(1.3) + voice(0.5) + hall(2))
        #expect(names(found) == ["began", "paused", "went on", "paused", "ended"])
    }

    @Test("Nobody speaks for ten seconds, or for as long as was asked")
    func nothing() {
        #expect(names(events(hall(11))) == ["nothing"])
        #expect(abs((events(hall(11)).first?.1 ?? 0) - 10) < 0.03)
        var limits = Endpointer.Limits()
        limits.firstWord = nil
        #expect(events(hall(30), limits: limits).isEmpty)
    }

    @Test("A cough is no word")
    func cough() { #expect(names(events(hall(2) + voice(0.08) + hall(9))) == ["nothing"]) }

    @Test("Whoever speaks without end is cut after forty seconds")
    func cut() {
        let talk = (0..<60).flatMap { _ in voice(0.7) + hall(0.2) }
        #expect(names(events(hall(1) + talk)).last == "cut")
    }

    @Test("A loud hall is a hall, whatever its level", arguments: [-40.0, -30, -22])
    func loud(level: Double) {
        #expect(names(events(TestSound.noise(level, seconds: 11))) == ["nothing"])
    }

    @Test("The talk of a hall, in which single moments are soft, is no speech for ever", arguments: [-44.0, -40, -34])
    func talk(level: Double) {
        let talk = (0..<1_000).flatMap { index in
            TestSound.noise(level + [0.0, -3, 2, -6, 1, 3, -2, 4, -1, 2][index * 7 % 10], seconds: 0.02)
        }
        let mixed = talk[..<16_000] + zip(talk[16_000..<48_000], voice(2)).map { Int16(clamping: Int($0) + Int($1)) }
        let found = events(Array(mixed + talk[48_000...]))
        #expect(names(found).last == "ended")
        #expect(found.last.map { $0.1 < 15 } == true)
    }

    @Test("A hall that becomes louder for good ends what was thought to be speech")
    func door() {
        let found = names(events(hall(2) + TestSound.noise(-30, seconds: 12)))
        #expect(found.first == "began")
        #expect(found.last == "ended")
    }

    @Test("Somebody is heard over the noise of a hall")
    func noisy() {
        var sound = TestSound.noise(-35, seconds: 6)
        for (index, sample) in voice(1).enumerated() { sound[24_000 + index] += sample }
        #expect(names(events(sound)) == ["began", "paused", "ended"])
    }

    @Test("The end of the sound ends whoever spoke")
    func fileEnd() {
        var endpointer = Endpointer()
        for frame in TestSound.frames(hall(1) + voice(1)) { _ = endpointer.take(frame) }
        let (first, second) = (endpointer.finish(), endpointer.finish())
        #expect(first.count == 1)
        #expect(endpointer.isOver)
        #expect(second.isEmpty)
    }
}

@Suite("Somebody speaks while the voice does")
struct BargeInTests {
    private func floor() -> NoiseFloor {
        var floor = NoiseFloor()
        for frame in TestSound.frames(TestSound.noise(-55, seconds: 2)) { floor.take(Level.rms(frame)) }
        return floor
    }

    @Test("What is left of the echo is nobody")
    func echo() {
        var bargeIn = BargeIn(floor: floor())
        for frame in TestSound.frames(TestSound.noise(-40, seconds: 4)) {
            let isSomebody = bargeIn.take(frame, played: -20)
            #expect(!isSomebody)
        }
    }

    @Test("A voice above the echo is noticed within 200 ms")
    func voice() {
        var bargeIn = BargeIn(floor: floor())
        for frame in TestSound.frames(TestSound.noise(-42, seconds: 2)) { _ = bargeIn.take(frame, played: -20) }
        let frames = TestSound.frames(TestSound.tone(200, seconds: 1))
        let noticed = frames.firstIndex { bargeIn.take($0, played: -20) }
        #expect((noticed ?? 99) < 10)
    }
}
