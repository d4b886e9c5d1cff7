internal import Assistant
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization
internal import Town

/// The pages that say what went wrong, in the town's frame.
///
/// Each is made once: whoever asks too often must not make the server work for it.
final class ErrorPages: Sendable {
    private struct Key: Hashable {
        let name: String
        let language: String
        let edition: Int
    }

    private let pages: Pages
    private let made = Mutex<[Key: String]>([:])

    init(_ pages: Pages) { self.pages = pages }

    /// The page of a problem; nil where even that cannot be made.
    func page(_ kind: Problem.Kind, language: String?) -> Response? {
        let edition = pages.commune.edition(language)
        let key = Key(name: Self.name(of: kind), language: edition.language, edition: edition.number)
        let known = made.withLock { $0[key] }
        guard let text = known ?? (try? make(key.name, edition.language)) else { return nil }
        if known == nil {
            made.withLock { made in
                made = made.filter { $0.key.edition == key.edition || $0.key.language != key.language }
                made[key] = text
            }
        }
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func make(_ name: String, _ language: String) throws(Problem) -> String {
        let words = pages.words(language)
        var model = pages.frame(words, title: words[name])
        model["heading"] = words[name]
        model["intro"] = words[name + "-text"]
        model["robots"] = "noindex"
        let person = Pages.Part(
            heading: words["person"], paragraphs: [words["error-person"]], html: pages.contact(words))
        model["parts"] = [person.model(1)]
        return try pages.assets.render("text", model)
    }

    /// What a problem is called in the words of the page.
    private static func name(of kind: Problem.Kind) -> String {
        switch kind {
        case .notFound, .unknownConversation: "error-not-found"
        case .tooMany, .busy: "error-too-many"
        case .tooLarge: "error-too-large"
        case .failure, .unavailable: "error-failure"
        case .methodNotAllowed, .malformed, .badAddress, .unsupportedType, .notAllowed: "error-request"
        }
    }
}
