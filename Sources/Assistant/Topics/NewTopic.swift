internal import Diagnostics
internal import Foundation
internal import Language
internal import TopicPack

/// Makes the folder of a new topic from the example in `Templates/`.
public enum NewTopic {
    /// The name that stands for the new topic's in the example.
    private static let placeholder = "EXEMPLE"

    /// Makes a topic pack that works as it is.
    ///
    /// - Parameters:
    ///   - name: its id, the name of its folder.
    ///   - directory: the folder in which its own is made.
    ///   - locale: the language of the example.
    ///   - root: where the example is; found when nil.
    /// - Returns: lines that say what was made, and what to do next.
    /// - Throws: ``NewTopicError`` when the name will not do, the folder is there, or something cannot be written.
    public static func pack(
        _ name: String, in directory: String, locale: String = "fr", root: DataRoot? = nil
    ) throws(NewTopicError) -> [String] {
        guard let root = root ?? DataRoot.find() else { throw NewTopicError(.noTemplate("Templates")) }
        let files = LocaleFiles.load(directory: root.locale(locale)).value
        guard TopicPack.isName(name), files.topics[name] == nil else { throw NewTopicError(.badName(name)) }
        let template = root.path + "/Templates/pack/" + locale
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: template), !names.isEmpty else {
            throw NewTopicError(.noTemplate(template))
        }
        let folder = directory + "/" + name
        guard !FileManager.default.fileExists(atPath: folder) else { throw NewTopicError(.exists(folder)) }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in names.sorted() {
                let text = try String(contentsOfFile: template + "/" + file, encoding: .utf8)
                try text.replacing(placeholder, with: name)
                    .write(toFile: folder + "/" + file, atomically: true, encoding: .utf8)
            }
        } catch {
            throw NewTopicError(.cannotWrite(folder))
        }
        return (files.words["diagnostics"]?["topics.made"] ?? []).map { $0.replacing("{folder}", with: folder) }
    }
}

/// Why a topic cannot be begun.
public struct NewTopicError: Error, CustomStringConvertible {
    enum Reason {
        case badName(String)
        case exists(String)
        case noTemplate(String)
        case cannotWrite(String)
        case noKind(String, known: [String])
        case whereIsParvis
        case notParvis(String)
    }

    let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// Whether something else should have been asked for, rather than that something is missing.
    public var isUsage: Bool {
        switch reason {
        case .badName, .exists, .noKind, .whereIsParvis: true
        case .noTemplate, .cannotWrite, .notParvis: false
        }
    }

    /// What is wrong and how to mend it.
    public var description: String {
        switch reason {
        case .badName(let name):
            "'\(name)' cannot be a topic's name. Use lower case without accents, figures and hyphens, and no name of Parvis."
        case .exists(let folder): "\(folder) is there already. Choose another name, or remove it."
        case .noTemplate(let path):
            "The example is not there: \(path). Set PARVIS_DATA to the folder that holds Locales."
        case .cannotWrite(let folder): "\(folder) cannot be written. Give a folder that you own with --in."
        case .noKind(let kind, let known):
            "There is no kind '\(kind)'. Those that are there: \(known.joined(separator: ", "))."
        case .whereIsParvis: "Say with --parvis where the package Parvis is: a URL, or the path of a copy."
        case .notParvis(let path): "\(path) is not the package Parvis. Give the folder that holds its Package.swift."
        }
    }
}
