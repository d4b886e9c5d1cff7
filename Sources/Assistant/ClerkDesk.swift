internal import CivilTime
internal import Language
internal import Town
public import TownStore

/// What a clerk reads and erases of a town's store: the requests that wait, and the statistics.
///
/// It needs no topic and no understanding, so that it opens at once.
public struct ClerkDesk: Sendable {
    /// Why the store could not be read or changed: what is wrong and how to mend it, in the clerk's language.
    public struct Failure: Error, CustomStringConvertible {
        /// The line.
        public let description: String
    }

    /// The clock on the town's wall.
    public let clock: TownClock

    let book: PhraseBook
    let store: Store

    /// Opens the desk of a town.
    ///
    /// - Parameters:
    ///   - town: the town's folder; the example commune when nil.
    ///   - locale: the clerk's language.
    ///   - root: where the languages are; found when nil.
    ///   - place: where the store is; the town's place on this computer when nil.
    /// - Returns: the desk; no file of the store is opened yet.
    /// - Throws: ``OpeningError`` when the town or the language is missing.
    public static func open(
        town: String? = nil, locale: String = "fr", root: DataRoot? = nil, place: StorePlace? = nil
    ) throws(OpeningError) -> ClerkDesk {
        let (root, folder) = try Assistant.locate(town: town, locale: locale, root: root)
        let base = CompiledCache(inputs: [root.locale(locale)])
        let start = Start.read(
            root: root, language: locale, folder: folder, base: base,
            cache: CompiledCache(inputs: [folder.path], after: base))
        guard let clock = TownClock(zone: start.settings.timeZone) else {
            throw OpeningError(.noZone(start.settings.timeZone))
        }
        let rules = Languages.rules(for: locale, words: start.files.words)
        return ClerkDesk(
            clock: clock, book: PhraseBook(files: start.files, rules: rules),
            store: Assistant.store(of: start, folder: folder, place: place))
    }

    /// What to tell beside the answer: files that are damaged, copies that are not wiped yet.
    public func notices() async -> [String] {
        await store.notices().map(DiagnosticPrinter(book.files).line)
    }

    /// Reads or changes the store; what goes wrong is told in the clerk's language.
    func attempt<Result: Sendable>(_ work: () async throws -> Result) async throws(Failure) -> Result {
        do {
            return try await work()
        } catch {
            let diagnostic = (error as? StoreError)?.diagnostic
            throw Failure(description: diagnostic.map(DiagnosticPrinter(book.files).line) ?? "\(error)")
        }
    }

    /// A line of ours.
    func sentence(_ name: String, _ values: [String: Value] = [:], today: Day) -> String {
        book.sentence(Phrase("clerk." + name, values), form: .text, today: today)
    }

    /// A name of ours for an id, or the id where the language has none.
    func name(_ family: String, _ id: String) -> Value {
        .noun(book.term(family + "-" + id, in: "clerk") ?? Noun(id))
    }
}
