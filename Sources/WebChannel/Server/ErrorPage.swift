internal import Hummingbird
internal import NIOCore

/// A page that says what went wrong, for a person; plain on purpose, so that nothing of it can go wrong too.
struct ErrorPage {
    /// What it is about.
    let title: String
    /// What is wrong, and what to do.
    let detail: String
    /// The language of both.
    let language: String

    /// The page.
    var response: Response {
        let page = """
            <!DOCTYPE html>
            <html lang="\(escaped(language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
            </head>
            <body>
            <main>
            <h1>\(escaped(title))</h1>
            <p>\(escaped(detail))</p>
            </main>
            </body>
            </html>
            """
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }

    private func escaped(_ text: String) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
