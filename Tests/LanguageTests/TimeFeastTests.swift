import Testing

/// Said on Friday 20 November 2026 at ten o'clock.
@Suite("Feasts, public holidays and school holidays")
struct TimeFeastTests {
    @Test(
        "Fixed feasts",
        arguments: [
            ("Noël 2027", "2027-12-25"),
            ("le réveillon", "2026-12-31"),
            ("le réveillon de Noël", "2026-12-24"),
            ("le jour de l'an 2028", "2028-01-01"),
            ("la Chandeleur", "2027-02-02"),
            ("la Saint-Valentin", "2027-02-14"),
            ("la Saint-Patrick", "2027-03-17"),
            ("poisson d'avril", "2027-04-01"),
            ("la fête du travail", "2027-05-01"),
            ("jour de la Victoire", "2027-05-08"),
            ("l'armistice du 8 mai", "2027-05-08"),
            ("le 14 juillet", "2027-07-14"),
            ("l'Assomption", "2027-08-15"),
            ("Halloween", "2027-10-31"),
            ("la Toussaint 2027", "2027-11-01"),
            ("l'armistice du 11 novembre", "2027-11-11"),
            ("la Sainte-Catherine", "2026-11-25"),
            ("la saint sylvestre", "2026-12-31"),
        ])
    func fixedFeasts(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Moving feasts",
        arguments: [
            ("Pâques 2028", "2028-04-16"),
            ("lundi de Pâques 2028", "2028-04-17"),
            ("le dimanche des Rameaux", "2027-03-21"),
            ("vendredi saint", "2027-03-26"),
            ("jeudi de l'Ascension", "2027-05-06"),
            ("lundi de la Pentecôte", "2027-05-17"),
            ("mardi gras 2028", "2028-02-29"),
            ("mercredi des Cendres", "2027-02-10"),
            ("fête des grands-mères", "2027-03-07"),
            ("la fête des pères", "2027-06-20"),
            ("la fête des voisins", "2027-05-28"),
            ("les journées du patrimoine", "2027-09-18..2027-09-19"),
            ("l'avent", "2026-11-29"),
            ("le Black Friday", "2026-11-27"),
        ])
    func movingFeasts(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "Around a feast",
        arguments: [
            ("le soir de Noël", "2026-12-24T18:00/2026-12-25T00:00"),
            ("la nuit de Noël", "2026-12-24T22:00/2026-12-25T06:00"),
            ("le matin de Noël", "2026-12-25T04:00/2026-12-25T12:00"),
            ("le week-end de Pentecôte", "2027-05-15..2027-05-16"),
            ("Toussaint prochaine", "2027-11-01"),
            ("le dernier Noël", "2025-12-25"),
            ("entre Noël et le nouvel an", "2026-12-25..2027-01-01"),
        ])
    func aroundAFeast(text: String, expected: String) { #expect(Reading.times(text) == expected) }

    @Test(
        "School holidays, of the town's own zone and as far as its calendar goes",
        arguments: [
            ("les prochaines vacances scolaires", "2026-12-19..2027-01-03"),
            ("les dernières vacances", "2026-10-17..2026-11-01"),
            ("vacances de printemps", "2027-04-10..2027-04-25"),
            ("les vacances d'été 2027", "2027-07-03..2027-08-31"),
            ("après les vacances", "2027-01-04.."),
            ("la rentrée 2027", "2027-09-01"),
            ("la rentrée de septembre", "2027-09-01"),
            ("la rentrée de janvier", "2027-01-04"),
            ("le premier jour des vacances de Noël", "2026-12-19"),
            ("les vacances de la Toussaint", ""),
        ])
    func schoolHolidaysOf(text: String, expected: String) { #expect(Reading.times(text) == expected) }
}
