import Testing

/// Said on Friday 20 November 2026 at ten o'clock.
@Suite("Times counted from now, or from another time")
struct TimeRelativeTests {
    @Test(
        "So long ago",
        arguments: [
            ("il y a 5 minutes", "2026-11-20T09:55/2026-11-20T09:56"),
            ("il y a une demi-heure", "2026-11-20T09:30/2026-11-20T09:31"),
            ("il y a 1/2 heure", "2026-11-20T09:30/2026-11-20T09:31"),
            ("il y a trois jours", "2026-11-17"),
            ("il y a un mois et demi", "2026-10-05"),
            ("il y a un an et demi", "2025-05-20"),
            ("il y a 2 ans 3 mois", "2024-08-20"),
            ("il y a 1 an, 2 mois", "2025-09-20"),
            ("il y a une heure et demie", "2026-11-20T08:30/2026-11-20T08:31"),
            ("il y a 1h30", "2026-11-20T08:30/2026-11-20T08:31"),
            ("il y a environ 3 semaines", "2026-10-30"),
            ("il y a à peine 10 minutes", "2026-11-20T09:50/2026-11-20T09:51"),
            ("il y a quelques jours", "2026-11-17"),
            ("il y a 2 ou 3 jours", "2026-11-18"),
            ("il y a plus d'un an", "2025-11-20"),
            ("il y a 3 ans de cela", "2023-11-20"),
            ("ça fait 3 jours", "2026-11-17"),
            ("voilà 2 mois", "2026-09-20"),
            ("un an auparavant", "2025-11-20"),
            ("dix minutes plus tôt", "2026-11-20T09:50/2026-11-20T09:51"),
            ("depuis deux jours", "2026-11-18T00:00/2026-11-20T10:00"),
            ("depuis lundi", "2026-11-16.."),
            ("depuis le début du mois", "2026-11-01.."),
            ("depuis plus d'une semaine", "2026-11-13T00:00/2026-11-20T10:00"),
            ("depuis la rentrée", "2026-09-01.."),
            ("depuis mi-octobre", "2026-10-10.."),
            ("depuis Noël", "2025-12-25.."),
            ("depuis 2019", "2019-01-01.."),
        ])
    func soLongAgo(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "In so long",
        arguments: [
            ("dans 2 semaines", "2026-12-04"),
            ("dans 30 secondes", "2026-11-20T10:00:30/2026-11-20T10:00:31"),
            ("dans 1 h 30", "2026-11-20T11:30/2026-11-20T11:31"),
            ("dans une heure et quart", "2026-11-20T11:15/2026-11-20T11:16"),
            ("dans une petite heure", "2026-11-20T11:00/2026-11-20T11:01"),
            ("dans un an et 2 mois", "2028-01-20"),
            ("dans une semaine et demie", "2026-11-30"),
            ("dans 2 jours et 3 heures", "2026-11-22T13:00/2026-11-22T13:01"),
            ("dans 48 heures", "2026-11-22T10:00/2026-11-22T10:01"),
            ("dans une quinzaine de jours", "2026-12-05"),
            ("dans une huitaine", "2026-11-28"),
            ("dans 2 à 3 jours", "2026-11-22"),
            ("5 jours plus tard", "2026-11-25"),
            ("d'ici 3 jours", "2026-11-20T10:00/2026-11-23T00:00"),
            ("sous huitaine", "2026-11-20T10:00/2026-11-28T00:00"),
            ("sous 48h", "2026-11-20T10:00/2026-11-22T10:00"),
            ("dans les 10 minutes", "2026-11-20T10:00/2026-11-20T10:10"),
            ("dans l'heure", "2026-11-20T10:00/2026-11-20T11:00"),
            ("dans moins d'une heure", "2026-11-20T10:00/2026-11-20T11:00"),
        ])
    func inSoLong(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Beside another time",
        arguments: [
            ("3 jours avant Noël", "2026-12-22"),
            ("deux semaines après le 5 mai", "2027-05-19"),
            ("10 minutes avant 15h", "2026-11-20T14:50/2026-11-20T14:51"),
            ("une heure avant minuit", "2026-11-20T23:00/2026-11-20T23:01"),
            ("trois jours après lundi prochain", "2026-11-26"),
            ("la semaine avant Noël", "2026-12-14..2026-12-20"),
            ("le lundi après Pâques", "2027-03-29"),
            ("le dernier samedi avant Noël", "2026-12-19"),
            ("l'avant-veille de Noël", "2026-12-23"),
            ("le surlendemain", "2026-11-22"),
            ("la veille au soir", "2026-11-19T18:00/2026-11-20T00:00"),
            ("le lendemain à 9h", "2026-11-21T09:00/2026-11-21T10:00"),
        ])
    func besideAnotherTime(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Units before and after this one",
        arguments: [
            ("la semaine dernière", "2026-11-09..2026-11-15"),
            ("le mois passé", "2026-10-01..2026-10-31"),
            ("l'an prochain", "2027-01-01..2027-12-31"),
            ("cette année", "2026-01-01..2026-12-31"),
            ("ce mois-ci", "2026-11-01..2026-11-30"),
            ("les 3 prochains jours", "2026-11-21..2026-11-23"),
            ("ces deux dernières semaines", "2026-11-02..2026-11-15"),
            ("les prochaines 24 heures", "2026-11-20T11:00/2026-11-21T11:00"),
            ("les dernières 48 heures", "2026-11-18T10:00/2026-11-20T10:00"),
            ("les derniers jours", "2026-11-13..2026-11-19"),
            ("au cours des 3 derniers mois", "2026-08-01..2026-10-31"),
            ("la prochaine heure", "2026-11-20T11:00/2026-11-20T12:00"),
            ("le reste de la semaine", "2026-11-20..2026-11-22"),
            ("le trimestre prochain", "2027-01-01..2027-03-31"),
        ])
    func unitsBeforeAnd(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Days of the week",
        arguments: [
            ("lundi prochain", "2026-11-23"),
            ("ce lundi", "2026-11-23"),
            ("le prochain samedi", "2026-11-21"),
            ("le lundi précédent", "2026-11-16"),
            ("mardi en huit", "2026-12-01"),
            ("samedi en 15", "2026-12-05"),
            ("d'aujourd'hui en huit", "2026-11-27"),
            ("lundi dans deux semaines", "2026-12-07"),
            ("jeudi de la semaine dernière", "2026-11-12"),
            ("la semaine prochaine, jeudi", "2026-11-26"),
            ("jeudi prochain 26 novembre", "2026-11-26"),
            ("les deux prochains lundis", "2026-11-23"),
        ])
    func daysOfThe(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Parts of days",
        arguments: [
            ("avant-hier soir", "2026-11-18T18:00/2026-11-19T00:00"),
            ("après-demain matin", "2026-11-22T04:00/2026-11-22T12:00"),
            ("hier dans la journée", "2026-11-19"),
            ("ce matin tôt", "2026-11-20T07:00/2026-11-20T09:00"),
            ("tard ce soir", "2026-11-20T21:00/2026-11-21T00:00"),
            ("la nuit prochaine", "2026-11-20T22:00/2026-11-21T06:00"),
            ("la nuit dernière", "2026-11-19T22:00/2026-11-20T06:00"),
            ("en pleine nuit", "2026-11-20T22:00/2026-11-21T06:00"),
            ("au petit matin", "2026-11-20T04:00/2026-11-20T12:00"),
            ("à la mi-journée", "2026-11-20T11:00/2026-11-20T16:00"),
            ("demain en fin de matinée", "2026-11-21T10:00/2026-11-21T12:00"),
        ])
    func partsOfDays(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Now",
        arguments: [
            ("maintenant", "2026-11-20T10:00/2026-11-20T10:00:01"),
            ("à présent", "2026-11-20T10:00/2026-11-20T10:00:01"),
            ("sur-le-champ", "2026-11-20T10:00/2026-11-20T10:00:01"),
            ("dès maintenant", "2026-11-20T10:00.."),
        ])
    func now(text: String, expected: String) { #expect(Reading.times(text) == expected) }
}
