import Dialogue
import Language
import Rendering
import Speech

/// What the kiosk does next: a value that takes what happened and gives orders, without a clock, a sound or a screen of its own.
///
/// So that every rule of the loop (K3 to K14) is tested exactly: silence comes as an event, and speech ends when it is told to.
struct KioskMachine {
    /// What happened.
    enum Event: Sendable {
        /// The kiosk was switched on.
        case start
        /// The conversation answered.
        case turn(KioskTurn)
        /// Everything was said.
        case spoken
        /// The voice fell silent within the sentence of that place.
        case interrupted(at: Int)
        /// Somebody speaks while the voice does.
        case voice
        /// The person ended an utterance.
        case utteranceEnded(isCut: Bool)
        /// There seem to be words in it, which are still being made out.
        case seemed
        /// What was heard of it.
        case heard(Heard)
        /// Nobody spoke for as long as was listened.
        case nothing
        /// Nobody spoke for a while to a kiosk that rests; it listens on.
        case quiet
        /// A key.
        case key(KioskKey)
        /// Something was chosen on a screen that is touched.
        case chosen(Input)
        /// The microphone or the loudspeaker went away, or came back.
        case device(Device, isThere: Bool)
        /// No recogniser can hear any more, or one can again.
        case ears(areThere: Bool)
        /// There will be no more sound: a file ended.
        case soundEnded
    }

    /// A device of sound.
    enum Device: Sendable { case microphone, loudspeaker }

    /// What is to be done.
    enum Order: Sendable {
        /// Shows something.
        case show(KioskNews)
        /// Says sentences, from one of them on; those that are private are only shown.
        case say([SpokenLine], isPrivate: Set<Int>, from: Int, Delivery)
        /// Silences the voice; ``Event/interrupted(at:)`` comes.
        case hush
        /// Listens for an answer, at most so many seconds for its first word; nil for as long as it takes.
        case listen(Expectation, seconds: Double?)
        /// Listens no more.
        case deafen
        /// A short sound that says "I heard".
        case earcon
        /// Speaks in the language of that code from now on.
        case speak(String)
        /// Gives the conversation something.
        case take(Input, isSpeaking: Bool)
        /// Forgets the person who was there.
        case forget
        /// Ends.
        case leave
    }

    /// What goes on.
    enum State: Sendable {
        /// Nobody is there.
        case resting
        /// Something is said; what was said before it stopped is said again when nothing came of the interruption.
        case speaking(Speech)
        /// The voice was told to be silent, for somebody who may be speaking, or by a key.
        case hushing(Speech, then: AfterHush)
        /// What somebody said while the voice spoke is listened to.
        case interrupted(Speech, at: Int)
        /// An answer is waited for.
        case listening
        /// The person ended; what was said is being made out.
        case hearing(Purpose)
        /// "Vous avez dit … ?"
        case confirming(Utterance)
        /// The conversation is being asked.
        case thinking
        /// The person was told that everything will be erased.
        case warned
        /// Nothing more will happen.
        case over
    }

    /// What a voice says.
    struct Speech: Sendable {
        var lines: [SpokenLine]
        var isPrivate: Set<Int> = []
        var notes: [String] = []
        /// What follows: listening, or the end of the conversation.
        var then = After.listen
    }

    /// What follows speech.
    enum After: Sendable {
        case listen
        case confirm(Utterance)
        case warn
        case forget
        case rest
        case leave
    }

    /// What follows the silence of a voice that was told to be silent.
    enum AfterHush: Sendable {
        case listenForCommand
        case listen
        case take(Input)
        case menu
        case choose
    }

    /// What an utterance that is being made out answers.
    enum Purpose: Sendable {
        case answer
        case confirmation(Utterance)
        case command(Speech, at: Int)
        case afterWarning
        /// Whether the person was told already that they were heard.
        case firstWords(isNoticed: Bool)
    }

    /// How long the first word is waited for, and how long before the end a warning comes, in seconds (K9, K13).
    static let patience = 10.0, warning = 20.0
    /// How long a first word is waited for after somebody was thought to speak: a cough is not asked about.
    static let interruption = 1.5
    /// How many silences the conversation answers before the kiosk warns.
    static let mostSilences = 3
    /// How many utterances that were not understood, one soon after the other, make a kiosk that rests say so at first.
    static let firstHint = 2

    /// The language of whoever comes next.
    let home: KioskLanguage
    var language: KioskLanguage
    var words: KioskWords { language.words }
    var state = State.resting
    var expectation = Expectation(.question)
    var delivery = Delivery()
    /// What the keys choose from now.
    var menu = KioskMenu([])
    /// The menu of one who has asked nothing.
    var rootMenu = KioskMenu([])
    var silences = 0
    /// Utterances at rest that were not understood, since it was quiet, and how many of them make the kiosk say so.
    var misses = 0, hint = Self.firstHint
    /// Whether the last utterance at rest was nearly understood.
    var wasUnsure = false
    var hasSession = false
    var canHear = true, hasMicrophone = true, hasVoice = true
    var isSoundOver = false
    /// What the voice last said is there; at first nothing is missing.
    var saidThere = (microphone: true, ears: true)
    /// What was kept from the loudspeaker, for who asks to hear it.
    var kept: Speech?
    /// Whether the last utterance was cut.
    var wasCut = false

    init(words: KioskWords, menu: KioskMenu) {
        home = KioskLanguage(words: words, menu: menu, isHeard: true)
        (language, self.menu, rootMenu) = (home, menu, menu)
    }

    /// Takes what happened.
    mutating func take(_ event: Event) -> [Order] {
        if case .over = state { return [] }
        let orders = orders(event)
        guard isSoundOver, isWaiting else { return orders }
        // Nobody will ever say anything more: the person has left.
        let rest = orders.filter { if case .listen = $0 { false } else { true } }
        return rest + (hasSession ? forget() : leave())
    }

    private mutating func orders(_ event: Event) -> [Order] {
        switch event {
        case .start: return say(words.spoken(canListen ? "welcome" : "welcome-keys"), then: .rest)
        case .turn(let turn): return answer(turn)
        case .spoken: return spoken()
        case .interrupted(let place): return interrupted(at: place)
        case .voice: return voice()
        case .utteranceEnded(let isCut): return ended(isCut: isCut)
        case .seemed: return seemed()
        case .heard(let heard): return self.heard(heard)
        case .nothing: return nothing()
        case .quiet:
            (misses, wasUnsure) = (0, false)
            return []
        case .key(let key): return self.key(key)
        case .chosen(let input): return chosen(input)
        case .device(let device, let isThere): return changed(device, isThere: isThere)
        case .ears(let areThere): return ears(areThere)
        case .soundEnded:
            isSoundOver = true
            return []
        }
    }

    /// Whether nothing happens until somebody says something.
    private var isWaiting: Bool {
        switch state {
        case .resting, .listening, .confirming, .warned, .interrupted: true
        case .speaking, .hushing, .hearing, .thinking, .over: false
        }
    }

    var canListen: Bool { canHear && hasMicrophone && !isSoundOver && language.isHeard }

    // MARK: Speaking

    /// Says sentences; where there is no voice they are shown by the loop all the same.
    mutating func say(_ lines: [SpokenLine], then after: After = .listen, notes: [String] = []) -> [Order] {
        say(Speech(lines: lines, notes: notes, then: after), from: 0)
    }

    mutating func say(_ speech: Speech, from place: Int) -> [Order] {
        guard !speech.lines.isEmpty, place < speech.lines.count else {
            state = .speaking(speech)
            return spoken()
        }
        state = .speaking(speech)
        return [.deafen, .say(speech.lines, isPrivate: speech.isPrivate, from: place, delivery)]
    }

    private mutating func answer(_ turn: KioskTurn) -> [Order] {
        (expectation, delivery, menu) = (turn.expectation, turn.delivery, turn.menu)
        (hasSession, misses, hint, wasUnsure) = (true, 0, Self.firstHint, false)
        if let change = turn.change { return go(on: change) }
        guard !turn.silencesVoice else {
            kept = nil
            return [.show(.text(turn.lines.map(\.written)))] + listen()
        }
        var speech = Speech(lines: turn.lines, isPrivate: turn.privateLines, notes: turn.notes)
        kept = turn.privateLines.isEmpty ? nil : Speech(lines: turn.lines)
        if !turn.privateLines.isEmpty { speech.lines += words.spoken("private") }
        if turn.isLeaving { speech.then = .forget }
        return say(speech, from: 0)
    }

    /// Goes on in another language; where the recogniser does not hear it, that is said, with the keys.
    private mutating func go(on change: KioskLanguage) -> [Order] {
        (language, rootMenu, kept) = (change, change.menu, nil)
        let lines = words.spoken("in-language") + (change.isHeard ? [] : words.spoken("unheard") + words.spoken("keys"))
        return [.speak(change.code)] + say(lines)
    }

    /// Everything was said: what follows it.
    private mutating func spoken() -> [Order] {
        // It was told to be silent just when it had said everything.
        if case .hushing(let speech, _) = state { return interrupted(at: speech.lines.count) }
        guard case .speaking(let speech) = state else { return [] }
        let notes: [Order] = speech.notes.isEmpty ? [] : [.show(.notes(speech.notes))]
        if speech.then.goesOn, let change = tellingChange(then: speech.then, notes: speech.notes) { return change }
        switch speech.then {
        case .listen: return notes + listen()
        case .confirm(let utterance):
            state = .confirming(utterance)
            return notes + listening(Expectation(.yesNo), Self.patience)
        case .warn:
            state = .warned
            return notes + listening(expectation, Self.warning)
        case .forget: return notes + forget()
        case .rest:
            state = .resting
            return notes + listening(Expectation(.question), nil)
        case .leave: return notes + leave()
        }
    }

    // MARK: Listening

    /// Waits for an answer.
    mutating func listen() -> [Order] {
        state = .listening
        return [canListen ? .show(.listening(words.line("listening"))) : showing("keys")]
            + listening(expectation, Self.patience)
    }

    /// A line of the kiosk's own is shown.
    func showing(_ name: String) -> Order { .show(.text([words.line(name)])) }

    func listening(_ expectation: Expectation, _ seconds: Double?) -> [Order] {
        [.listen(expectation, seconds: seconds)]
    }

    // MARK: Ending

    /// The next person finds nothing of the last one, nor their loudness; both are told (K5, K14).
    mutating func forget() -> [Order] {
        let wasLouder = delivery.volume != 0 || delivery.rate != 0
        let back: [Order] = language.code == home.code ? [] : [.speak(home.code)]
        (language, rootMenu) = (home, home.menu)
        (expectation, delivery, menu) = (Expectation(.question), Delivery(), rootMenu)
        (silences, hasSession, kept) = (0, false, nil)
        let lines = words.spoken("erased") + (wasLouder ? words.spoken("volume-reset") : [])
        return [.forget] + back + say(lines, then: isSoundOver ? .leave : .rest)
    }

    private mutating func leave() -> [Order] {
        state = .over
        return [.deafen, .leave]
    }
}
