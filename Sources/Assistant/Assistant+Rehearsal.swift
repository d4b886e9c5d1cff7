internal import TownStore

extension Assistant {
    /// Opens a town for stories and tests: what is filed and counted is forgotten with the assistant.
    ///
    /// - Parameters:
    ///   - town: the town's folder; the example commune when nil.
    ///   - locale: the language of the answers.
    ///   - root: where the languages and the example are; found when nil.
    /// - Returns: the assistant, as ``open(town:locale:root:place:)`` gives it.
    /// - Throws: ``OpeningError`` when the data, the town or the language is missing.
    public static func rehearsal(
        town: String? = nil, locale: String = "fr", root: DataRoot? = nil
    ) throws(OpeningError) -> Assistant {
        try open(town: town, locale: locale, root: root, place: .memory)
    }
}
