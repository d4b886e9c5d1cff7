import Testing

/// Said on Friday 20 November 2026 at ten o'clock.
@Suite("Times as they are written by ear and in text messages")
struct TimeSpellingTests {
    @Test(
        "Days",
        arguments: [
            ("vendrdi matin", "2026-11-27T04:00/2026-11-27T12:00"),
            ("jeuddi", "2026-11-26"),
            ("lendi", "2026-11-23"),
            ("mecredi", "2026-11-25"),
            ("mercrdi", "2026-11-25"),
            ("samdi aprem", "2026-11-21T12:00/2026-11-21T19:00"),
            ("dimance", "2026-11-22"),
            ("vendredi4 decembre", "2026-12-04"),
            ("vandredi 4 desembre a 10h", "2026-12-04T10:00/2026-12-04T11:00"),
            ("lundi prochin", "2026-11-23"),
        ])
    func days(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Near days",
        arguments: [
            ("apré demin", "2026-11-22"),
            ("après 2main", "2026-11-22"),
            ("2m1", "2026-11-21"),
            ("dem1 aprem", "2026-11-21T12:00/2026-11-21T19:00"),
            ("ajd", "2026-11-20"),
            ("aujourd hui", "2026-11-20"),
            ("au jour d'hui", "2026-11-20"),
            ("ojd", "2026-11-20"),
            ("avan hier", "2026-11-18"),
            ("hyer soir", "2026-11-19T18:00/2026-11-20T00:00"),
            ("hié", "2026-11-19"),
        ])
    func nearDays(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Parts of days and hours",
        arguments: [
            ("cet ap", "2026-11-20T12:00/2026-11-20T19:00"),
            ("cette aprem", "2026-11-20T12:00/2026-11-20T19:00"),
            ("ce swar", "2026-11-20T18:00/2026-11-21T00:00"),
            ("csoir", "2026-11-20T18:00/2026-11-21T00:00"),
            ("sesoir 20h", "2026-11-20T20:00/2026-11-20T21:00"),
            ("mardi apm", "2026-11-24T12:00/2026-11-24T19:00"),
            ("a 8 eure", "2026-11-21T08:00/2026-11-21T09:00"),
            ("a minui", "2026-11-21T00:00/2026-11-21T01:00"),
        ])
    func partsOfDays(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Months",
        arguments: [
            ("novenbre", "2026-11-01..2026-11-30"),
            ("le 3 desembre", "2026-12-03"),
            ("févrié prochain", "2027-02-01..2027-02-28"),
            ("en otobre", "2027-10-01..2027-10-31"),
            ("le 12 out", "2027-08-12"),
            ("le 4 juilet", "2027-07-04"),
            ("le 2 septanbre", "2027-09-02"),
        ])
    func months(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Weeks, weekends, years",
        arguments: [
            ("semaine prochene", "2026-11-23..2026-11-29"),
            ("la smn prochaine", "2026-11-23..2026-11-29"),
            ("we prochain", "2026-11-21..2026-11-22"),
            ("le wekend prochin", "2026-11-21..2026-11-22"),
            ("le moi prochain", "2026-12-01..2026-12-31"),
            ("lane prochene", "2027-01-01..2027-12-31"),
            ("l'anné prochaine", "2027-01-01..2027-12-31"),
        ])
    func weeksWeekendsYears(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Small words",
        arguments: [
            ("dan une semaine", "2026-11-27"),
            ("ds 5 min", "2026-11-20T10:05/2026-11-20T10:06"),
            ("y'a 2 semaines", "2026-11-06"),
            ("il y a 3 jrs", "2026-11-17"),
            ("depui hier", "2026-11-19.."),
            ("apartir de lundi", "2026-11-23.."),
            ("jusko 15 decembre", "..2026-12-15"),
            ("tt de suite", "2026-11-20T10:00/2026-11-20T10:00:01"),
            ("mtn", "2026-11-20T10:00/2026-11-20T10:00:01"),
            ("a la toussin", "2027-11-01"),
            ("la rentré", "2027-09-01"),
            ("les vacance de noel", "2026-12-19..2027-01-03"),
        ])
    func smallWords(text: String, expected: String) { #expect(Reading.times(text) == expected) }
}
