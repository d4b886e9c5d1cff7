import HoursTopic
import Language
import Testing
import TopicKit

@Suite struct HoursTopicTests {
    @Test(
        "Now",
        arguments: [
            (
                "hall", "2026-11-20T10:00",
                "La mairie est ouverte maintenant, jusqu'à 12 h. Elle rouvre de 13 h 30 à 17 h 30."
            ),
            (
                "hall", "2026-11-20T12:00",
                "La mairie est fermée maintenant. Elle ouvre aujourd'hui de 13 h 30 à 17 h 30."
            ),
            (
                "hall", "2026-11-20T17:30",
                "La mairie est fermée maintenant. Elle ouvre demain, samedi 21 novembre : de 9 h à 12 h."
            ),
            (
                "hall", "2026-11-11T10:00",
                "La mairie est fermée maintenant : c'est un jour férié. Elle ouvre demain, jeudi 12 novembre. "
                    + "C'est de 8 h 30 à 12 h et de 13 h 30 à 17 h 30."
            ),
            ("park", "2026-11-20T10:00", "Le parc est ouvert maintenant."),
            ("bar", "2026-11-20T23:00", "Le bar est ouvert maintenant, jusqu'à 2 h."),
            ("bar", "2026-11-21T01:00", "Le bar est ouvert maintenant, jusqu'à 2 h. Il rouvre à partir de 18 h."),
            ("bar", "2026-11-21T19:00", "Le bar est ouvert maintenant."),
            ("desk", "2026-11-21T10:00", "Le guichet est ouvert maintenant, jusqu'à 12 h. À savoir : sur rendez-vous."),
        ])
    func now(place: String, at: String, expected: String) async {
        #expect(await Hamlet.answer("open", ["place": .entity(place)], at: at).text == expected)
    }

    @Test(
        "A day",
        arguments: [
            ("hall", "2026-11-21", "La mairie est ouverte demain, samedi 21 novembre : de 9 h à 12 h."),
            (
                "hall", "2026-11-23",
                "La mairie est ouverte lundi 23 novembre. C'est de 8 h 30 à 12 h et de 13 h 30 à 17 h 30."
            ),
            (
                "hall", "2026-11-22",
                "La mairie est fermée dimanche 22 novembre. Elle ouvre lundi 23 novembre. "
                    + "C'est de 8 h 30 à 12 h et de 13 h 30 à 17 h 30."
            ),
            (
                "pool", "2026-12-25",
                "La piscine est fermée vendredi 25 décembre : c'est un jour férié. "
                    + "Elle ouvre samedi 26 décembre : de 9 h à 20 h."
            ),
            (
                "pool", "2026-12-01",
                "La piscine est fermée mardi 1er décembre : vidange. Elle ouvre lundi 7 décembre : de 10 h à 19 h."
            ),
            (
                "gym", "2026-12-21",
                "Le gymnase est fermé lundi 21 décembre : ce sont les vacances scolaires. "
                    + "Il ouvre lundi 4 janvier : de 17 h à 22 h."
            ),
            (
                "desk", "2026-11-21",
                "Le guichet est ouvert demain, samedi 21 novembre : de 9 h à 12 h, sur rendez-vous."
            ),
            ("bar", "2026-11-27", "Le bar est ouvert vendredi 27 novembre : de 20 h à 2 h."),
            (
                "hall", "2026-11-19",
                "Ce jour est passé. La mairie était ouverte jeudi 19 novembre. "
                    + "C'était de 8 h 30 à 12 h et de 13 h 30 à 17 h 30."
            ),
            (
                "hall", "2026-11-11",
                "Ce jour est passé. La mairie était fermée mercredi 11 novembre : c'est un jour férié."
            ),
        ])
    func day(place: String, day: String, expected: String) async {
        #expect(await Hamlet.answer("open", ["place": .entity(place), "date": .days(day)]).text == expected)
    }

    @Test("Today, once it is over")
    func over() async {
        let slots: [String: FilledSlot] = ["place": .entity("pool"), "date": .days("2026-11-20")]
        #expect(
            await Hamlet.answer("open", slots, at: "2026-11-20T20:00").text
                == "La piscine est fermée maintenant. C'était ouvert de 10 h à 19 h. "
                + "Elle ouvre demain, samedi 21 novembre : de 10 h à 19 h.")
    }

    @Test(
        "A time or a part of a day",
        arguments: [
            (
                FilledSlot.time("2026-11-21T10:00", minutes: 60, .hour),
                "Oui. La mairie est ouverte samedi 21 novembre à 10 h. Ce jour-là, c'est ouvert de 9 h à 12 h."
            ),
            (
                .time("2026-11-21T14:30", minutes: 1, .minute),
                "Non. La mairie est fermée samedi 21 novembre à 14 h 30. Ce jour-là, c'est ouvert de 9 h à 12 h."
            ),
            (
                .time("2026-11-21T12:00", minutes: 360, .partOfDay),
                "La mairie est fermée demain, samedi 21 novembre, l'après-midi. Ce jour-là, c'est ouvert de 9 h à 12 h."
            ),
            (
                .time("2026-11-23T06:00", minutes: 360, .partOfDay),
                "La mairie est ouverte lundi 23 novembre : de 8 h 30 à 12 h."
            ),
            (
                .time("2026-11-20T10:00", minutes: 1, .second),
                "La mairie est ouverte maintenant, jusqu'à 12 h. Elle rouvre de 13 h 30 à 17 h 30."
            ),
        ])
    func time(slot: FilledSlot, expected: String) async {
        #expect(await Hamlet.answer("open", ["place": .entity("hall"), "date": slot]).text == expected)
    }

    @Test("Days alike are one row")
    func week() async {
        let answer = await Hamlet.answer("week", ["place": .entity("hall")])
        #expect(
            answer.text == """
                Voici les heures de la mairie, du vendredi 20 au jeudi 26 novembre.
                Vendredi 20 novembre : de 8 h 30 à 12 h et de 13 h 30 à 17 h 30.
                Samedi 21 novembre : de 9 h à 12 h.
                Dimanche 22 novembre : fermée.
                Du lundi 23 au jeudi 26 novembre : de 8 h 30 à 12 h et de 13 h 30 à 17 h 30.
                """)
        #expect(answer.reply.evidence == [Hamlet.evidence])
    }

    @Test("Days that are all alike are one sentence")
    func alike() async {
        let slots: [String: FilledSlot] = ["place": .entity("pool"), "date": .days("2026-11-30", "2026-12-04")]
        #expect(
            await Hamlet.answer("open", slots).text
                == "La piscine est fermée du lundi 30 novembre au vendredi 4 décembre : vidange.")
    }

    @Test(
        "What no valid record says is unknown",
        arguments: [
            ("open", "barn", nil, "Je ne connais pas les heures de la grange."),
            ("week", "barn", nil, "Je ne connais pas les heures de la grange."),
            ("open", "shed", nil, "Je ne connais pas les heures de la remise."),
            (
                "open", "hall", "2031-01-07",
                "Je ne connais pas encore les heures de la mairie pour mardi 7 janvier 2031."
            ),
            ("open", "old", nil, "Je ne sais plus. Mes informations sur les archives sont trop anciennes."),
            ("where", "barn", nil, "Je ne connais pas l'adresse de la grange."),
            ("contact", "barn", nil, "Je ne sais pas comment joindre la grange."),
        ])
    func unknown(intent: String, place: String, day: String?, expected: String) async {
        var slots: [String: FilledSlot] = ["place": .entity(place)]
        if let day { slots["date"] = .days(day) }
        let answer = await Hamlet.answer(intent, slots)
        #expect(answer.reply.status == .unknown)
        #expect(answer.text.hasPrefix(expected))
        #expect(answer.text.contains("vous aider"))
    }

    @Test("Without a place, it is asked for")
    func asks() async {
        let answer = await Hamlet.answer("open", [:])
        #expect(answer.reply.question?.slot == "place")
        #expect(answer.text == "Quel lieu cherchez-vous ? Par exemple : la mairie.")
        #expect(await Hamlet.answer("who", [:]).reply.question?.slot == "matter")
    }
}

@Suite struct HoursServicesTests {
    @Test(
        "Where, who and how",
        arguments: [
            ("where", ["place": "hall"], "L'adresse de la mairie est : 1 place de la Mairie. Prenez le bus 1."),
            (
                "who", ["matter": "un mariage"],
                "Pour un mariage, voyez la mairie. Appelez le 01 99 00 12 00. C'est à cette adresse : 1 place de la Mairie."
            ),
            ("where", ["matter": "un mariage"], "L'adresse de la mairie est : 1 place de la Mairie. Prenez le bus 1."),
            (
                "contact", ["place": "hall"],
                "Le téléphone de la mairie est le 01 99 00 12 00. L'adresse e-mail est lieu@hameau.example."
            ),
            ("contact", ["place": "hall", "means": "email"], "L'adresse e-mail de la mairie est lieu@hameau.example."),
            (
                "contact", ["place": "hall", "means": "site"],
                "Je ne connais pas le site de la mairie. Le téléphone de la mairie est le 01 99 00 12 00. "
                    + "L'adresse e-mail est lieu@hameau.example."
            ),
            // "Et le numéro ?" after a question about hours.
            ("open", ["place": "hall", "means": "phone"], "Le téléphone de la mairie est le 01 99 00 12 00."),
        ])
    func services(intent: String, slots: [String: String], expected: String) async {
        let answer = await Hamlet.answer(intent, slots.mapValues { .entity($0) })
        #expect(answer.text == expected)
        #expect(answer.reply.evidence == [Hamlet.evidence])
    }

    @Test("A place that was named goes before a matter of an earlier question")
    func said() async {
        let slots: [String: FilledSlot] = ["matter": .entity("un mariage"), "place": .entity("pool")]
        #expect(await Hamlet.answer("who", slots, said: ["place"]).text.hasPrefix("Voyez la piscine."))
        #expect(await Hamlet.answer("where", slots, said: ["matter"]).text.hasPrefix("L'adresse de la mairie"))
    }

    @Test("A matter of a place that is not there is unknown")
    func noPlace() async {
        #expect(await Hamlet.answer("who", ["matter": .entity("une fuite")]).reply.status == .unknown)
    }
}
