import Diagnostics
import FolderReading

/// What `town.yaml` says of the town's web page: its name, its colour, and where it explains itself.
public struct PageSettings: Sendable, Hashable, Codable {
    /// The colour of a page whose town says none, or one that cannot be read: a dark green that is nobody's brand.
    public static let usualColour = Colour(red: 0x12, green: 0x55, blue: 0x4F)

    /// What stands at the top of the page; nil for "Mairie de" and the town's name.
    public var title: String?
    /// The town's own site, or nil.
    public var site: String?
    /// The colour of the buttons, the links and the top of the page; white text can be read on it.
    public var colour = PageSettings.usualColour
    /// The page of the town's accessibility statement, or nil where there is none yet.
    public var statement: String?
    /// Who answers questions about personal data: a mail address, or nil for the town's contact.
    public var dataContact: String?

    /// Settings of a town that says nothing.
    public init() {}

    /// Reads `page` of `town.yaml`; what is wrong keeps its default and is reported.
    init(_ root: YAMLMap) {
        let keys = ["title", "site", "colour", "accessibility-statement", "data-contact"]
        guard let map = root.optionalMap("page", keys: keys) else { return }
        title = map.optionalText("title")
        site = PageSettings.address("site", map)
        statement = PageSettings.address("accessibility-statement", map)
        dataContact = map.optionalText("data-contact")
        colour = PageSettings.colour(map) ?? colour
    }

    /// A colour on which white text can be read and which can be read on white; nil where there is none.
    private static func colour(_ map: YAMLMap) -> Colour? {
        guard let text = map.optionalText("colour") else { return nil }
        guard let colour = Colour(hex: text) else {
            map.report(.error, "town.bad-colour", ["value": text], at: "colour")
            return nil
        }
        guard colour.contrast(with: .white) >= Colour.leastContrast else {
            let darker = colour.towards(.black, until: Colour.leastContrast, on: .white)
            map.report(.error, "town.pale-colour", ["value": text, "nearest": darker.hex], at: "colour")
            return nil
        }
        return colour
    }

    /// An address of the web, or nil.
    private static func address(_ key: String, _ map: YAMLMap) -> String? {
        guard let text = map.optionalText(key) else { return nil }
        let isAddress = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) && text.count > $0.count }
        guard isAddress, !text.contains(where: \.isWhitespace) else {
            map.report(.error, "town.bad-address", ["key": key, "value": text], at: key)
            return nil
        }
        return text
    }
}

/// What `town.yaml` says of the screen in the hall: how fine it is, how far away people stand, how long it waits for them.
public struct ScreenSettings: Sendable, Hashable, Codable {
    /// What each measure may be.
    public static let pitches = 0.05...2.0, distances = 20...500, idleTimes = 40...900

    /// Millimetres from one pixel of the screen to the next; 0.275 is that of a 24-inch screen of 1920 pixels.
    public var pixelPitch = 0.275
    /// Centimetres from the eyes to the screen.
    public var distance = 60
    /// Seconds without a touch after which the screen forgets the conversation.
    public var idle = 90

    /// Settings of a town that says nothing.
    public init() {}

    /// Reads `kiosk` of `town.yaml`; what is wrong keeps its default and is reported.
    init(_ root: YAMLMap) {
        guard let map = root.optionalMap("kiosk", keys: ["pixel-pitch", "distance", "idle"]) else { return }
        pixelPitch = ScreenSettings.number("pixel-pitch", map, Double.init, ScreenSettings.pitches) ?? pixelPitch
        distance = ScreenSettings.number("distance", map, { Int($0) }, ScreenSettings.distances) ?? distance
        idle = ScreenSettings.number("idle", map, { Int($0) }, ScreenSettings.idleTimes) ?? idle
    }

    private static func number<Number: Comparable>(
        _ key: String, _ map: YAMLMap, _ read: (String) -> Number?, _ range: ClosedRange<Number>
    ) -> Number? {
        guard let text = map.optionalText(key) else { return nil }
        if let number = read(text), range.contains(number) { return number }
        let arguments = ["key": key, "value": text, "least": "\(range.lowerBound)", "most": "\(range.upperBound)"]
        map.report(.error, "town.bad-measure", arguments, at: key)
        return nil
    }
}
