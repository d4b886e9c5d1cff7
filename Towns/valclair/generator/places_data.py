"""Places and services of Valclair; all invented. Telephone numbers are of the ranges kept for fiction."""

# SCDL « équipements »: (theme, nomenclature code, type, name, number, street, hours, telephone, web page).
EQUIPMENT = [
    ("Equipement sportif et de loisirs", "03020101-001", "Piscine", "Piscine des Trois-Moulins", "8", "Rue des Trois Moulins",
     "Mo,Th 12:00-14:00,17:00-20:00; Tu,Fr 12:00-14:00; We 14:00-19:00; Sa 10:00-12:30,14:30-18:00; Su 09:00-12:30; "
     "SH Mo-Fr 10:00-19:00; Jul 01-Aug 31 Mo-Su 10:00-20:00; PH off; "
     "2026 Dec 21-2027 Jan 03 off \"vidange\"; 2027 Dec 20-2028 Jan 02 off \"vidange\"", "31", "piscine"),
    ("Equipement culturel", "05010101-001", "Bibliothèque", "Médiathèque Agathe Merval", "4", "Rue des Écoles",
     "Tu,Fr 14:00-18:30; We,Sa 10:00-12:30,14:00-18:00; SH Tu-Sa 14:00-18:00; PH off; 2026 Dec 24-2026 Dec 31 off \"inventaire\"",
     "32", "mediatheque"),
    ("Autre équipement", "10020101-001", "Déchetterie", "Déchetterie de la Garenne", "101", "Chemin de la Garenne",
     "Apr-Oct Mo,We-Sa 09:00-12:00,14:00-18:30; Nov-Mar Mo,We-Sa 09:00-12:00,14:00-17:00; Su 09:00-12:00; PH off; "
     "2026 Dec 05 off \"travaux\"", "33", "dechetterie"),
    ("Equipement sportif et de loisirs", "03010101-001", "Gymnase", "Gymnase des Platanes", "12", "Boulevard des Platanes",
     "Mo-Fr 17:00-22:00; Sa-Su 09:00-19:00; PH off; SH off", "34", "gymnase"),
    ("Equipement sportif et de loisirs", "03010201-001", "Stade", "Stade de la Garenne", "30", "Rue du Stade",
     "Apr-Sep Mo-Su 08:00-21:00; Oct-Mar Mo-Su 08:00-18:00", "34", "stade"),
    ("Equipement culturel", "05030101-001", "Cinéma", "Cinéma Le Rialto", "22", "Grande Rue",
     "We,Fr 14:00-22:30; Sa-Su 14:00-23:00; Tu 14:00-17:30; SH Mo-Fr 14:00-22:30; Dec 25 off; May 01 off", "35", "cinema"),
    ("Equipement culturel", "05020101-001", "Musée", "Musée du Moulin", "1", "Rue du Moulin Haut",
     "Mar-Nov We-Su 14:00-18:00; Dec-Feb Sa-Su 14:00-17:00; Jul-Aug Tu-Su 10:00-18:00; Jan 01,May 01,Dec 25 off", "36", "musee"),
    ("Autre équipement", "10010101-001", "Marché", "Marché couvert", "2", "Place de la Mairie",
     "Sa 08:00-12:30; We 08:00-12:00", "", "marche"),
    ("Equipement d'enseignement", "06010101-001", "École maternelle", "École maternelle des Hirondelles", "5",
     "Rue des Hirondelles", "Mo,Tu,Th,Fr 08:20-16:30; PH off; SH off", "21", "ecoles"),
    ("Equipement d'enseignement", "06010201-001", "École élémentaire", "École élémentaire des Trois-Moulins", "20",
     "Rue des Écoles", "Mo,Tu,Th,Fr 08:20-16:30; PH off; SH off", "22", "ecoles"),
    ("Equipement social et d'animation", "04010101-001", "Crèche", "Crèche Les Petits Pas", "3", "Allée des Peupliers",
     "Mo-Fr 07:30-18:30; PH off; Aug 01-21 off \"congés d'été\"; 2026 Dec 24-2027 Jan 01 off \"congés de Noël\"", "23", "creche"),
    ("Equipement social et d'animation", "04010201-001", "Centre de loisirs", "Centre de loisirs des Cerisiers", "17",
     "Rue des Cerisiers", "We 07:30-18:30; SH Mo-Fr 07:30-18:30; PH off; 2026 Dec 28-2027 Jan 01 off", "24", "loisirs"),
    ("Autre équipement", "10030101-001", "Cimetière", "Cimetière de la Prairie", "50", "Rue de la Prairie",
     "Nov-Mar 08:00-17:00; Apr-Oct 08:00-19:00", "11", "cimetiere"),
    ("Equipement social et d'animation", "04020101-001", "Salle des fêtes", "Salle des fêtes", "14", "Rue de la République",
     "", "12", "salles"),
    ("Equipement culturel", "05040101-001", "Théâtre", "Théâtre de la Tannerie", "9", "Rue de la Tannerie",
     "We,Sa 14:00-18:00; PH off", "37", "theatre"),
    ("Equipement social et d'animation", "04030101-001", "Maison des associations", "Maison des associations", "6",
     "Rue de la Fontaine", "Mo-Fr 14:00-18:00; Sa[1] 09:00-12:00; PH off", "13", "associations"),
    ("Autre équipement", "10040101-001", "Parc", "Parc du Belvédère", "1", "Allée du Belvédère",
     "Apr-Sep 07:30-21:00; Oct-Mar 08:00-17:30", "", "parc"),
]

# DILA's directory: (id, pivot, name, street address, plages as (first day, last day, four hours), remark, telephone ending).
# A plage's hours are opening and closing in the morning, then in the afternoon.
OFFICE = [("Lundi", "Vendredi", "08:30", "12:00", "13:30", "17:30"), ("Samedi", "Samedi", "09:00", "12:00", "", "")]
SERVICES = [
    ("mairie-99123-01", "mairie", "Mairie - Valclair", "1 place de la Mairie", OFFICE, "", "00"),
    ("mairie-99123-02", "mairie_com", "Service de l'état civil - Valclair", "1 place de la Mairie",
     [("Lundi", "Vendredi", "08:30", "12:00", "13:30", "17:00"), ("Samedi", "Samedi", "09:00", "12:00", "", "")],
     "Le samedi, seulement sur rendez-vous.", "10"),
    ("mairie-99123-03", "mairie_com", "Service de l'urbanisme - Valclair", "1 place de la Mairie",
     [("Lundi", "Lundi", "", "", "13:30", "17:00"), ("Mardi", "Mardi", "08:30", "12:00", "", ""),
      ("Jeudi", "Jeudi", "08:30", "12:00", "13:30", "17:00")], "", "15"),
    ("mairie-99123-04", "mairie_com", "Service des écoles - Valclair", "1 place de la Mairie",
     [("Lundi", "Mardi", "08:30", "12:00", "13:30", "17:30"), ("Mercredi", "Mercredi", "08:30", "12:00", "", ""),
      ("Jeudi", "Vendredi", "08:30", "12:00", "13:30", "17:30")], "", "20"),
    ("ccas-99123-01", "ccas", "Centre communal d'action sociale - Valclair", "3 place de la Mairie",
     [("Lundi", "Lundi", "09:00", "12:00", "14:00", "17:00"), ("Mardi", "Mardi", "", "", "14:00", "17:00"),
      ("Jeudi", "Vendredi", "09:00", "12:00", "14:00", "17:00")], "", "25"),
    ("police_municipale-99123-01", "police_municipale", "Police municipale - Valclair", "7 Grande Rue",
     [("Lundi", "Vendredi", "08:00", "12:00", "13:30", "19:00"), ("Samedi", "Samedi", "08:30", "12:30", "", "")], "", "17"),
    ("msap-99123-01", "msap", "Maison France services - Valclair", "2 rue de la Gare",
     [("Lundi", "Mardi", "09:00", "12:30", "13:30", "17:00"), ("Mercredi", "Mercredi", "09:00", "12:30", "", ""),
      ("Jeudi", "Vendredi", "09:00", "12:30", "13:30", "17:00")], "", "40"),
    ("la_poste-99123-01", "la_poste", "Agence postale communale - Valclair", "11 Grande Rue",
     [("Mardi", "Vendredi", "09:00", "12:00", "14:00", "17:00"), ("Samedi", "Samedi", "09:00", "12:00", "", "")], "", "41"),
]
