import CivilTime
import Language
import Testing

/// Said on Friday 20 November 2026 at ten o'clock.
@Suite("French times")
struct TimeTests {
    @Test(
        "Days",
        arguments: [
            ("aujourd'hui", "2026-11-20"), ("demain", "2026-11-21"), ("après-demain", "2026-11-22"),
            ("hier", "2026-11-19"),
            ("avant-hier", "2026-11-18"), ("jeudi", "2026-11-26"), ("jeudi prochain", "2026-11-26"),
            ("ce jeudi", "2026-11-26"), ("samedi", "2026-11-21"), ("vendredi", "2026-11-27"),
            ("ce vendredi", "2026-11-20"),
            ("lundi dernier", "2026-11-16"), ("mardi en huit", "2026-12-01"), ("lundi en quinze", "2026-12-07"),
            ("mercredi de la semaine prochaine", "2026-11-25"), ("lundi cette semaine", "2026-11-16"),
            ("le lendemain de Noël", "2026-12-26"), ("la veille du 1er mai", "2027-04-30"), ("lundi 23", "2026-11-23"),
            ("jeudi 26 novembre", "2026-11-26"), ("tous les mercredis", "2026-11-25"),
            ("le menu du jour", "2026-11-20"),
        ])
    func days(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Dates",
        arguments: [
            ("le 14 juillet", "2027-07-14"), ("le 14 juillet 2027", "2027-07-14"), ("le 1er", "2026-12-01"),
            ("le 2", "2026-12-02"), ("le 20", "2026-11-20"), ("le 31", "2026-12-31"), ("14/07", "2027-07-14"),
            ("14/07/2027", "2027-07-14"), ("14/07/27", "2027-07-14"), ("2026-07-14", "2026-07-14"),
            ("26.11.2026", "2026-11-26"), ("le 26/11", "2026-11-26"), ("le premier mai", "2027-05-01"),
            ("le trente et un décembre", "2026-12-31"), ("le deux décembre deux mille vingt-six", "2026-12-02"),
            ("5 janv. 2027", "2027-01-05"), ("le 29 février", "2028-02-29"), ("31 octobre 74", "1974-10-31"),
            ("le 15 du mois prochain", "2026-12-15"), ("le 20 novembre", "2026-11-20"),
            ("le 19 novembre", "2027-11-19"),
            ("14juillet", "2027-07-14"),
        ])
    func dates(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Weeks, months, seasons, years",
        arguments: [
            ("cette semaine", "2026-11-16..2026-11-22"), ("la semaine prochaine", "2026-11-23..2026-11-29"),
            ("la semaine dernière", "2026-11-09..2026-11-15"), ("semaine 48", "2026-11-23..2026-11-29"),
            ("la semaine du 14 décembre", "2026-12-14..2026-12-20"), ("ce week-end", "2026-11-21..2026-11-22"),
            ("le week-end prochain", "2026-11-21..2026-11-22"),
            ("le week-end du 12 décembre", "2026-12-12..2026-12-13"),
            ("le mois prochain", "2026-12-01..2026-12-31"), ("du mois de janvier", "2027-01-01..2027-01-31"),
            ("en août", "2027-08-01..2027-08-31"),
            ("au mois de mars", "2027-03-01..2027-03-31"), ("mars 2028", "2028-03-01..2028-03-31"),
            ("en mars dernier", "2026-03-01..2026-03-31"), ("fin décembre", "2026-12-21..2026-12-31"),
            ("à la fin du mois", "2026-11-21..2026-11-30"), ("mi-janvier", "2027-01-10..2027-01-19"),
            ("cet été", "2027-06-21..2027-09-23"), ("l'hiver prochain", "2026-12-21..2027-03-20"),
            ("le premier trimestre 2027", "2027-01-01..2027-03-31"), ("en 2027", "2027-01-01..2027-12-31"),
            ("l'année prochaine", "2027-01-01..2027-12-31"), ("l'an dernier", "2025-01-01..2025-12-31"),
            ("les 3 prochains jours", "2026-11-21..2026-11-23"),
            ("les deux dernières semaines", "2026-11-02..2026-11-15"),
            ("dans les prochains jours", "2026-11-21..2026-11-27"),
        ])
    func periods(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Days counted within a period",
        arguments: [
            ("le premier dimanche du mois", "2026-12-06"), ("le 3ème jeudi du mois", "2026-12-17"),
            ("le dernier vendredi de novembre", "2026-11-27"), ("le premier lundi de décembre", "2026-12-07"),
            ("le 2e mardi de chaque mois", "2026-12-08"), ("le dernier jour du mois", "2026-11-30"),
            ("la deuxième semaine de décembre", "2026-12-14..2026-12-20"),
            ("le premier week-end de décembre", "2026-12-05..2026-12-06"),
        ])
    func nth(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Feasts and school holidays",
        arguments: [
            ("à Noël", "2026-12-25"), ("le jour de l'an", "2027-01-01"), ("à Pâques", "2027-03-28"),
            ("le lundi de Pâques", "2027-03-29"), ("l'Ascension", "2027-05-06"), ("lundi de Pentecôte", "2027-05-17"),
            ("la fête des mères", "2027-05-30"), ("la fête des mères 2031", "2031-05-25"),
            ("la fête nationale", "2027-07-14"),
            ("à la Toussaint", "2027-11-01"), ("mardi gras", "2027-02-09"), ("la fête de la musique", "2027-06-21"),
            ("Noël dernier", "2025-12-25"), ("Noël 2030", "2030-12-25"),
            ("le pont de l'Ascension", "2027-05-06..2027-05-09"),
            ("les vacances de Noël", "2026-12-19..2027-01-03"), ("pendant les vacances", "2026-12-19..2027-01-03"),
            ("aux vacances de février", "2027-02-13..2027-02-28"), ("les grandes vacances", "2027-07-03..2027-08-31"),
            ("la rentrée", "2027-09-01"), ("le marché de Noël", ""), ("rue du 8 mai 1945", ""),
            ("les vacances de la Toussaint", ""),
        ])
    func feasts(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Hours",
        arguments: [
            ("à midi", "2026-11-20T12:00/2026-11-20T13:00"), ("à 15h", "2026-11-20T15:00/2026-11-20T16:00"),
            ("15:30", "2026-11-20T15:30/2026-11-20T15:31"), ("à 14 heures 30", "2026-11-20T14:30/2026-11-20T14:31"),
            ("quatorze heures trente", "2026-11-20T14:30/2026-11-20T14:31"),
            ("midi et demi", "2026-11-20T12:30/2026-11-20T12:31"),
            ("onze heures moins le quart", "2026-11-20T10:45/2026-11-20T10:46"),
            ("à 8h30", "2026-11-21T08:30/2026-11-21T08:31"), ("ce matin à 9h", "2026-11-20T09:00/2026-11-20T10:00"),
            ("à 3 heures", "2026-11-20T15:00/2026-11-20T16:00"),
            ("à 8 heures du soir", "2026-11-20T20:00/2026-11-20T21:00"),
            ("demain à 14h30", "2026-11-21T14:30/2026-11-21T14:31"),
            ("lundi 23 novembre, vers 9 h", "2026-11-23T09:00/2026-11-23T10:00"),
            ("samedi à minuit", "2026-11-22T00:00/2026-11-22T01:00"),
            ("dans 2h", "2026-11-20T12:00/2026-11-20T12:01"),
            ("il y a 10 minutes", "2026-11-20T09:50/2026-11-20T09:51"),
            ("dans trois quarts d'heure", "2026-11-20T10:45/2026-11-20T10:46"), ("dans quinze jours", "2026-12-05"),
            ("il y a deux semaines", "2026-11-06"), ("dans 3 mois", "2027-02-20"),
            ("deux jours après Noël", "2026-12-27"),
        ])
    func hours(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Parts of the day",
        arguments: [
            ("ce soir", "2026-11-20T18:00/2026-11-21T00:00"), ("jeudi matin", "2026-11-26T04:00/2026-11-26T12:00"),
            ("cet aprem", "2026-11-20T12:00/2026-11-20T19:00"), ("hier soir", "2026-11-19T18:00/2026-11-20T00:00"),
            ("lundi en fin de journée", "2026-11-23T17:00/2026-11-23T21:00"),
            ("tôt le matin", "2026-11-20T07:00/2026-11-20T09:00"),
            ("la nuit dernière", "2026-11-19T22:00/2026-11-20T06:00"),
            ("le soir de Noël", "2026-12-24T18:00/2026-12-25T00:00"),
            ("la mairie est-elle ouverte samedi matin ?", "2026-11-21T04:00/2026-11-21T12:00"),
        ])
    func parts(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Ranges",
        arguments: [
            ("du 3 au 8 mai", "2027-05-03..2027-05-08"), ("entre lundi et jeudi", "2026-11-23..2026-11-26"),
            ("du lundi au vendredi", "2026-11-23..2026-11-27"), ("lundi à vendredi", "2026-11-23..2026-11-27"),
            ("13-15 juillet", "2027-07-13..2027-07-15"), ("du 28 au 3 janvier", "2026-12-28..2027-01-03"),
            ("du 20 décembre au 4 janvier 2027", "2026-12-20..2027-01-04"),
            ("entre Noël et le jour de l'an", "2026-12-25..2027-01-01"),
            ("de 9h à 11h", "2026-11-20T09:00/2026-11-20T11:00"), ("de 14h à 16h", "2026-11-20T14:00/2026-11-20T16:00"),
            ("entre midi et 2", "2026-11-20T12:00/2026-11-20T14:00"),
            ("samedi de 9h à 12h", "2026-11-21T09:00/2026-11-21T12:00"),
            (
                "samedi de 9h à 12h et de 14h à 17h",
                "2026-11-21T09:00/2026-11-21T12:00, 2026-11-21T14:00/2026-11-21T17:00"
            ),
            ("du lundi au vendredi de 9h à 12h", "2026-11-23..2026-11-27"),
            ("du lundi 9h au mardi 18h", "2026-11-23T09:00/2026-11-24T18:00"),
            ("d'ici la fin du mois", "2026-11-20T10:00/2026-12-01T00:00"), ("à partir de lundi", "2026-11-23.."),
            ("dès demain", "2026-11-21.."), ("jusqu'à vendredi", "..2026-11-27"), ("avant Noël", "..2026-12-24"),
            ("avant 16h", "..2026-11-20T16:00"), ("jeudi après 9h30", "2026-11-26T09:30.."),
            ("le 3 et le 10 mai", "2027-05-03, 2027-05-10"),
            ("la nuit du 24 au 25 décembre", "2026-12-24T22:00/2026-12-25T06:00"),
            ("de janvier à mars", "2027-01-01..2027-03-31"), ("depuis le 15 novembre", "2026-11-15.."),
            ("lundi 9h à 11h", "2026-11-23T09:00/2026-11-23T11:00"), ("mardi ou jeudi", "2026-11-24, 2026-11-26"),
        ])
    func ranges(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "What only looks like a time is none",
        arguments: [
            "un", "une", "la mairie", "je mars", "je marche", "mai je ne sais pas", "j'ai 15 ans", "15 euros",
            "12,50 €",
            "01 99 00 12 34", "06.12.34.56.78", "le 15 rue des Lilas", "j'habite au 12", "appelez le 15", "le 115",
            "3 personnes", "1/2 journée", "24h/24", "35 heures", "pendant 2 heures", "2 heures de stationnement",
            "une heure",
            "deux trois minutes", "74", "seconde", "le premier étage", "bonne journée", "bon week-end", "bonsoir",
            "tous les jours", "à quelle heure", "j'ai été malade", "la fête de l'école", "les jours fériés", "la mer",
            "je vais au jeu", "il y a un problème", "dans la rue", "n°15", "code postal 75014", "2026", "rue du midi",
            "le 31 novembre", "30/02/2027", "à 25h", "bientôt", "le père Noël", "pendant mes vacances",
            "sapin de Noël", "salle du 14 juillet", "la semaine",
            "10 20 30 40",
            "1er adjoint", "",
        ])
    func none(text: String) { #expect(Reading.times(text) == "") }

    @Test(
        "Spelling by ear and slips do not matter",
        arguments: [
            ("vendredi prochin", "2026-11-27"), ("vandredi", "2026-11-27"), ("demin", "2026-11-21"),
            ("aprés demin", "2026-11-22"), ("ojourdui", "2026-11-20"), ("merkredi", "2026-11-25"),
            ("dimenche", "2026-11-22"),
            ("la semene prochaine", "2026-11-23..2026-11-29"), ("samdi matin", "2026-11-21T04:00/2026-11-21T12:00"),
            ("le 3 desembre", "2026-12-03"), ("jusqua vendredi", "..2026-11-27"),
            ("se soir", "2026-11-20T18:00/2026-11-21T00:00"),
        ])
    func byEar(text: String, expected: String) { #expect(Reading.times(text) == expected) }
}
