internal import Language
internal import Town

/// The words of the schema « menus-collectifs » that the answers depend on.
enum MenuWords {
    /// The meal that is meant when none is named.
    static let lunch = "déjeuner"
    static let main = "plat principal"
    static let side = "garniture"
    static let bread = "pain"
    /// The diets of the schema that the language's file names.
    private static let diets: Set<String> = ["végétarien", "sans porc", "sans sel", "sans sucre ajouté"]

    /// A diet as it is said: ours in the words of the language, others as the kitchen wrote them.
    static func diet(_ name: String) -> Value { diets.contains(name) ? .term("canteen." + name) : .text(name) }
}

/// A part of a meal, in the order in which it is eaten; the raw value names its term in the language's file.
enum Course: String, CaseIterable {
    case starter = "course-starter"
    case main = "course-main"
    case dairy = "course-dairy"
    case dessert = "course-dessert"
    case bread = "course-bread"
    case other = "course-other"

    init(_ kind: String) {
        switch kind {
        case "entrée": self = .starter
        case MenuWords.main, MenuWords.side: self = .main
        case "produit laitier": self = .dairy
        case "dessert": self = .dessert
        case MenuWords.bread: self = .bread
        default: self = .other
        }
    }

    /// The course as a noun.
    var term: Value { .term("canteen." + rawValue) }
}

/// The fourteen allergens that European law names (regulation 1169/2011, annex II); the raw value is the schema's word.
enum Allergen: String, CaseIterable {
    case gluten = "céréales contenant du gluten"
    case crustaceans = "crustacés"
    case eggs = "oeufs"
    case fish = "poissons"
    case peanuts = "arachides"
    case soy = "soja"
    case milk = "lait"
    case nuts = "fruits à coques"
    case celery = "céleri"
    case mustard = "moutarde"
    case sesame = "graines de sésame"
    case sulphites = "anhydride sulfureux et sulfites"
    case lupin = "lupin"
    case molluscs = "mollusques"

    /// The allergen with an id of the slot `allergen`, or nil.
    init?(id: String) {
        guard let allergen = Allergen.allCases.first(where: { $0.id == id }) else { return nil }
        self = allergen
    }

    /// The id in the slot `allergen`, and the name of its term in the language's file.
    var id: String { String(describing: self) }
    /// The allergen with its article: "les arachides".
    var term: Value { .term("canteen." + id) }
    /// The allergen without an article, for "pas d'arachides".
    var bare: Value { .term("canteen." + id + "-bare") }
}

extension CanteenRecords.Meal {
    /// The dishes of each course that the meal has, bread left out.
    var courses: [(course: Course, dishes: [CanteenRecords.Dish])] {
        Course.allCases.compactMap { course in
            let dishes = dishes.filter { Course($0.kind) == course }
            return dishes.isEmpty || course == .bread ? nil : (course, dishes)
        }
    }

    /// The same meal with the dishes that suit a diet only.
    func suiting(_ diet: String) -> CanteenRecords.Meal {
        CanteenRecords.Meal(
            day: day, kind: kind, restaurant: restaurant, dishes: dishes.filter { $0.diets.contains(diet) },
            source: source)
    }

    /// Whether the kitchen says of any dish which diet it suits.
    var hasDiets: Bool { dishes.contains { !$0.diets.isEmpty } }
    /// Whether there is a main dish.
    var hasMain: Bool { dishes.contains { $0.kind == MenuWords.main } }
}
