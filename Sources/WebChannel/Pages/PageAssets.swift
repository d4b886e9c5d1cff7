internal import Foundation
internal import Mustache
internal import Rendering

/// What is in the folder `Web/`: templates, and the files that are served as they are.
struct PageAssets: Sendable {
    private let library: MustacheLibrary
    private let files: [String: [UInt8]]
    /// A short text that changes with any file, so that a browser may keep what it got.
    let version: String
    /// The templates that could not be read, by name.
    let broken: [String]

    /// Reads a folder; a template that is wrong is left out, and its pages answer that they are not there right now.
    init(folder: String) {
        MustacheContentTypes.register(PageEscaping(), named: PageEscaping.name)
        var library = MustacheLibrary()
        var files: [String: [UInt8]] = [:]
        var broken: [String] = []
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            guard name.hasSuffix(Self.ending) else {
                files[name] = Array(data)
                continue
            }
            let text = "{{% CONTENT_TYPE: \(PageEscaping.name)}}\n" + String(decoding: data, as: UTF8.self)
            let template = String(name.dropLast(Self.ending.count))
            do { try library.register(text, named: template) } catch { broken.append(template) }
        }
        (self.library, self.files, self.broken) = (library, files, broken)
        version = String(hash, radix: 36)
    }

    private static let ending = ".mustache"

    /// A file as it is; nil where there is none.
    subscript(name: String) -> [UInt8]? { files[name] }

    /// A template filled in.
    ///
    /// - Throws: ``Problem/Kind/unavailable`` where there is no such template.
    func render(_ template: String, _ model: [String: Any]) throws(Problem) -> String {
        guard let text = library.render(model, withTemplate: template) else { throw Problem(.unavailable) }
        return text
    }
}

/// Makes text safe for a page.
///
/// The library's own way goes by characters: a quotation mark with a combining sign after it is another character to it, stays as
/// it is, and closes an attribute. Ours goes by Unicode scalars, in every template: the line that asks for it is put before each.
struct PageEscaping: MustacheContentType {
    static let name = "PAGE"

    func escapeText(_ text: String) -> String { HTMLText.escaped(text, betweenSingleQuotes: true) }
}
