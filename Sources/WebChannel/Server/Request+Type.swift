internal import HTTPTypes
internal import Hummingbird

extension Request {
    /// Checks that the body is said to be of a type, whatever parameters and capitals it is said with.
    ///
    /// - Parameter type: the type in small letters: `application/json`.
    /// - Throws: ``Problem/Kind/unsupportedType``.
    func requireType(_ type: String) throws(Problem) {
        let said = headers[.contentType] ?? ""
        // As nearly every client writes it, before it is looked at more closely.
        if said == type { return }
        guard said.prefix(while: { $0 != ";" }).lowercased().filter({ $0 != " " }) == type else {
            throw Problem(.unsupportedType)
        }
    }

    /// The type of a form that a page posts.
    static let formType = "application/x-www-form-urlencoded"
}
