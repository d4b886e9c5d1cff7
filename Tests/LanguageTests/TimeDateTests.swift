import Testing

/// Said on Friday 20 November 2026 at ten o'clock.
@Suite("Dates of the calendar, in every form in which they are written")
struct TimeDateTests {
    @Test(
        "Days with their month, in words and figures",
        arguments: [
            ("le 9 juin 2011", "2011-06-09"),
            ("9 juin", "2027-06-09"),
            ("1er mai", "2027-05-01"),
            ("lundi 7 juin 2027", "2027-06-07"),
            ("premier janvier deux mille vingt", "2020-01-01"),
            ("le deux février deux mille vingt-sept", "2027-02-02"),
            ("le vingt et un mars mille neuf cent quatre-vingt-dix-neuf", "1999-03-21"),
            ("le onze novembre", "2027-11-11"),
            ("Le 07 Juin 2027", "2027-06-07"),
            ("7juin2027", "2027-06-07"),
            ("7-juin-2027", "2027-06-07"),
            ("12-mai-27", "2027-05-12"),
            ("7/juin/2027", "2027-06-07"),
            ("7 juin, 2027", "2027-06-07"),
            ("le 2ème jour de mars", "2027-03-02"),
            ("le 29 février 2028", "2028-02-29"),
            ("jeudi 3 décembre 26", "2026-12-03"),
            ("le jeudi trois décembre", "2026-12-03"),
            ("le 4 décembre 2026, vendredi", "2026-12-04"),
            ("le 7 du 6 2027", "2027-06-07"),
            ("le 12 du 12", "2026-12-12"),
            ("juin 5", "2027-06-05"),
            ("mai vingt-deux", "2027-05-22"),
            ("Jan 12, 2016", "2016-01-12"),
        ])
    func daysWithTheir(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Dates in figures",
        arguments: [
            ("07/06/2027", "2027-06-07"),
            ("7-6-27", "2027-06-07"),
            ("7.6.2027", "2027-06-07"),
            ("7.6.27", "2027-06-07"),
            ("2027-06-07", "2027-06-07"),
            ("2027/06/07", "2027-06-07"),
            ("2026.12.12", "2026-12-12"),
            ("20 12 2026", "2026-12-20"),
            ("le samedi 5/12", "2026-12-05"),
            ("samedi 05/12/2026", "2026-12-05"),
            ("jeudi 3/12/26", "2026-12-03"),
            ("le 31/12", "2026-12-31"),
            ("4/22/2016", "2016-04-22"),
            ("date de naissance : 02/03/1974", "1974-03-02"),
            ("2027-06-07T12:30", "2027-06-07T12:30/2027-06-07T12:31"),
            ("2027-06-07T12:30:15", "2027-06-07T12:30:15/2027-06-07T12:30:16"),
            ("2027-06-07 12:30", "2027-06-07T12:30/2027-06-07T12:31"),
            ("2027-06-07T12:30:00+02:00", "2027-06-07T12:30/2027-06-07T12:30:01"),
            ("04/12/2026 18:30", "2026-12-04T18:30/2026-12-04T18:31"),
        ])
    func datesInFigures(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Abbreviations",
        arguments: [
            ("9 sept. 2027", "2027-09-09"),
            ("9 sept 2027", "2027-09-09"),
            ("12 fév.", "2027-02-12"),
            ("le 3 déc.", "2026-12-03"),
            ("lun. 7 juin", "2027-06-07"),
            ("lun 7 juin", "2027-06-07"),
            ("mer. 9 déc. 2026", "2026-12-09"),
            ("ven. 27 nov. à 9h", "2026-11-27T09:00/2026-11-27T10:00"),
            ("lun 30/11 10h", "2026-11-30T10:00/2026-11-30T11:00"),
            ("sam. 12/12", "2026-12-12"),
            ("Oct. 2", "2027-10-02"),
            ("sept. 2025", "2025-09-01..2025-09-30"),
        ])
    func abbreviations(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Dates with their hour, before or after",
        arguments: [
            ("le 15 août à 22h", "2027-08-15T22:00/2027-08-15T23:00"),
            ("vendredi 4 décembre à 18h30", "2026-12-04T18:30/2026-12-04T18:31"),
            ("vendredi 4 décembre 18h30", "2026-12-04T18:30/2026-12-04T18:31"),
            ("le vendredi 4 décembre, à 18h30", "2026-12-04T18:30/2026-12-04T18:31"),
            ("4/12 à 18h30", "2026-12-04T18:30/2026-12-04T18:31"),
            ("4 décembre à midi", "2026-12-04T12:00/2026-12-04T13:00"),
            ("17 heures le 5 décembre", "2026-12-05T17:00/2026-12-05T18:00"),
            ("Mardi, 15 Décembre 2026 - 10h12", "2026-12-15T10:12/2026-12-15T10:13"),
            ("10:15 - 4 décembre 2026", "2026-12-04T10:15/2026-12-04T10:16"),
            ("publié le 12/05/2027 à 10:12:13", "2027-05-12T10:12:13/2027-05-12T10:12:14"),
            ("le 30 avril 2027 au soir", "2027-04-30T18:00/2027-05-01T00:00"),
            ("le 24 au soir", "2026-11-24T18:00/2026-11-25T00:00"),
            ("le soir du 24 décembre", "2026-12-24T18:00/2026-12-25T00:00"),
            ("dans la soirée du 24 décembre", "2026-12-24T18:00/2026-12-25T00:00"),
        ])
    func datesWithTheir(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "What tells the year or the month apart",
        arguments: [
            ("le 5 décembre dernier", "2025-12-05"),
            ("5 décembre prochain", "2026-12-05"),
            ("le 10 mars de l'année prochaine", "2027-03-10"),
            ("le 14 juillet de l'an dernier", "2025-07-14"),
            ("à Pâques l'année prochaine", "2027-03-28"),
            ("le 3 du mois prochain", "2026-12-03"),
            ("le 3 de ce mois", "2026-11-03"),
            ("le 12 du mois dernier", "2026-10-12"),
            ("le 25 du mois", "2026-11-25"),
            ("le 1er du mois", "2026-12-01"),
            ("tous les 15 du mois", "2026-12-15"),
            ("le 15 de chaque mois", "2026-12-15"),
            ("ce mercredi 25", "2026-11-25"),
        ])
    func whatTellsThe(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Months, years, decades, seasons",
        arguments: [
            ("juin 2011", "2011-06-01..2011-06-30"),
            ("juin '11", "2011-06-01..2011-06-30"),
            ("en mars 27", "2027-03-01..2027-03-31"),
            ("09/2027", "2027-09-01..2027-09-30"),
            ("février de l'année prochaine", "2027-02-01..2027-02-28"),
            ("l'année prochaine en mars", "2027-03-01..2027-03-31"),
            ("le mois prochain, le 15", "2026-12-15"),
            ("en février dernier", "2026-02-01..2026-02-28"),
            ("en l'an 2000", "2000-01-01..2000-12-31"),
            ("l'année 2025", "2025-01-01..2025-12-31"),
            ("les années 1980", "1980-01-01..1989-12-31"),
            ("dans les années 90", "1990-01-01..1999-12-31"),
            ("les années soixante", "1960-01-01..1969-12-31"),
            ("en 2026-2027", "2026-01-01..2027-12-31"),
            ("l'année scolaire 2026-2027", "2026-09-01..2027-08-31"),
            ("l'année scolaire prochaine", "2027-09-01..2028-08-31"),
            ("cet hiver", "2026-12-21..2027-03-20"),
            ("été 2028", "2028-06-21..2028-09-23"),
            ("au printemps prochain", "2027-03-21..2027-06-20"),
            ("l'automne dernier", "2025-09-24..2025-12-20"),
        ])
    func monthsYearsDecades(text: String, expected: String) { #expect(Reading.times(text) == expected) }
}
