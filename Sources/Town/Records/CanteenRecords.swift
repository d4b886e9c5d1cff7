public import CivilTime

/// What a town says of its canteens: menus, schools, prices, booking.
public struct CanteenRecords: Sendable, Codable {
    /// A school canteen.
    public struct School: Sendable, Codable, Hashable {
        /// The school's id: `jean-moulin-elementaire`.
        public let id: String
        /// Its name with its article: "l'école élémentaire des Trois-Moulins".
        public let name: String
        /// Other names for it.
        public let aliases: [String]
        /// The `menuRestaurantNom` of its menus.
        public let restaurant: String

        /// Makes a school.
        public init(id: String, name: String, aliases: [String], restaurant: String) {
            (self.id, self.name, self.aliases, self.restaurant) = (id, name, aliases, restaurant)
        }
    }

    /// A dish of a meal.
    public struct Dish: Sendable, Codable, Hashable {
        /// The dish: "carottes râpées".
        public let name: String
        /// `entrée`, `plat principal`, `garniture`, `dessert`, `produit laitier`, `pain` or `autre`, as SCDL says.
        public let kind: String
        /// Diets it suits, trimmed, as SCDL says: `végétarien`, `sans porc`.
        public let diets: [String]
        /// Its allergens as SCDL names them, or nil when the field is empty: unknown, never "none".
        public let allergens: [String]?

        /// Makes a dish.
        public init(name: String, kind: String, diets: [String], allergens: [String]?) {
            (self.name, self.kind, self.diets, self.allergens) = (name, kind, diets, allergens)
        }
    }

    /// A meal of one canteen.
    public struct Meal: Sendable, Codable, Hashable {
        /// The day.
        public let day: Day
        /// `déjeuner`, `goûter`..., as SCDL says.
        public let kind: String
        /// The `menuRestaurantNom`.
        public let restaurant: String
        /// The dishes in the order of the file.
        public let dishes: [Dish]
        /// The file that says so.
        public let source: String

        /// Makes a meal.
        public init(day: Day, kind: String, restaurant: String, dishes: [Dish], source: String) {
            (self.day, self.kind, self.restaurant) = (day, kind, restaurant)
            (self.dishes, self.source) = (dishes, source)
        }
    }

    /// A price and whom it is for.
    public struct Price: Sendable, Codable, Hashable {
        /// Whom it is for: "une famille de Valclair, quotient familial jusqu'à 500".
        public let label: String
        /// Euro cents a meal.
        public let cents: Int

        /// Makes a price.
        public init(label: String, cents: Int) { (self.label, self.cents) = (label, cents) }
    }

    /// When a meal must be booked at the latest.
    public struct Booking: Sendable, Codable, Hashable {
        /// School days before the meal: 2.
        public let daysBefore: Int
        /// The minute of that day: 600 is 10 h.
        public let minute: Int
        /// Where to book, sentences of the town.
        public let how: [String]
        /// The web page, or nil.
        public let url: String?

        /// Makes a deadline.
        public init(daysBefore: Int, minute: Int, how: [String], url: String?) {
            (self.daysBefore, self.minute, self.how, self.url) = (daysBefore, minute, how, url)
        }
    }

    /// The schools.
    public var schools: [School] = []
    /// The meals, by day.
    public var meals: [Meal] = []
    /// The prices, in the order of the file.
    public var prices: [Price] = []
    /// The booking deadline, or nil when the town does not say.
    public var booking: Booking?

    /// Makes empty records.
    public init() {}
}
