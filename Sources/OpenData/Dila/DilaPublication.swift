public import CivilTime

/// A practical sheet of Service-Public.gouv.fr, as the DILA publishes it ("co-marquage", schemas 2020, 3.3 to 3.5).
///
/// Sheets drift from their schema, and the producer asks readers to ignore what they do not know: everything that this
/// type does not model is counted in ``unknown`` and left out.
public struct DilaPublication: Sendable, Hashable {
    /// The sheet's id: `F1341`.
    public let id: String
    /// Its kind, in the producer's words.
    public let type: String
    /// Its title.
    public let title: String
    /// When it was last modified, or nil when the header does not say.
    public let date: Day?
    /// The address of the official page, or nil in old sheets.
    public let url: String?
    /// What stands before the text.
    public let introduction: [DilaBlock]
    /// The text; a list of situations is a ``DilaBlock/choice(_:)``.
    public let body: [DilaBlock]
    /// Online services and counters that belong to the whole sheet.
    public let actions: [DilaBlock]
    /// How many elements of each unknown name were left out.
    public let unknown: [String: Int]
}

/// One block of a sheet.
public indirect enum DilaBlock: Sendable, Hashable {
    /// A paragraph, its inline marks removed.
    case paragraph(String)
    /// A list.
    case list(DilaList)
    /// A chapter or a sub-chapter.
    case chapter(DilaChapter)
    /// Exclusive cases: at most one of them holds, so none is ever the general rule.
    case choice([DilaCase])
    /// A framed remark: "À savoir", "Attention".
    case remark(title: String, [DilaBlock])
    /// A table, row by row.
    case table([[String]])
    /// Something to do online or a form.
    case service(DilaService)
    /// Where to turn.
    case contact(DilaContact)
    /// Blocks that hold under a condition.
    case conditional(DilaCondition, [DilaBlock])
}

/// A list of a sheet.
public struct DilaList: Sendable, Hashable {
    /// Whether the producer marked it as a list to tick off.
    public let isChecklist: Bool
    /// Its items, in order.
    public let items: [DilaItem]
}

/// An item of a list.
public struct DilaItem: Sendable, Hashable {
    /// When it holds; nil always.
    public let condition: DilaCondition?
    /// Its content.
    public let blocks: [DilaBlock]
}

/// A chapter of a sheet.
public struct DilaChapter: Sendable, Hashable {
    /// Its title, or an empty text.
    public let title: String
    /// Whether the producer marked it as the list of documents to bring.
    public let isDocuments: Bool
    /// Its content.
    public let blocks: [DilaBlock]
}

/// One of several exclusive cases.
public struct DilaCase: Sendable, Hashable {
    /// What the case is called: "Vous avez un passeport valide".
    public let title: String
    /// When it holds; nil when only a person can say.
    public let condition: DilaCondition?
    /// What holds then.
    public let blocks: [DilaBlock]
}

/// An online service, a form or a search tool.
public struct DilaService: Sendable, Hashable {
    /// The producer's id: `R45668`.
    public let id: String
    /// Its kind, in the producer's words: "Téléservice".
    public let type: String
    /// What it is called.
    public let title: String
    /// Its address, or nil.
    public let url: String?
}

/// A counter or an organisation.
public struct DilaContact: Sendable, Hashable {
    /// The producer's id.
    public let id: String
    /// What it is called.
    public let title: String
    /// The kind of local service, as the Annuaire names it: `mairie`; nil when there is none.
    public let localService: String?
    /// Its address on the web, or nil.
    public let url: String?
}
