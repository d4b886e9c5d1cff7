import Dialogue
import Language
import Rendering

/// What the conversation answers, as the kiosk says and shows it.
struct KioskTurn: Sendable {
    /// The sentences, in order.
    var lines: [SpokenLine]
    /// The sentences that hold what is personal: shown, and said only when the person chose so (rule K6).
    var privateLines: Set<Int> = []
    /// What is shown only: where the facts come from, addresses.
    var notes: [String] = []
    /// What is waited for now.
    var expectation = Expectation(.question)
    /// How fast and how loud.
    var delivery = Delivery()
    /// What the keys choose from.
    var menu = KioskMenu([])
    /// The answer itself, for a screen that shows more than lines.
    var news: KioskNews?
    /// The language that the conversation goes on in, where it changed with this turn.
    var change: KioskLanguage?
    /// Whether the person takes leave.
    var isLeaving = false
    /// Whether the voice is to be silent.
    var silencesVoice = false
}

/// A language that the kiosk speaks and shows.
struct KioskLanguage: Sendable {
    /// What the kiosk says on its own account in it.
    let words: KioskWords
    /// The menu of one who has asked nothing.
    let menu: KioskMenu
    /// Whether the recogniser hears it; where it does not, the keys are left.
    let isHeard: Bool

    /// Its code: `fr`.
    var code: String { words.book.files.language }
}
