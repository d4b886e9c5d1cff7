"""The sixty streets of Valclair and their sectors; all invented."""

# Whole streets, by sector: (name, aliases).
WHOLE = {
    "nord": [
        ("rue des Tilleuls", ["les Tilleuls"]), ("rue du Moulin Haut", []), ("allée des Bouleaux", []),
        ("rue de la Fontaine", []), ("chemin des Vignes", []), ("rue des Alouettes", []),
        ("impasse du Lavoir", []), ("rue Marcelline Aubier", ["rue Aubier"]), ("place du Kiosque", []),
        ("rue des Noisetiers", []), ("avenue du Levant", []), ("rue de la Source", []),
        ("rue des Trois Moulins", ["rue des 3 Moulins"]),
    ],
    "sud": [
        ("rue des Hirondelles", []), ("rue du Vieux Pont", []), ("allée des Peupliers", []),
        ("rue Hyacinthe Morvel", ["rue Morvel"]), ("chemin de la Garenne", []), ("rue des Jardins", []),
        ("impasse des Coquelicots", []), ("rue de la Tannerie", []), ("quai des Lavandières", ["les quais"]),
        ("rue du Gué", []), ("rue des Saules", []), ("square des Glycines", []), ("rue de la Briqueterie", []),
    ],
    "est": [
        ("rue de la Gare", []), ("avenue de la Gare", []), ("rue des Cerisiers", []), ("rue du Stade", []),
        ("boulevard des Platanes", ["bd des Platanes"]), ("rue des Acacias", []), ("allée du Belvédère", []),
        ("rue Adélaïde Fournel", ["rue Fournel"]), ("chemin du Halage", []), ("rue des Tisserands", []),
        ("impasse du Four à Chaux", []), ("rue des Mésanges", []), ("rue de la Minoterie", []),
    ],
    "ouest": [
        ("rue de la Forge", []), ("rue des Érables", []), ("allée des Pommiers", []), ("rue du Colombier", []),
        ("chemin des Bergers", []), ("rue Octave Lanvin", ["rue Lanvin"]), ("rue de la Prairie", []),
        ("rue des Bleuets", []), ("place de l'Abreuvoir", []), ("impasse des Sorbiers", []),
        ("rue du Clos Fleuri", []), ("rue des Carrières", []), ("avenue du Couchant", []),
    ],
}

# Streets that two sectors share: (name, aliases, [(sector, from, to, side)]).
SHARED = [
    ("Grande Rue", ["la Grand-Rue", "la Grande-Rue"], [("nord", 1, 999, "odd"), ("sud", 2, 998, "even")]),
    ("rue de la République", ["rue de la Rép"], [("nord", 1, 60, ""), ("est", 61, 240, "")]),
    ("avenue de Verdun", [], [("ouest", 1, 999, "odd"), ("sud", 2, 998, "even")]),
    ("place de la Mairie", [], [("nord", 1, 6, ""), ("sud", 7, 20, "")]),
    ("route de Saint-Aubrac", ["la route de Saint-Aubrac"], [("est", 1, 45, ""), ("sud", 46, 210, "")]),
    ("rue des Écoles", [], [("nord", 1, 999, "odd"), ("ouest", 2, 998, "even")]),
    ("rue du Général Ancelin", ["rue Ancelin"], [("ouest", 1, 38, ""), ("nord", 39, 120, "")]),
    ("boulevard de la Liberté", ["bd de la Liberté"], [("est", 1, 999, "odd"), ("sud", 2, 998, "even")]),
]
