import Testing

/// Texts that name no time, though some hold its words or its figures.
@Suite("Texts without a time")
struct TimeNegativeTests {
    @Test(
        "Numbers, prices, measures, telephones",
        arguments: [
            "une version 1.5.2", "la version 2.0", "01 99 00 12 34", "0199001234", "01-99-00-12-34",
            "+33 1 99 00 12 34", "12,50 €", "12 euros 50", "de 10 à 15 %", "2 kg de pommes", "de 3 à 4 kg",
            "le score est de 3-1", "3/4 de la population", "les 2/3 des gens", "noté 8/10", "15 m²", "100 km/h",
            "192.168.1.1", "FR76 3000 4000 0500", "1 500", "99,9", "ratio 16:9", "10 20 30 40 50", "4x4",
            "pointure 38-40", "50/50",
        ])
    func numbersPricesMeasures(text: String) { #expect(Reading.times(text) == "") }

    @Test(
        "Numbers of files, floors, buses, articles",
        arguments: [
            "dossier 2026-118", "n° 5/2026", "n° 9/2027", "article L2122-22", "loi n° 78-17", "le bus 12", "quai 2",
            "page 12", "le lot n° 3", "en 6ème", "un appartement T2", "le tram T1", "formulaire S1", "covid 19",
            "code postal 79000", "le 3e âge", "le deuxième guichet", "la 3ème poubelle", "ma 2e carte", "la 12",
        ])
    func numbersOfFiles(text: String) { #expect(Reading.times(text) == "") }

    @Test(
        "Addresses and names",
        arguments: [
            "12 rue du 8 mai 1945", "12 r du 8 mai", "place du 11 novembre", "3 place du 19 mars 1962",
            "Rue 8 Mai 1945", "cité du 14 juillet", "Mme Avril Dupont", "M. Noël", "monsieur Février",
            "Avril Lavigne", "Noël Durand", "je m'appelle Noël", "merci Sam.", "merci Jan.", "la planète Mars",
            "le Champ de Mars", "une barre de Mars", "père Noël", "marché de Noël", "le nouvel an chinois",
            "l'île de Pâques", "le printemps des poètes", "midi toulousain",
        ])
    func addressesAndNames(text: String) { #expect(Reading.times(text) == "") }

    @Test(
        "Lengths and rates",
        arguments: [
            "un an", "une heure et demie de route", "pendant 3 jours", "pendant une heure", "durée : 2 heures",
            "une durée de 6 mois", "valable 10 ans", "un stage de 3 jours", "une semaine de vacances",
            "à 2 heures de Paris", "5 minutes à pied", "en 5 minutes", "il y a 2 mois de retard",
            "voici 3 mois de factures", "entre 2 et 3 semaines", "2 à 3 jours", "35 heures", "24 h sur 24",
            "7 jours sur 7", "une fois par semaine", "2 fois par mois", "20 € de l'heure", "toutes les deux heures",
            "quelques minutes",
        ])
    func lengthsAndRates(text: String) { #expect(Reading.times(text) == "") }

    @Test(
        "Ages and quantities",
        arguments: [
            "il a 12 ans", "bébé de 3 mois", "enfants de 3 à 11 ans", "de 8 à 12 ans", "les 3-11 ans",
            "à partir de 18 ans", "réservé aux plus de 60 ans", "entre 5 et 7 personnes", "je voudrais 2 places",
            "il y a 3 personnes devant moi", "les quatre saisons", "les trois", "2 ou 3 personnes",
        ])
    func agesAndQuantities(text: String) { #expect(Reading.times(text) == "") }

    @Test(
        "Frequencies without a day",
        arguments: [
            "chaque jour", "tous les deux jours", "un jour sur deux", "une semaine sur deux", "tous les ans",
            "hebdomadaire", "par mois", "du matin au soir", "jour et nuit", "du jour au lendemain",
        ])
    func frequenciesWithoutA(text: String) { #expect(Reading.times(text) == "") }

    @Test(
        "Words that sound like times",
        arguments: [
            "j'ai été malade", "il a été volé", "elle est à l'est", "aller à la mer", "ma mère", "la mairie",
            "mise à jour", "quel jour", "un jour ou l'autre", "un de ces jours", "un instant svp",
            "attends 2 secondes", "une seconde carte", "la seconde fois", "de seconde main", "à part ça",
            "tout à l'heure", "à bientôt", "plus tard", "bonne nuit", "bonne journée", "joyeuses Pâques",
            "bonne année 2027", "je suis en vacances", "le dernier jour pour s'inscrire", "la dernière fois",
            "travaux de dernière minute", "10 minutes avant la fermeture", "avant de partir", "après avoir mangé",
            "entre nous", "d'ici là", "de temps en temps", "la robe d'été", "les horaires", "tu mars", "chez moi",
            "le courant est coupé", "le reste",
        ])
    func wordsThatSound(text: String) { #expect(Reading.times(text) == "") }
}
