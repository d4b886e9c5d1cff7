public import CivilTime

/// What a town says of its waste: who collects what, where and when, and what goes where.
public struct WasteRecords: Sendable, Codable {
    /// One thing that is collected apart: household waste, packaging, glass, garden waste.
    public struct Stream: Sendable, Codable, Hashable {
        /// The stream's id: `recyclables`.
        public let id: String
        /// What it is called, with its article: "la poubelle jaune".
        public let name: String
        /// Other words for it: "le tri", "les emballages".
        public let aliases: [String]
        /// What goes in it, a thing an entry.
        public let accepted: [String]
        /// What does not go in it.
        public let refused: [String]
        /// When to put it out, as minutes since midnight of the day before (`putOutMinute`), or nil.
        public let putOutEveMinute: Int?
        /// How to get or replace a bin for it, sentences of the town; empty when the town does not say.
        public let howToGet: [String]

        /// Makes a stream.
        public init(
            id: String, name: String, aliases: [String], accepted: [String], refused: [String], putOutEveMinute: Int?,
            howToGet: [String]
        ) {
            (self.id, self.name, self.aliases, self.accepted) = (id, name, aliases, accepted)
            (self.refused, self.putOutEveMinute, self.howToGet) = (refused, putOutEveMinute, howToGet)
        }
    }

    /// A part of the town that is collected together.
    public struct Sector: Sendable, Codable, Hashable {
        /// The sector's id: `nord`.
        public let id: String
        /// What it is called: "le secteur Nord".
        public let name: String
        /// Other words for it.
        public let aliases: [String]

        /// Makes a sector.
        public init(id: String, name: String, aliases: [String]) {
            (self.id, self.name, self.aliases) = (id, name, aliases)
        }
    }

    /// A street, or the part of one that belongs to one sector.
    public struct Street: Sendable, Codable, Hashable {
        /// Which side of a street is meant.
        public enum Side: String, Sendable, Codable { case both, odd, even }

        /// The street's official name: "rue des Tilleuls".
        public let name: String
        /// Other names for it.
        public let aliases: [String]
        /// The sector.
        public let sector: String
        /// The lowest house number of the part, or nil for the whole street.
        public let from: Int?
        /// The highest house number of the part, or nil.
        public let to: Int?
        /// Which side of it.
        public let side: Side

        /// Makes a street.
        public init(name: String, aliases: [String], sector: String, from: Int?, to: Int?, side: Side) {
            (self.name, self.aliases, self.sector) = (name, aliases, sector)
            (self.from, self.to, self.side) = (from, to, side)
        }

        /// Whether a house number lies in this part.
        public func contains(_ number: Int) -> Bool {
            (from.map { number >= $0 } ?? true) && (to.map { number <= $0 } ?? true)
                && (side == .both || (side == .even) == (number % 2 == 0))
        }
    }

    /// One passage of the truck.
    public struct Collection: Sendable, Codable, Hashable {
        /// The day.
        public let day: Day
        /// The stream.
        public let stream: String
        /// The sector.
        public let sector: String
        /// The usual day that this passage replaces, or nil.
        public let movedFrom: Day?
        /// The file that says so.
        public let source: String

        /// Makes a passage.
        public init(day: Day, stream: String, sector: String, movedFrom: Day?, source: String) {
            (self.day, self.stream, self.sector) = (day, stream, sector)
            (self.movedFrom, self.source) = (movedFrom, source)
        }
    }

    /// The streams, in the order of the town's file.
    public var streams: [Stream] = []
    /// The sectors, in the order of the town's file.
    public var sectors: [Sector] = []
    /// The streets; one that two sectors share is there once for each part.
    public var streets: [Street] = []
    /// Every published passage, by day.
    public var collections: [Collection] = []
    /// Days on which a usual passage does not take place and what replaces it, if anything: `cancelled[stream/sector]`.
    public var cancelled: [String: [Day]] = [:]
    /// The place of the recycling centre among the town's places, or nil.
    public var recyclingCentre: String?
    /// What people may bring to the recycling centre, a thing an entry; empty when the town does not say.
    public var recyclingCentreAccepted: [String] = []
    /// Rules of the recycling centre, sentences of the town.
    public var recyclingCentreRules: [String] = []

    /// Other names of the things in the lists, by what they are called there.
    public var otherNames: [String: [String]] = [:]

    /// Makes empty records.
    public init() {}
}
