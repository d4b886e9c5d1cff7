import Dialogue
import Language
import Speech

/// What is heard, and what is not.
extension KioskMachine {
    /// Somebody speaks while the voice does: the voice is silent, and what they say decides (K4).
    mutating func voice() -> [Order] {
        guard case .speaking(let speech) = state else { return [] }
        state = .hushing(speech, then: .listenForCommand)
        return [.hush]
    }

    mutating func interrupted(at place: Int) -> [Order] {
        guard case .hushing(let speech, let after) = state else { return [] }
        switch after {
        case .listenForCommand:
            state = .interrupted(speech, at: place)
            return listening(expectation, Self.interruption)
        case .listen: return tellingChange(then: .listen) ?? listen()
        case .take(let input): return taking(input, isSpeaking: true)
        case .menu: return nextItem()
        case .choose: return choose()
        }
    }

    /// The person ended an utterance: they are told at once that it was heard (K11).
    mutating func ended(isCut: Bool) -> [Order] {
        wasCut = isCut
        let purpose: Purpose
        switch state {
        case .listening: purpose = .answer
        case .resting: purpose = .firstWords(isNoticed: false)
        case .confirming(let utterance): purpose = .confirmation(utterance)
        case .interrupted(let speech, let place): purpose = .command(speech, at: place)
        case .warned: purpose = .afterWarning
        default: return []
        }
        state = .hearing(purpose)
        guard language.isHeard else { return [] }
        // Noise in the hall, or a cough while the voice speaks, is no reason for a sound of one's own.
        switch purpose {
        case .firstWords, .command: return []
        case .answer, .confirmation, .afterWarning: return notice
        }
    }

    /// What was said to a kiosk at rest seems to be for it: the words may take a second more (K11).
    mutating func seemed() -> [Order] {
        guard case .hearing(.firstWords(isNoticed: false)) = state else { return [] }
        state = .hearing(.firstWords(isNoticed: true))
        return notice
    }

    /// The person is told that they were heard.
    private var notice: [Order] { [.earcon, .show(.heard(words.line("heard")))] }

    mutating func heard(_ heard: Heard) -> [Order] {
        guard case .hearing(let purpose) = state else { return [] }
        guard language.isHeard else { return unheard(purpose) }
        let isHeard = heard.verdict == .accepted
        if isHeard, let kept, words.asksAloud(heard.utterance.text) {
            silences = 0
            self.kept = nil
            return say(kept, from: 0)
        }
        switch purpose {
        case .answer: return answerHeard(heard)
        case .confirmation(let utterance):
            switch heard.verdict == .rejected ? nil : words.answer(heard.utterance.text) {
            case true?: return taking(.utterance(utterance))
            case false?: return say(words.spoken("did-not-say"))
            case nil: return isHeard ? taking(.utterance(heard.utterance)) : taking(.utterance(Utterance("")))
            }
        case .command(let speech, let place):
            // What was no command was somebody else's talk: the voice goes on with the sentence.
            return isHeard ? taking(.utterance(heard.utterance), isSpeaking: true) : say(speech, from: place)
        case .afterWarning: return isHeard ? answerHeard(heard) : say(words.spoken("goes-on"))
        case .firstWords(let isNoticed):
            let isRepeated = heard.verdict == .unsure && wasUnsure
            wasUnsure = heard.verdict == .unsure
            guard isHeard || isRepeated else { return missed() }
            return (isNoticed ? [] : notice) + answerHeard(heard)
        }
    }

    /// Somebody spoke in a language that the recogniser does not hear: the keys are told again.
    private mutating func unheard(_ purpose: Purpose) -> [Order] {
        if case .command(let speech, let place) = purpose { return say(speech, from: place) }
        return say(words.spoken("unheard") + words.spoken("keys"))
    }

    /// A kiosk that rests did not understand: whoever spoke reads so, and hears so when they say it again.
    ///
    /// Talk in the hall must not make it talk: each time that it spoke for nothing, it takes twice as many to make it speak again,
    /// until somebody is understood. A while of quiet begins the count anew. Words that were nearly understood twice are taken by
    /// the caller: nobody is to say them a third time.
    private mutating func missed() -> [Order] {
        misses += 1
        guard misses < hint else {
            (misses, hint) = (0, min(hint * 2, 1024))
            return say(words.spoken("not-understood"), then: .rest)
        }
        state = .resting
        let shown: [Order] = misses == 1 ? [showing("not-understood")] : []
        return shown + listening(Expectation(.question), nil)
    }

    private mutating func answerHeard(_ heard: Heard) -> [Order] {
        silences = 0
        let shown: [Order] = wasCut ? [showing("cut")] : []
        switch heard.verdict {
        case .accepted: return shown + taking(.utterance(heard.utterance))
        case .rejected: return taking(.utterance(Utterance("")))
        case .unsure:
            guard expectation.isClosed else { return shown + taking(.utterance(heard.utterance)) }
            let said = words.spoken("did-you-say", ["words": .text(heard.utterance.text)])
            return say(said, then: .confirm(heard.utterance))
        }
    }

    /// Nobody spoke: the conversation answers three times, then the person is warned, then everything is erased (K9, K13).
    mutating func nothing() -> [Order] {
        switch state {
        case .listening, .confirming:
            silences += 1
            if silences <= Self.mostSilences { return taking(.silence) }
            return say(words.spoken("still-there", ["seconds": .count(Int(Self.warning))]), then: .warn)
        case .warned: return forget()
        case .interrupted(let speech, let place): return say(speech, from: place)
        case .resting: return listening(Expectation(.question), nil)
        default: return []
        }
    }

    /// Gives the conversation something.
    mutating func taking(_ input: Input, isSpeaking: Bool = false) -> [Order] {
        if input != .silence { silences = 0 }
        state = .thinking
        return [.deafen, .take(input, isSpeaking: isSpeaking)]
    }
}
