import Language
import Testing
import TopicKit
import Town

@Suite("Booking and prices")
struct BookingTests {
    @Test(
        "A meal is booked two school days before, holidays left out",
        arguments: [
            ("2026-11-26", "Pour jeudi 26 novembre, réservez avant lundi 23 novembre à 10 h."),
            ("2026-11-27", "Pour vendredi 27 novembre, réservez avant mardi 24 novembre à 10 h."),
            ("2026-11-25", "Pour mercredi 25 novembre, réservez avant lundi 23 novembre à 10 h."),
            ("2027-01-04", "Pour lundi 4 janvier, réservez avant jeudi 17 décembre à 10 h."),
        ])
    func deadline(day: String, expected: String) async {
        let reply = await Valclair.reply("canteen.booking", ["date": .days(day)])
        #expect(Valclair.text(reply).hasPrefix(expected + " Réservez sur le portail famille."))
    }

    @Test("A meal that is past its deadline is said to be, with the next that is not")
    func late() async {
        let reply = await Valclair.reply("canteen.booking", ["date": .days("2026-11-23")])
        #expect(
            Valclair.text(reply).hasPrefix(
                "C'est trop tard pour lundi 23 novembre. Il fallait réserver avant jeudi 19 novembre à 10 h. "
                    + "Pour le repas de jeudi 26 novembre, réservez avant lundi 23 novembre à 10 h."))
    }

    @Test("The deadline itself is too late", arguments: [("2026-11-23T09:59", false), ("2026-11-23T10:00", true)])
    func limit(now: String, isLate: Bool) async {
        let reply = await Valclair.reply("canteen.booking", ["date": .days("2026-11-26")], at: now)
        #expect(Valclair.text(reply, at: now).contains("trop tard") == isLate)
    }

    @Test("A day without a meal has nothing to book")
    func closed() async {
        let reply = await Valclair.reply("canteen.booking", ["date": .days("2026-11-28")])
        #expect(
            Valclair.text(reply)
                == "Samedi 28 novembre : pas de cantine. "
                + "Pour le repas de lundi 30 novembre, réservez avant jeudi 26 novembre à 10 h.")
    }

    @Test("Prices are listed with whom they are for")
    func prices() async {
        let text = Valclair.text(await Valclair.reply("canteen.price"))
        #expect(text.hasPrefix("Il y a 4 prix pour un repas.\n1. 3 euros 40 pour une famille de Valclair.\n"))
    }

    @Test("What the town does not say is unknown", arguments: ["canteen.price", "canteen.booking", "canteen.menu"])
    func unsaid(intent: String) async {
        let reply = await Valclair.reply(intent, from: Valclair.topic(of: CanteenRecords()))
        #expect(reply.status == .unknown)
        #expect(Valclair.text(reply).contains("01 99 00 12 00"))
    }
}
