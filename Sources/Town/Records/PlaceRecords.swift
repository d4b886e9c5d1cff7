public import OpenData

/// The places of a town that citizens ask about.
public struct PlaceRecords: Sendable, Codable {
    /// A place or a service with a counter.
    public struct Place: Sendable, Codable, Hashable {
        /// A stable id: `piscine`.
        public let id: String
        /// Its name with its article: "la piscine des Trois-Moulins".
        public let name: String
        /// Other names for it.
        public let aliases: [String]
        /// The street address: "12 rue des Tilleuls", or nil.
        public let address: String?
        /// How to get there, sentences of the town.
        public let access: [String]
        /// When it is open, or nil when the source does not say.
        public let hours: OpeningHours?
        /// A telephone number, or nil.
        public let phone: String?
        /// An e-mail address, or nil.
        public let email: String?
        /// A web page, or nil.
        public let url: String?
        /// The file that says so.
        public let source: String

        /// Makes a place.
        public init(
            id: String, name: String, aliases: [String], address: String?, access: [String], hours: OpeningHours?,
            phone: String?, email: String?, url: String?, source: String
        ) {
            (self.id, self.name, self.aliases, self.address) = (id, name, aliases, address)
            (self.access, self.hours, self.phone) = (access, hours, phone)
            (self.email, self.url, self.source) = (email, url, source)
        }
    }

    /// Something that a service of the town handles: "un permis de construire" goes to `urbanisme`.
    public struct Matter: Sendable, Codable, Hashable {
        /// What people call it, the usual name first, with its article.
        public let names: [String]
        /// The place that handles it.
        public let place: String

        /// Makes a matter.
        public init(names: [String], place: String) { (self.names, self.place) = (names, place) }
    }

    /// The places, in the order of the files.
    public var places: [Place] = []
    /// Who handles what.
    public var matters: [Matter] = []

    /// Makes empty records.
    public init() {}
}
