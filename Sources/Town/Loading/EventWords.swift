import OpenData

/// The words by which calendars and agendas say what an event is; public exports have no codes for it.
struct EventWords {
    /// The kinds that the words name, as ids of `Locales/<language>/events.yaml`, in the order of ``kindWords``.
    let kinds: [String]
    /// Whether a word says that it is for children.
    let isForChildren: Bool
    /// Whether a word says that it is free of charge.
    let isFree: Bool

    /// Reads categories, keywords and conditions.
    init(_ texts: [String]) {
        let folded = texts.map { text in
            " " + OpenData.folded(text).split { !$0.isLetter && $0 != "-" }.joined(separator: " ")
        }
        let has: (String) -> Bool = { word in folded.contains { $0.contains(" " + word) } }
        kinds = EventWords.kindWords.filter { $0.words.contains(where: has) }.map(\.kind)
        isForChildren = ["enfant", "jeune public", "tout-petit", "famille"].contains(where: has)
        isFree = ["gratuit", "entree libre", "libre et gratuit"].contains(where: has)
    }

    /// Beginnings of French words, folded, as agendas use them.
    private static let kindWords: [(kind: String, words: [String])] = [
        ("concert", ["concert", "musique", "recital", "choeur", "chorale"]),
        ("market", ["marche", "brocante", "vide-grenier", "bourse"]),
        ("sport", ["sport", "course", "tournoi", "match"]),
        ("show", ["spectacle", "theatre", "danse", "cirque", "marionnette", "humour"]),
        ("exhibition", ["exposition", "vernissage"]),
        ("workshop", ["atelier", "stage"]),
        ("meeting", ["reunion", "conseil municipal", "conference", "debat"]),
        ("festival", ["festival", "fete", "salon", "carnaval"]),
        ("cinema", ["cinema", "film", "projection"]),
        ("library", ["bibliotheque", "mediatheque", "lecture"]),
        ("walk", ["balade", "randonnee", "visite", "promenade"]),
        ("ceremony", ["ceremonie", "commemoration", "hommage"]),
    ]
}
