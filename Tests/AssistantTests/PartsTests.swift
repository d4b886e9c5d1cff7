import Assistant
import CivilTime
import Diagnostics
import Dialogue
import Foundation
import Language
import Testing
import TopicTesting
import TownStore

@Suite struct PartsTests {
    @Test("Two questions in one sentence are told apart, eleven times out of twelve")
    func pairs() throws {
        let missed = try two.filter { text, intents in
            let answer = try understood(text)
            let also = (answer["also"] as? [[String: Any]] ?? []).map { $0["intent"] as? String ?? "" }
            return [answer["intent"] as? String ?? ""] + also != intents
        }
        #expect(two.count >= 60)
        #expect(missed.count * 12 <= two.count, "\(missed.map(\.0))")
    }

    @Test("One question stays one, whatever it lists", arguments: one)
    func single(text: String) throws {
        #expect((try understood(text)["also"] as? [Any])?.count == 0)
    }

    @Test("What people say in the stories is one question at a time, but for one in a hundred")
    func stories() throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        var (count, split) = (0, [String]())
        for folder in ["/Plugins", "/Tests/AssistantTests/Transcripts"] {
            for file in FileManager.default.subpaths(atPath: root + folder) ?? [] where file.hasSuffix(".yaml") {
                for turn in Story.load(root + folder + "/" + file).value.flatMap(\.turns) {
                    guard case .words(let text) = turn.move else { continue }
                    count += 1
                    if (try understood(text)["also"] as? [Any])?.isEmpty == false { split.append(text) }
                }
            }
        }
        #expect(count > 200)
        #expect(split.count * 100 <= count, "\(split)")
    }

    @Test("Each part has the slots of its own words")
    func slots() throws {
        let answer = try understood("quand passe la poubelle jaune et quel est le menu de la cantine lundi ?")
        let slots = try #require(answer["slots"] as? [String: [String: String]])
        #expect(slots["stream"]?["text"] == "poubelle jaune")
        #expect(slots["date"] == nil)
        let also = try #require((answer["also"] as? [[String: Any]])?.first)
        #expect(also["topic"] as? String == "canteen")
        #expect((also["slots"] as? [String: [String: String]])?["date"]?["text"] == "lundi")
    }

    @Test(
        "Whose matter a question is: the town's, another's, or nobody knows",
        arguments: [
            ("quand passe la poubelle jaune", "town"), ("il y a un nid de guêpes", "town"),
            ("comment payer mes impôts", "outside"), ("raconte-moi une blague", "outside"), ("bonjour", nil),
            ("xyzzy", nil), ("", nil),
        ])
    func domain(text: String, domain: String?) throws {
        #expect(try understood(text)["domain"] as? String == domain)
    }

    @Test("A text of any length or kind is read in pieces or not at all, and never fails")
    func hostile() throws {
        for text in [
            String(repeating: "et quand ", count: 10_000), "🚮, et 🚮 ?", "\u{202E}et quand, et où", "et", ", , ,",
        ] {
            #expect(try understood(text).keys.contains("also"))
        }
    }

    private func understood(_ text: String) throws -> [String: Any] {
        let now = try #require(Moment(iso: "2026-11-20T10:00"))
        let object = try shared.get().understand(Utterance(text), id: "1", at: now)
        return try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(object)) as? [String: Any])
    }
}

/// Opened once for all the tests.
private let shared = Result { try Assistant.open(place: .memory) }

private let two: [(String, [String])] = [
    ("quand passent les poubelles jaunes et quel est le menu de la cantine demain ?", ["waste.next", "canteen.menu"]),
    (
        "je veux refaire ma carte d'identité et connaître les horaires de la piscine",
        ["civil-status.documents", "hours.week"]
    ),
    (
        "Quel est le menu de la cantine lundi ? Et quand passe le camion poubelle rue des Tilleuls ?",
        ["canteen.menu", "waste.next"]
    ),
    ("la mairie est ouverte samedi et où jeter des piles", ["hours.open", "waste.sort"]),
    (
        "quels sont les horaires de la médiathèque et combien coûte un repas à la cantine",
        ["hours.week", "canteen.price"]
    ),
    ("je voudrais un passeport et savoir quand passe la poubelle jaune", ["civil-status.documents", "waste.next"]),
    (
        "quand passe la poubelle grise rue des Lavandières et quels papiers pour un mariage",
        ["waste.next", "civil-status.documents"]
    ),
    ("on mange quoi demain à la cantine et qu'est-ce qu'il y a à faire ce week-end", ["canteen.menu", "events.list"]),
    ("c'est quand le marché de Noël et à quelle heure ouvre la piscine samedi", ["events.detail", "hours.open"]),
    ("où se trouve la mairie et combien coûte un passeport", ["hours.where", "civil-status.fee"]),
    ("où jeter le verre et quel est le menu de la cantine vendredi", ["waste.sort", "canteen.menu"]),
    ("ma poubelle est cassée et je voudrais inscrire ma fille à la cantine", ["waste.bin", "canteen.booking"]),
    ("comment réserver la cantine et quand passent les encombrants", ["canteen.booking", "waste.next"]),
    ("quel est le numéro de la mairie et quand ferme la piscine", ["hours.contact", "hours.open"]),
    ("combien coûte la cantine, et la mairie est ouverte demain ?", ["canteen.price", "hours.open"]),
    ("quels concerts ce week-end et où mettre les cartons", ["events.list", "waste.sort"]),
    (
        "j'ai perdu ma carte d'identité et je veux réserver la cantine pour lundi",
        ["civil-status.documents", "canteen.booking"]
    ),
    (
        "quelles sont les heures d'ouverture de la mairie puis quel est le menu de demain",
        ["hours.week", "canteen.menu"]
    ),
    ("dites-moi le menu de la cantine et aussi les horaires de la bibliothèque", ["canteen.menu", "hours.week"]),
    (
        "il faut quoi pour un acte de naissance et sinon quand ramasse-t-on les déchets verts",
        ["civil-status.documents", "waste.next"]
    ),
    ("le menu de la cantine demain et la poubelle jaune c'est quand", ["canteen.menu", "waste.next"]),
    ("kan passe la poubel jone et c koi le menu de la cantine demain", ["waste.next", "canteen.menu"]),
    ("c koi le menu de la cantine demain kan passe la poubelle jaune", ["canteen.menu", "waste.next"]),
    ("quand passe la poubelle jaune c'est quoi le menu de la cantine lundi", ["waste.next", "canteen.menu"]),
    ("à quelle heure ouvre la mairie quel est le menu de la cantine demain", ["hours.open", "canteen.menu"]),
    ("ou jeté les piles kel est le menu de la cantine lundi", ["waste.sort", "canteen.menu"]),
    ("la piscine ferme à quelle heure. Et le camion poubelle passe quand ?", ["hours.open", "waste.next"]),
    ("Où refaire mon passeport ? La poubelle verte passe quand ?", ["civil-status.where", "waste.next"]),
    (
        "Je voudrais prendre rendez-vous pour un passeport. Quels sont les horaires de la médiathèque ?",
        ["civil-status.online", "hours.week"]
    ),
    ("Comment aller à la mairie ? Que faire ce week-end ?", ["hours.where", "events.list"]),
    ("Mon fils est allergique au lait. Quand passe la poubelle jaune ?", ["canteen.allergens", "waste.next"]),
    (
        "bonjour, quand passent les poubelles et quel est le menu de la cantine demain ?",
        ["waste.next", "canteen.menu"]
    ),
    (
        "bonjour je voudrais refaire mon passeport et connaître le menu de la cantine lundi merci",
        ["civil-status.documents", "canteen.menu"]
    ),
    ("quel jour est le marché de Noël et où jeter un matelas", ["events.detail", "waste.sort"]),
    ("y a-t-il un concert samedi et la mairie est-elle ouverte samedi", ["events.list", "hours.open"]),
    ("y a-t-il cantine mercredi et les poubelles passent mercredi", ["canteen.menu", "waste.day"]),
    ("combien coûte le passeport et combien coûte la cantine", ["civil-status.fee", "canteen.price"]),
    (
        "combien de temps pour avoir une carte d'identité et quels sont les horaires de la piscine",
        ["civil-status.delay", "hours.week"]
    ),
    ("quel est le prix de la cantine et comment réserver la cantine", ["canteen.price", "canteen.booking"]),
    ("quel est le menu de demain et combien coûte un repas", ["canteen.menu", "canteen.price"]),
    ("quand passe la poubelle jaune et où jeter les bouteilles en verre", ["waste.next", "waste.sort"]),
    ("où se trouve la piscine et quels sont les horaires de la piscine", ["hours.where", "hours.week"]),
    ("quels papiers pour un passeport et combien coûte un passeport", ["civil-status.documents", "civil-status.fee"]),
    ("je veux une nouvelle poubelle et savoir les horaires de la déchetterie", ["waste.bin", "hours.week"]),
    (
        "comment m'inscrire sur les listes électorales et à quelle heure ferme la mairie",
        ["civil-status.documents", "hours.open"]
    ),
    ("qui s'occupe des objets trouvés et quel est le menu de la cantine demain", ["hours.who", "canteen.menu"]),
    (
        "y a-t-il du poisson à la cantine demain et des spectacles pour enfants ce week-end",
        ["canteen.allergens", "events.list"]
    ),
    ("que faire ce week-end et quel temps fait-il", ["events.list", "core.outside"]),
    ("je veux payer mes impôts et refaire ma carte d'identité", ["core.elsewhere-tax", "civil-status.documents"]),
    ("il y a un nid de guêpes et quand passent les encombrants", ["core.desk-other", "waste.next"]),
    ("où faire mon passeport et où jeter les piles", ["civil-status.where", "waste.sort"]),
    ("le téléphone de la médiathèque et le menu de la cantine demain", ["hours.contact", "canteen.menu"]),
    ("je voudrais l'adresse de la mairie et la date du marché de Noël", ["hours.where", "events.detail"]),
    ("quand ouvre la piscine, quel est le menu de la cantine demain", ["hours.open", "canteen.menu"]),
    ("où jeter des piles, quels sont les horaires de la mairie", ["waste.sort", "hours.week"]),
    ("combien coûte la cantine ; quand passent les encombrants", ["canteen.price", "waste.next"]),
    ("je me marie quels papiers il faut et la salle des fêtes elle est où", ["civil-status.documents", "hours.where"]),
    ("quand est la fête de la musique et quand passe la poubelle jaune", ["events.detail", "waste.next"]),
    ("la déchetterie est ouverte demain et quel est le menu de la cantine lundi", ["waste.centre", "canteen.menu"]),
    (
        "qu'est-ce qu'on mange lundi à la cantine puis c'est quand la prochaine collecte",
        ["canteen.menu", "waste.next"]
    ),
    (
        "est-ce que je sors la poubelle jaune ce soir et quels sont les horaires de la mairie",
        ["waste.day", "hours.week"]
    ),
    (
        "faut-il un rendez-vous pour la carte d'identité et le gymnase ouvre quand",
        ["civil-status.online", "hours.open"]
    ),
]

private let one = [
    "la cantine et la garderie",
    "carte d'identité et passeport",
    "la poubelle jaune et la grise",
    "mardi et jeudi",
    "quand passent la poubelle jaune et la poubelle grise",
    "quels papiers pour la carte d'identité et le passeport",
    "les horaires de la mairie et de la médiathèque",
    "quel est le menu de mardi et jeudi",
    "bonjour quand passe la poubelle jaune",
    "Bonjour ! Quel est le menu de la cantine demain ?",
    "quel est le menu de la cantine demain merci",
    "merci et au revoir",
    "je suis français et je veux refaire ma carte d'identité",
    "j'ai perdu ma carte d'identité, que dois-je faire",
    "j'ai déménagé et je voudrais changer d'adresse",
    "mon fils a 16 ans et doit se faire recenser",
    "on s'est pacsés, quels papiers faut-il",
    "je me marie en juin, il faut quoi",
    "mon fils est allergique au lait et aux œufs",
    "la piscine est ouverte demain matin et après-midi",
    "est-ce que la mairie est ouverte le samedi et le dimanche",
    "quelle poubelle je sors ce soir et demain",
    "où jeter les piles et les ampoules",
    "où jeter une bouteille en verre et un bouchon",
    "qu'est-ce qu'il y a à faire samedi et dimanche",
    "que faire avec les enfants samedi et dimanche",
    "un concert ou un spectacle ce week-end",
    "j'habite rue des Tilleuls, quand passe le camion poubelle",
    "j'habite rue des Tilleuls et je voudrais savoir quand passe la poubelle jaune",
    "je voudrais savoir quand passe la poubelle jaune",
    "je voudrais savoir à quelle heure ouvre la piscine",
    "dites-moi quand ouvre la mairie",
    "pouvez-vous me dire combien coûte la cantine s'il vous plaît",
    "je ne sais pas où jeter les piles",
    "la mairie est ouverte de 9 h à 12 h et de 14 h à 17 h ?",
    "quel est le prix de la cantine pour deux enfants et un adulte",
    "comment inscrire mon fils et ma fille à la cantine",
    "réserver la cantine lundi, mardi et jeudi",
    "menu de lundi, mardi et mercredi",
    "est-ce que la piscine et la médiathèque sont ouvertes demain",
    "adresse et téléphone de la mairie",
    "c'est où et c'est quand le marché de Noël",
    "mon père est mort, que faut-il faire",
    "je veux un acte de naissance pour mon fils et pour ma fille",
    "la poubelle jaune passe quand et à quelle heure",
    "et vendredi",
    "et pour la poubelle grise",
    "je voudrais refaire ma carte d'identité et mon passeport",
    "avez-vous du porc ou du poisson à la cantine demain",
    "le 11 novembre et le 25 décembre les poubelles passent",
    "avenue de la Liberté et rue de la République quand passent les poubelles",
]
