internal import Foundation
internal import Yams

/// The description of the API (OpenAPI 3.1): the file `Web/openapi.yaml`, with the path of a commune put in.
struct OpenAPIDocument: Sendable {
    /// The document as YAML; nil where the file is missing.
    let yaml: String?
    /// The same as JSON; nil where it cannot be read.
    let json: [UInt8]?

    /// Reads the file's bytes for a commune that is served below a path.
    init(_ bytes: [UInt8]?, path: String) {
        yaml = bytes.map {
            String(decoding: $0, as: UTF8.self).replacing("- url: /api/v1", with: "- url: \(path)/api/v1")
        }
        json = yaml.flatMap { try? Yams.compose(yaml: $0) }.flatMap(Self.value).flatMap {
            try? JSONSerialization.data(withJSONObject: $0, options: [.sortedKeys, .withoutEscapingSlashes])
        }.map(Array.init)
    }

    /// A node of YAML as an object of JSON.
    private static func value(_ node: Node) -> Any? {
        if let mapping = node.mapping {
            return Dictionary(
                mapping.compactMap { key, value in
                    key.string.flatMap { name in self.value(value).map { (name, $0) } }
                }, uniquingKeysWith: { first, _ in first })
        }
        if let sequence = node.sequence { return sequence.compactMap(value) }
        guard let scalar = node.scalar else { return nil }
        if scalar.style == .plain {
            if let flag = Bool.construct(from: scalar) { return flag }
            if let number = Int.construct(from: scalar) { return number }
            if let number = Double.construct(from: scalar) { return number }
            if NSNull.construct(from: scalar) != nil { return NSNull() }
        }
        return scalar.string
    }
}
