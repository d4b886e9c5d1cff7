/// The devices that may fail, and the recognisers.
extension KioskMachine {
    mutating func changed(_ device: Device, isThere: Bool) -> [Order] {
        switch device {
        case .microphone:
            hasMicrophone = isThere
            return told(microphoneLine)
        case .loudspeaker:
            hasVoice = isThere
            return [showing(isThere ? "loudspeaker-back" : "loudspeaker-lost")]
        }
    }

    mutating func ears(_ areThere: Bool) -> [Order] {
        guard areThere != canHear else { return [] }
        canHear = areThere
        guard areThere else { return told("ears-lost") }
        saidThere.ears = true
        return []
    }

    /// Says what changed since it was last said, before what follows; nil where nothing changed.
    mutating func tellingChange(then after: After, notes: [String] = []) -> [Order]? {
        let microphone = saidThere.microphone == hasMicrophone ? [] : [microphoneLine]
        let names = microphone + (saidThere.ears && !canHear ? ["ears-lost"] : [])
        guard !names.isEmpty else { return nil }
        saidThere = (hasMicrophone, canHear)
        return say(names.flatMap { words.spoken($0) }, then: after, notes: notes)
    }

    private var microphoneLine: String { hasMicrophone ? "microphone-back" : "microphone-lost" }

    /// Says what changed, now or once what is being said is said.
    ///
    /// Who does not see the screen must hear it; others read it at once. What is undone before it was said is not said at all.
    private mutating func told(_ name: String) -> [Order] {
        switch state {
        case .listening, .interrupted, .confirming, .hearing: tellingChange(then: .listen) ?? []
        case .resting: tellingChange(then: .rest) ?? []
        case .warned: tellingChange(then: .warn) ?? []
        case .speaking, .hushing, .thinking: [showing(name)]
        case .over: []
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
