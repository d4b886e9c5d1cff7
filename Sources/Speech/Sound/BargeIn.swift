/// Decides whether somebody speaks while Parvis does (rule K4): speech then pauses, and what is said decides what follows.
///
/// Takes frames of 20 ms from which the echo of the loudspeaker was taken. What is left of the echo is learnt: how many decibels
/// below what is played it usually lies. Only sound clearly above both that and the hall is a person.
public struct BargeIn: Sendable {
    /// Of so many frames, so many must be loud: 140 of 200 ms, so that speech pauses within 200 ms.
    private static let (window, needed) = (10, 7)
    /// How far above the rest of the echo a voice must be, in decibels.
    private static let above = 8.0
    /// How much of the echo is thought to be left before it was measured, in decibels below what is played.
    private static let unknown = -12.0

    private var floor: NoiseFloor
    private var left = Self.unknown
    private var recent: [Bool] = []

    /// Begins with what the hall sounds like.
    public init(floor: NoiseFloor) { self.floor = floor }

    /// Takes 20 ms of what the microphone hears, and of what was played at that time.
    ///
    /// - Parameters:
    ///   - heard: 320 samples at 16 000 a second, the echo taken out as far as it could be.
    ///   - played: the level of what the loudspeaker plays, in decibels of full scale; ``Level/silence`` for nothing.
    /// - Returns: whether somebody speaks.
    public mutating func take(_ heard: [Int16], played: Double) -> Bool {
        let level = Level.rms(heard)
        let echo = played + left
        let isLoud = level >= floor.speech + 3 && level >= echo + Self.above
        recent = (recent + [isLoud]).suffix(Self.window)
        if !isLoud, played > -50 { learn(level - played) }
        return recent.count(where: \.self) >= Self.needed
    }

    /// What is left of the echo: quickly more, slowly less.
    private mutating func learn(_ difference: Double) {
        let difference = min(max(difference, -60), 0)
        left += (difference - left) * (difference > left ? 0.3 : 0.02)
    }
}
