internal import HTTPTypes
internal import Hummingbird

/// What every answer tells a browser not to do: no script, style or frame but ours, nothing kept, nothing guessed.
struct SecurityHeaders: Sendable {
    private let fields: [HTTPField]

    /// The headers of a commune whose pages may be shown in a frame by these sites.
    init(frames: [String]) {
        let ancestors = frames.isEmpty ? "'self'" : "'self' " + frames.joined(separator: " ")
        fields = [
            HTTPField(
                name: .contentSecurityPolicy,
                value: """
                    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; \
                    connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors \(ancestors)
                    """),
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
            HTTPField(name: .known("Referrer-Policy"), value: "no-referrer"),
            HTTPField(name: .known("Cross-Origin-Opener-Policy"), value: "same-origin"),
            HTTPField(
                name: .known("Permissions-Policy"), value: "camera=(), geolocation=(), microphone=(), payment=()"),
        ]
    }

    /// Adds them; what a route said itself stays, and what says nothing of being kept is not kept.
    func add(to response: inout Response) {
        for field in fields where response.headers[field.name] == nil { response.headers.append(field) }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}
