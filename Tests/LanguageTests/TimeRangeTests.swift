import Testing

/// Said on Friday 20 November 2026 at ten o'clock.
@Suite("Ranges, open ends, lists, recurrences, parts of periods")
struct TimeRangeTests {
    @Test(
        "Days from one to another",
        arguments: [
            ("du 4 au 22 mai", "2027-05-04..2027-05-22"),
            ("4-22 mai", "2027-05-04..2027-05-22"),
            ("entre le 3 et 5 juin", "2027-06-03..2027-06-05"),
            ("entre le 3 juin et le 5 juillet", "2027-06-03..2027-07-05"),
            ("du lundi 4 au vendredi 8 janvier", "2027-01-04..2027-01-08"),
            ("9 Juin 2011 - 12 Juin 2011", "2011-06-09..2011-06-12"),
            ("15/12/2026 - 20/12/2026", "2026-12-15..2026-12-20"),
            ("du 30 au 2", "2026-11-30..2026-12-02"),
            ("du 4 au 22 de ce mois", "2026-11-04..2026-11-22"),
            ("du 4 au 22 du mois prochain", "2026-12-04..2026-12-22"),
            ("de lundi à vendredi", "2026-11-23..2026-11-27"),
            ("du lundi au mercredi de la semaine dernière", "2026-11-09..2026-11-11"),
            ("depuis lundi jusqu'à mercredi", "2026-11-16..2026-11-18"),
            ("30 nov. - 4 déc.", "2026-11-30..2026-12-04"),
            ("1-5/12", "2026-12-01..2026-12-05"),
            ("de demain à dimanche", "2026-11-21..2026-11-22"),
            ("de Noël au jour de l'an", "2026-12-25..2027-01-01"),
            ("de janvier à mars 2027", "2027-01-01..2027-03-31"),
            ("mars à mai", "2027-03-01..2027-05-31"),
            ("début mai à fin septembre", "2027-05-01..2027-09-30"),
            ("entre mi-juillet et mi-août", "2027-07-10..2027-08-19"),
            ("de septembre à juin", "2027-09-01..2028-06-30"),
            ("entre 2020 et 2025", "2020-01-01..2025-12-31"),
            ("2020-2025", "2020-01-01..2025-12-31"),
        ])
    func daysFromOne(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Hours from one to another",
        arguments: [
            ("de 9h à 11h30", "2026-11-20T09:00/2026-11-20T11:30"),
            ("9h-11h", "2026-11-20T09:00/2026-11-20T11:00"),
            ("à partir de 8h jusqu'à 10h", "2026-11-21T08:00/2026-11-21T10:00"),
            ("depuis 9h jusqu'à 11h", "2026-11-20T09:00/2026-11-20T11:00"),
            ("15:00-17:00", "2026-11-20T15:00/2026-11-20T17:00"),
            ("de 14 à 18 h", "2026-11-20T14:00/2026-11-20T18:00"),
            ("entre 3 et 4 heures", "2026-11-20T15:00/2026-11-20T16:00"),
            ("de 8h du matin à 6h du soir", "2026-11-21T08:00/2026-11-21T18:00"),
            ("de 7 à 9 heures du soir", "2026-11-20T19:00/2026-11-20T21:00"),
            ("de 5 à 7 ce soir", "2026-11-20T17:00/2026-11-20T19:00"),
            ("de 22h à 2h", "2026-11-20T22:00/2026-11-21T02:00"),
            ("demain entre 10 et 12h", "2026-11-21T10:00/2026-11-21T12:00"),
            ("demain après-midi de 2h à 4h", "2026-11-21T14:00/2026-11-21T16:00"),
            ("mercredi 9 décembre, 14h-16h", "2026-12-09T14:00/2026-12-09T16:00"),
            ("du 9 décembre 14h au 10 décembre 16h", "2026-12-09T14:00/2026-12-10T16:00"),
            ("ouvert du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h", "2026-11-23..2026-11-27"),
        ])
    func hoursFromOne(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Open ends",
        arguments: [
            ("à partir de janvier", "2027-01-01.."),
            ("à compter d'aujourd'hui", "2026-11-20.."),
            ("dès lundi", "2026-11-23.."),
            ("dès 9h", "2026-11-21T09:00.."),
            ("à partir de lundi prochain 9h", "2026-11-23T09:00.."),
            ("jusqu'à ce soir", "..2026-11-20"),
            ("jusqu'à demain soir", "..2026-11-21"),
            ("jusqu'à vendredi 17h", "..2026-11-27T17:00"),
            ("jusqu'aux vacances", "..2027-01-03"),
            ("avant mars", "..2027-02-28"),
            ("avant la fin de l'année", "..2026-12-31"),
            ("avant le 31 décembre 2026 à minuit", "..2026-12-31"),
            ("au plus tard le 15 décembre", "..2026-12-15"),
            ("pas plus tard que vendredi", "..2026-11-27"),
            ("au plus tôt lundi", "2026-11-23.."),
            ("après le 15 décembre", "2026-12-15.."),
            ("d'ici la fin du mois", "2026-11-20T10:00/2026-12-01T00:00"),
            ("d'ici 2030", "2026-11-20T10:00/2031-01-01T00:00"),
        ])
    func openEnds(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Several at once",
        arguments: [
            ("les 3, 4 et 10 mai", "2027-05-03, 2027-05-04, 2027-05-10"),
            ("3 et 5 décembre", "2026-12-03, 2026-12-05"),
            ("3, 10 et 17 décembre", "2026-12-03, 2026-12-10, 2026-12-17"),
            ("3/12, 10/12, 17/12", "2026-12-03, 2026-12-10, 2026-12-17"),
            (
                "samedi 28 et dimanche 29 novembre de 10h à 18h",
                "2026-11-28T10:00/2026-11-28T18:00, 2026-11-29T10:00/2026-11-29T18:00"
            ),
            ("demain à 10h ou à 14h", "2026-11-21T10:00/2026-11-21T11:00, 2026-11-21T14:00/2026-11-21T15:00"),
            ("les 24, 25 et 26 décembre 2026", "2026-12-24, 2026-12-25, 2026-12-26"),
            ("les samedis 5 et 12 décembre", "2026-12-05, 2026-12-12"),
            ("les 3 et 10 mai à 18h", "2027-05-03T18:00/2027-05-03T19:00, 2027-05-10T18:00/2027-05-10T19:00"),
            ("lundi et mardi matin", "2026-11-23T04:00/2026-11-23T12:00, 2026-11-24T04:00/2026-11-24T12:00"),
            ("lundi à 9h et mardi à 10h", "2026-11-23T09:00/2026-11-23T10:00, 2026-11-24T10:00/2026-11-24T11:00"),
            ("permanence le 1er et le 3e mardi du mois", "2026-12-01, 2026-12-15"),
            ("les 1er, 2e et 4e samedis du mois", "2026-12-05, 2026-12-12, 2026-11-28"),
            ("demain ou après-demain", "2026-11-21, 2026-11-22"),
        ])
    func severalAtOnce(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Recurrences are read as their next time",
        arguments: [
            ("chaque lundi", "2026-11-23"),
            ("tous les mardis à 10h", "2026-11-24T10:00/2026-11-24T11:00"),
            ("tous les jours à 8h", "2026-11-21T08:00/2026-11-21T09:00"),
            ("un mardi sur deux", "2026-11-24"),
            ("tous les premiers lundis du mois", "2026-12-07"),
            ("les 1ers samedis du mois", "2026-12-05"),
            ("le 3e mardi de chaque mois à 20h", "2026-12-15T20:00/2026-12-15T21:00"),
            (
                "les mardis et jeudis de 9h à 12h",
                "2026-11-24T09:00/2026-11-24T12:00, 2026-11-26T09:00/2026-11-26T12:00"
            ),
        ])
    func recurrencesAreRead(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Parts of periods",
        arguments: [
            ("mi-mars", "2027-03-10..2027-03-19"),
            ("courant mars", "2027-03-01..2027-03-31"),
            ("fin 2027", "2027-11-01..2027-12-31"),
            ("au début des années 2000", "2000-01-01..2002-12-31"),
            ("fin des années 90", "1997-01-01..1999-12-31"),
            ("en début de semaine prochaine", "2026-11-23..2026-11-24"),
            ("à la mi-août", "2027-08-10..2027-08-19"),
            ("la première quinzaine d'août", "2027-08-01..2027-08-14"),
            ("le 2e trimestre 2027", "2027-04-01..2027-06-30"),
            ("T3 2027", "2027-07-01..2027-09-30"),
            ("S1 2027", "2027-01-01..2027-06-30"),
            ("premier semestre 2027", "2027-01-01..2027-06-30"),
            ("la deuxième semaine de janvier", "2027-01-11..2027-01-17"),
            ("semaine n°12", "2027-03-22..2027-03-28"),
            ("semaine 2 de 2027", "2027-01-11..2027-01-17"),
            ("dans la semaine du 15 au 19 mars", "2027-03-15..2027-03-21"),
            ("les trois premiers jours de mai", "2027-05-01..2027-05-03"),
            ("les deux dernières semaines de décembre", "2026-12-14..2026-12-27"),
            ("le 3e jeudi de novembre", "2027-11-18"),
            ("le dernier vendredi de mars", "2027-03-26"),
            ("l'avant-dernier vendredi du mois", "2026-11-20"),
            ("le premier jour de l'année", "2027-01-01"),
            ("la première semaine des vacances", "2026-12-21..2026-12-27"),
            ("dans la nuit de samedi à dimanche", "2026-11-21T22:00/2026-11-22T06:00"),
        ])
    func partsOfPeriods(text: String, expected: String) { #expect(Reading.times(text) == expected) }
}
