public import Foundation

/// Finds the best acoustic model that is installed.
public struct AcousticModelFinder: Sendable {
    /// The folder of the French model within a folder of data: `make speech-model` makes it.
    public static let frenchFolder = "speech/fr-ptm-8khz"
    /// Where Debian's `pocketsphinx-en-us` puts its model.
    private static let english = URL(filePath: "/usr/share/pocketsphinx/model/en-us")

    private let places: [URL]

    /// A finder that looks into folders of data.
    ///
    /// - Parameter places: folders that may hold `speech/`, the best first.
    public init(places: [URL]) { self.places = places }

    /// A finder for a program: `$PARVIS_DATA`, `$XDG_DATA_HOME/parvis`, then `share/parvis` beside the program's own folder.
    ///
    /// - Parameters:
    ///   - executable: the program's file.
    ///   - environment: the variables of the environment.
    public init(executable: URL, environment: [String: String]) {
        var places: [URL] = []
        if let data = environment["PARVIS_DATA"], !data.isEmpty { places.append(URL(filePath: data)) }
        if let home = environment["XDG_DATA_HOME"], !home.isEmpty {
            places.append(URL(filePath: home).appending(path: "parvis"))
        } else if let home = environment["HOME"], !home.isEmpty {
            places.append(URL(filePath: home).appending(path: ".local/share/parvis"))
        }
        let program = executable.resolvingSymlinksInPath().deletingLastPathComponent()
        places.append(program.deletingLastPathComponent().appending(path: "share/parvis"))
        places += ["/usr/local/share/parvis", "/usr/share/parvis"].map { URL(filePath: $0) }
        self.init(places: places)
    }

    /// The model to use.
    ///
    /// - Parameter folder: the one that the town gives; nil to look for one.
    /// - Returns: the model of that folder; else the French one; else Debian's English one.
    /// - Throws: ``RecognitionError/noModel(_:)``.
    public func model(_ folder: URL? = nil) throws(RecognitionError) -> AcousticModel {
        if let folder { return try AcousticModel(folder: folder) }
        for place in places {
            let folder = place.appending(path: Self.frenchFolder)
            guard FileManager.default.fileExists(atPath: folder.appending(path: "mdef").path) else { continue }
            return try AcousticModel(folder: folder, name: "fr-ptm")
        }
        guard FileManager.default.fileExists(atPath: Self.english.path) else {
            throw .noModel("run `make speech-model`, or install pocketsphinx-en-us")
        }
        // Its dictionary is of English words: French ones are never looked up in it.
        return try AcousticModel(folder: Self.english.appending(path: "en-us"), name: "en-us-mapped")
    }
}
