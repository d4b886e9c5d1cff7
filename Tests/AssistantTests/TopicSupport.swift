import Assistant
import Foundation
import TownStore

/// A town that a test writes, with packs, removed with the value.
final class TopicTown {
    /// The town's folder.
    let path: String

    /// Makes a town.
    ///
    /// - Parameters:
    ///   - packs: each pack's `topic.yaml`, by id.
    ///   - settings: what `town.yaml` says besides.
    /// - Throws: an error when something cannot be written.
    init(_ packs: [String: String], settings: String = "") throws {
        path = FileManager.default.temporaryDirectory.appending(path: "town-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try write(TopicTown.town + settings, to: "town.yaml")
        for (id, text) in packs { try write(text, to: "topics/\(id)/topic.yaml") }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Opens the town; its folder is there until that is done.
    func open() throws -> Assistant { try Assistant.open(town: path, place: .memory) }

    /// Writes a file and the folders above it.
    func write(_ text: String, to file: String) throws {
        let url = URL(filePath: path).appending(path: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    private static let town = """
        name: Essai
        insee: "99999"
        postcode: "99990"
        contact: {name: l'accueil, phone: "01 99 00 13 00"}
        sources: {"waste/*": {title: rien, publisher: Mairie, date: 2026-01-01}}

        """

    /// A pack on beehives.
    static let bees = """
        title: les ruches
        sources:
          page: {title: la page des ruches, publisher: Mairie, date: 2026-01-01}
        intents:
          declarer:
            source: page
            examples:
              - déclarer une ruche
              - combien de ruches dans un jardin
              - installer une ruche chez moi
              - je veux avoir des abeilles
              - la distance entre une ruche et le voisin
              - les règles pour les ruches
            answers:
              - text: "Déclarez votre ruche avant la fin de l'année."
        """

    /// A pack on windows of shops.
    static let windows = """
        title: les vitrines
        sources:
          page: {title: la page des vitrines, publisher: Mairie, date: 2026-01-01}
        intents:
          concours:
            source: page
            examples:
              - le concours des vitrines
              - décorer ma vitrine pour le concours
              - inscrire ma boutique au concours
              - gagner le prix de la plus belle vitrine
              - le jury des vitrines
              - la date limite du concours de vitrines
            answers:
              - text: "Inscrivez votre vitrine à la mairie."
        """
}
