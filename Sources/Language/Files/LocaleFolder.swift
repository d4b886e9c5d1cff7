import Diagnostics
import FoundationEssentials

/// The folder of one language on disk: which files it holds and what each is for.
struct LocaleFolder {
    /// What a file of the folder holds.
    enum Kind {
        case words(String)
        case diagnostics
        case topic(String)

        init(_ file: String) {
            let name = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
            if file.hasPrefix("words/") {
                self = .words(name)
            } else {
                self = name == "diagnostics" ? .diagnostics : .topic(name)
            }
        }
    }

    let path: String
    /// The YAML files, as paths within the folder, in order of name.
    let files: [String]
    /// What is wrong with the folder itself.
    let problems: [Diagnostic]

    init(path: String) {
        self.path = path
        guard let own = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            (files, problems) = ([], [Diagnostic(.error, "locale.missing-folder", ["folder": path])])
            return
        }
        let lists = (try? FileManager.default.contentsOfDirectory(atPath: path + "/words")) ?? []
        // The lexicon is no YAML and too large to be read at every start (see `Lexicon`).
        let names = own.sorted().filter { $0 != "words" && $0 != "lexicon" } + lists.sorted().map { "words/" + $0 }
        let visible = names.filter { !($0.split(separator: "/").last ?? "").hasPrefix(".") }
        files = visible.filter { $0.hasSuffix(".yaml") }
        problems = visible.filter { !$0.hasSuffix(".yaml") }
            .map { Diagnostic(.warning, "locale.unknown-file", file: $0) }
    }

    var language: String { path.split(separator: "/").last.map(String.init) ?? "" }

    func contents(of file: String) -> Data? { FileManager.default.contents(atPath: path + "/" + file) }
}
