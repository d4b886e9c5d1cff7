internal import Assistant
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// Turns what went wrong into an answer: an object of RFC 9457 for programs, a page for people.
struct ProblemWriter: Sendable {
    private let commune: Commune
    private let pages: ErrorPages

    /// Writes in the languages of a commune, and on its pages.
    init(_ commune: Commune, pages: Pages) { (self.commune, self.pages) = (commune, ErrorPages(pages)) }

    /// The answer to an error.
    ///
    /// One that nobody foresaw is logged by its type alone: its text may hold what was asked.
    func response(to error: any Error, for request: Request, _ logger: Logger) -> Response {
        let problem = Self.problem(error)
        if problem.kind == .failure {
            logger.error("failure", metadata: ["type": .string(String(describing: type(of: error)))])
        }
        let language = AcceptedLanguages.first(of: request) { commune.editions.has($0) }
        let title = commune.words("server.title-\(problem.kind.rawValue)", in: language)
        let detail = commune.words("server.problem-\(problem.kind.rawValue)", in: language)
        var response: Response
        if request.headers[.accept]?.contains("text/html") ?? false {
            response =
                pages.page(problem.kind, language: language)
                ?? ErrorPage(title: title, detail: detail, language: commune.edition(language).language).response
        } else {
            response = Self.json(
                ProblemObject(
                    title: title, status: problem.kind.status, detail: detail, code: problem.kind.rawValue,
                    pointer: problem.pointer))
        }
        response.status = HTTPResponse.Status(code: problem.kind.status)
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if problem.kind == .methodNotAllowed { response.headers[.allow] = problem.allowed.joined(separator: ", ") }
        response.headers[.contentLanguage] = commune.edition(language).language
        return response
    }

    private static func problem(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: problem
        case is NIOTooManyBytesError: Problem(.tooLarge)
        case let error as HTTPError where error.status == .notFound: Problem(.notFound)
        case let error as HTTPError where error.status == .contentTooLarge: Problem(.tooLarge)
        case let error as any HTTPResponseError where (400..<500).contains(error.status.code): Problem(.malformed)
        default: Problem(.failure)
        }
    }

    private static func json(_ object: ProblemObject) -> Response {
        let data = (try? JSONEncoder().encode(object)) ?? Data()
        return Response(
            status: .internalServerError, headers: [.contentType: "application/problem+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}

/// A problem as programs read it (RFC 9457).
private struct ProblemObject: Encodable {
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    let code: String
    let pointer: String?

    private enum CodingKeys: String, CodingKey { case type, title, status, detail, code, pointer }
}

/// The languages that a browser says its person reads.
enum AcceptedLanguages {
    /// The first one that is there, in the order of the header's weights; nil where none is.
    static func first(of request: Request, where isThere: (String) -> Bool) -> String? {
        guard let header = request.headers[.acceptLanguage], header.utf8.count < 256 else { return nil }
        let tags = header.split(separator: ",").map { entry -> (tag: String, weight: Double) in
            let parts = entry.split(separator: ";").map { $0.filter { $0 != " " } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (String(parts.first?.prefix { $0 != "-" } ?? "").lowercased(), weight)
        }
        let best = tags.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return best.first { isThere($0.element.tag) }?.element.tag
    }
}
