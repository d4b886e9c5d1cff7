/// A postal address as somebody said it; nothing says that it exists.
public struct StreetAddress: Sendable, Hashable, Codable {
    /// The number of the house: "12", "12 bis", "12-14"; nil when none was named.
    public let number: String?
    /// The kind of way, in full, and its name as it was written: "avenue de la Gare".
    public let street: String
    /// Five figures, or nil.
    public let postcode: String?
    /// The town, or nil.
    public let town: String?

    /// Makes an address.
    public init(number: String? = nil, street: String, postcode: String? = nil, town: String? = nil) {
        (self.number, self.street, self.postcode, self.town) = (number, street, postcode, town)
    }

    /// The address in one line: "12 bis avenue de la Gare, 38170 Valclair".
    public var line: String {
        let place = [postcode, town].compactMap(\.self).joined(separator: " ")
        let way = [number, street].compactMap(\.self).joined(separator: " ")
        return place.isEmpty ? way : way + ", " + place
    }
}
