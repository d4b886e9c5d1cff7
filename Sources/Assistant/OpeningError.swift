/// Why a town cannot be opened.
public struct OpeningError: Error, CustomStringConvertible {
    enum Reason {
        case noData
        case noTown(String)
        case noLanguage(String, known: [String])
        case noZone(String)
    }

    private let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// Whether something is missing, rather than wrong.
    public var isMissingFile: Bool { if case .noZone = reason { false } else { true } }

    /// What is wrong and how to mend it.
    public var description: String {
        switch reason {
        case .noData: "The folder Locales is not beside the program. Set PARVIS_DATA to the folder that holds it."
        case .noTown(let path): "\(path) is not a folder. Give the folder of a town with --town."
        case .noLanguage(let name, let known):
            "There is no language '\(name)'. Those that are there: \(known.joined(separator: ", "))."
        case .noZone(let name): "'\(name)' is not a time zone. Write Europe/Paris, for example, in town.yaml."
        }
    }
}
