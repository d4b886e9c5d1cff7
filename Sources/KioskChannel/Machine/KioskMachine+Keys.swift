import Dialogue
import Language
import Speech

/// The keys.
extension KioskMachine {
    mutating func key(_ key: KioskKey) -> [Order] {
        silences = 0
        if case .warned = state, key != .leave { return say(words.spoken("goes-on")) }
        switch key {
        case .next: return hushed(.menu) ?? nextItem()
        case .choose: return hushed(.listen) ?? choose()
        case .stop: return stop()
        default:
            guard let act = key.act else { return [] }
            return hushed(.take(.act(act))) ?? taking(.act(act))
        }
    }

    /// What was chosen on a screen that is touched.
    mutating func chosen(_ input: Input) -> [Order] {
        silences = 0
        return hushed(.take(input)) ?? taking(input)
    }

    /// Silences the voice first where it speaks; nil where it is silent.
    private mutating func hushed(_ after: AfterHush) -> [Order]? {
        switch state {
        // What the menu says is not what the person wants to hear to its end.
        case .speaking(let speech) where menu.current == nil || after.isAct:
            state = .hushing(speech, then: after)
            return [.hush]
        case .speaking(let speech):
            state = .hushing(speech, then: after.overMenu)
            return [.hush]
        case .hushing(let speech, _):
            state = .hushing(speech, then: after)
            return []
        case .hearing, .thinking, .over: return []
        case .resting, .interrupted, .listening, .confirming, .warned: return nil
        }
    }

    private mutating func stop() -> [Order] {
        if case .speaking(let speech) = state {
            state = .hushing(speech, then: .listen)
            return [.hush, showing("stopped")]
        }
        if case .hearing = state { return [] }
        if case .thinking = state { return [] }
        if case .resting = state { return [] }
        return taking(.act(.back))
    }

    // MARK: The menu

    /// Says the next choice; its sentence is short, and the key may be pressed again at once.
    mutating func nextItem() -> [Order] {
        guard !menu.isEmpty else { return say(words.spoken("no-options")) }
        menu.next()
        guard let item = menu.current else { return [] }
        let values: [String: Value] = [
            "number": .count(menu.number), "count": .count(menu.items.count), "label": .text(item.label),
        ]
        return say(words.spoken("option", values))
    }

    /// Takes the choice that was said; where none was, listens.
    mutating func choose() -> [Order] {
        guard let item = menu.current else { return talk() }
        switch item.action {
        case .input(let input):
            menu = rootMenu
            return taking(input)
        case .open(let items):
            menu = KioskMenu(items)
            return nextItem()
        case .letter(let letter):
            menu.spell(letter)
            return say(words.spoken("spelt", ["text": .text(menu.spelt)]))
        case .undo:
            menu.undo()
            return say(words.spoken("spelt", ["text": .text(menu.spelt)]))
        case .spelt:
            let text = menu.spelt
            menu = rootMenu
            return taking(.utterance(Utterance(text)))
        case .talk:
            menu = KioskMenu(menu.items)
            return talk()
        }
    }

    private mutating func talk() -> [Order] {
        guard canListen else { return say(words.spoken("keys")) }
        return [.deafen] + listen()
    }
}

extension KioskMachine.AfterHush {
    /// Whether it asks something of the conversation.
    fileprivate var isAct: Bool { if case .take = self { true } else { false } }

    /// What choosing does while the menu says an item: it takes that item.
    fileprivate var overMenu: Self { if case .listen = self { .choose } else { self } }
}
