internal import Assistant
internal import Hummingbird
internal import Town

/// What the address of the screen says: its measures and keys; what is missing or wrong is the town's.
struct KioskQuery: Sendable {
    /// Seconds before the end at which the screen warns (rule K13).
    static let warning = 20

    let sizes: KioskSizes
    /// Seconds without a touch after which the conversation is forgotten.
    let idle: Int
    /// The keys, as browsers name them: before, after, choose.
    let keys: [String]

    init(_ request: Request, _ commune: Commune) {
        let settings = commune.edition().assistant.screen
        let query = request.uri.query == nil ? [:] : request.uri.queryParameters
        func number<Number: Comparable>(
            _ name: Substring, _ range: ClosedRange<Number>, _ read: (Substring) -> Number?
        ) -> Number? {
            query[name].flatMap(read).flatMap { range.contains($0) ? $0 : nil }
        }
        sizes = KioskSizes(
            pixelPitch: number("pitch", ScreenSettings.pitches) { Double($0) } ?? settings.pixelPitch,
            distance: number("distance", ScreenSettings.distances) { Int($0) } ?? settings.distance)
        idle = number("idle", ScreenSettings.idleTimes) { Int($0) } ?? settings.idle
        let names = query["keys"].map { $0.split(separator: ",").map(String.init) } ?? []
        let isKnown = names.count == 3 && names.allSatisfy { $0.utf8.count <= 20 && $0.allSatisfy(\.isLetterOrDigit) }
        keys = isKnown ? names : ["ArrowLeft", "ArrowRight", "Enter"]
    }

    /// The measures as they stand in an address, after its first parameter.
    var measures: String {
        "&pitch=\(sizes.pixelPitch)&distance=\(sizes.distance)&idle=\(idle)&keys=\(keys.joined(separator: ","))"
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
