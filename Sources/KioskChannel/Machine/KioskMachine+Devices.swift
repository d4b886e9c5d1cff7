/// The devices that may fail, and the recognisers.
extension KioskMachine {
    mutating func changed(_ device: Device, isThere: Bool) -> [Order] {
        switch device {
        case .microphone:
            hasMicrophone = isThere
            let (back, lost) = ("microphone-back", "microphone-lost")
            return isThere ? told(back, undoing: lost) : told(lost, undoing: back)
        case .loudspeaker:
            hasVoice = isThere
            return [showing(isThere ? "loudspeaker-back" : "loudspeaker-lost")]
        }
    }

    mutating func ears(_ areThere: Bool) -> [Order] {
        guard areThere != canHear else { return [] }
        canHear = areThere
        guard areThere else { return told("ears-lost") }
        if untold == "ears-lost" { untold = nil }
        return []
    }

    /// Says what changed while something else was said, before what follows; nil where nothing changed.
    mutating func tellingChange(then after: After, notes: [String] = []) -> [Order]? {
        guard let name = untold else { return nil }
        untold = nil
        return say(words.spoken(name), then: after, notes: notes)
    }

    /// Says what changed, now or once what is being said is said.
    ///
    /// Who does not see the screen must hear it; others read it at once. What is undone before it was said is not said at all.
    private mutating func told(_ name: String, undoing other: String? = nil) -> [Order] {
        switch state {
        case .listening, .interrupted, .confirming, .hearing: return say(words.spoken(name))
        case .resting: return say(words.spoken(name), then: .rest)
        case .warned: return say(words.spoken(name), then: .warn)
        case .speaking, .hushing, .thinking:
            untold = untold != nil && untold == other ? nil : name
            return [showing(name)]
        case .over: return []
        }
    }
}

extension KioskMachine.After {
    /// Whether somebody may still be there to hear what changed.
    var goesOn: Bool {
        switch self {
        case .listen, .confirm, .warn, .rest: true
        case .forget, .leave: false
        }
    }
}
