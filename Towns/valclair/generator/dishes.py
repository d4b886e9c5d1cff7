"""Dishes of the canteens: plain, seasonal, with the allergens that the kitchen declares.

A dish is (name, allergens, season). Allergens are codes of `ALLERGENS`, "" for none and None where the kitchen
declares nothing. The season is "h" (October to March), "e" (April to September) or "" (all year).
"""

ALLERGENS = {
    "G": "céréales contenant du gluten", "C": "crustacés", "O": "oeufs", "P": "poissons", "A": "arachides",
    "S": "soja", "L": "lait", "N": "fruits à coques", "K": "céleri", "M": "moutarde", "E": "graines de sésame",
    "U": "anhydride sulfureux et sulfites", "Q": "lupin", "B": "mollusques",
}

STARTERS = [
    ("carottes râpées", "M", ""), ("salade verte", "M", ""), ("betteraves rouges", "M", "h"),
    ("céleri rémoulade", "KMO", "h"), ("soupe de potiron", "L", "h"), ("soupe de poireaux et pommes de terre", "LK", "h"),
    ("chou rouge râpé", "MU", "h"), ("endives aux pommes", "M", "h"), ("mâche et betteraves", "M", "h"),
    ("soupe de lentilles", "K", "h"), ("salade de pommes de terre", "MO", "h"), ("tomates au basilic", "M", "e"),
    ("concombres à la crème", "L", "e"), ("melon", "", "e"), ("radis au beurre", "L", "e"), ("pastèque", "", "e"),
    ("salade de riz", "MO", "e"), ("taboulé", "G", "e"), ("salade de maïs", "M", ""), ("macédoine de légumes", "OM", ""),
    ("œuf dur mayonnaise", "OM", ""), ("salade de pois chiches", "M", "e"), ("salade de haricots verts", "M", "e"),
]

PORK = [
    ("rôti de porc", "M", ""), ("jambon braisé", "", ""), ("saucisse de Toulouse", "U", "h"),
    ("petit salé", "K", "h"), ("sauté de porc au miel", "", "e"), ("chipolatas grillées", "U", "e"),
]
NO_PORK = [
    ("rôti de dinde", "", ""), ("jambon de dinde", "", ""), ("saucisse de volaille", "U", ""),
    ("omelette nature", "O", ""), ("sauté de dinde", "", ""), ("galette de pois chiches", "G", ""),
]
MEAT = [
    ("poulet rôti", "", ""), ("sauté de bœuf aux carottes", "KG", "h"), ("bœuf bourguignon", "UKG", "h"),
    ("escalope de dinde à la crème", "L", ""), ("boulettes de bœuf à la tomate", "GO", ""),
    ("blanquette de veau", "LGK", "h"), ("hachis parmentier", "L", "h"), ("poulet au curry", "LM", ""),
    ("steak haché", "", ""), ("sauté d'agneau", "KG", "e"), ("cuisse de poulet aux herbes", "", "e"),
    ("aiguillettes de poulet panées", "GOL", "e"), ("émincé de bœuf aux oignons", "GS", ""), ("lasagnes au bœuf", "GLOK", ""),
]
FISH = [
    ("poisson pané", "PGO", ""), ("colin à la crème", "PL", ""), ("saumon à l'oseille", "PL", ""),
    ("brandade de morue", "PL", "h"), ("filet de lieu au citron", "P", ""), ("gratin de poisson", "PLGC", "h"),
    ("thon à la tomate", "P", "e"), ("cabillaud aux herbes", "P", "e"), ("marmite de la mer", "PLCB", ""),
    ("quenelles de poisson", "PGOL", ""),
]
VEGETARIAN = [
    ("omelette au fromage", "OL", ""), ("lasagnes aux légumes", "GLO", ""), ("couscous aux légumes", "GK", ""),
    ("gratin de pâtes", "GL", ""), ("chili aux haricots rouges", "", ""), ("quiche aux poireaux", "GOL", "h"),
    ("tarte à la tomate", "GLM", "e"), ("dahl de lentilles", "", ""), ("boulettes de soja à la tomate", "SG", ""),
    ("pizza au fromage", "GL", ""), ("parmentier de lentilles", "L", "h"), ("galette de lentilles et sésame", "GE", ""),
    ("crêpe au fromage", "GOL", ""), ("curry de pois chiches", "N", ""),
]
SIDES = [
    ("riz", "", ""), ("purée de pommes de terre", "L", ""), ("haricots verts", "", ""), ("pâtes", "G", ""),
    ("petits pois", "", ""), ("lentilles", "", "h"), ("gratin de chou-fleur", "LG", "h"), ("carottes au beurre", "L", ""),
    ("pommes de terre vapeur", "", ""), ("épinards à la crème", "L", ""), ("ratatouille", "", "e"),
    ("courgettes sautées", "", "e"), ("semoule", "G", ""), ("brocolis", "", "h"), ("frites au four", "", ""),
    ("blé", "G", ""), ("poireaux à la crème", "L", "h"), ("tomates au four", "", "e"), ("flageolets", None, ""),
    ("potiron au four", "", "h"),
]
# Main courses that need no side dish.
COMPLETE = {
    "hachis parmentier", "lasagnes au bœuf", "brandade de morue", "lasagnes aux légumes", "couscous aux légumes",
    "gratin de pâtes", "parmentier de lentilles", "pizza au fromage", "quiche aux poireaux", "tarte à la tomate",
}
DAIRY = [
    ("yaourt nature", "L", ""), ("camembert", "L", ""), ("emmental", "L", ""), ("petit suisse", "L", ""),
    ("fromage blanc", "L", ""), ("gouda", "L", ""), ("brie", "L", ""), ("yaourt à la vanille", "L", ""),
    ("saint-nectaire", "L", ""), ("tomme", "L", ""), ("chèvre", "L", ""),
]
DESSERTS = [
    ("pomme", "", "h"), ("poire", "", "h"), ("clémentines", "", "h"), ("banane", "", ""), ("orange", "", "h"),
    ("kiwi", "", "h"), ("compote de pommes", "", ""), ("raisin", "", "e"), ("pêche", "", "e"), ("fraises", "", "e"),
    ("abricots", "", "e"), ("prunes", "", "e"), ("crème au chocolat", "L", ""), ("gâteau au yaourt", "GOL", ""),
    ("riz au lait", "L", ""), ("tarte aux pommes", "GOL", "h"), ("cake aux noisettes", "GOLN", ""),
    ("flan à la vanille", "OL", ""), ("ananas", "", ""), ("gâteau aux cacahuètes", "GOLA", ""),
    ("salade de fruits", "", ""), ("moelleux au chocolat", "GOLS", ""), ("mousse au chocolat", "OLS", ""),
    ("cerises", "", "e"), ("sorbet au citron", None, "e"),
]
SNACKS = [
    [("pain et chocolat", "GLS"), ("lait", "L")], [("brioche", "GOL"), ("pomme", "")],
    [("pain et confiture", "G"), ("yaourt nature", "L")], [("gâteau au yaourt", "GOL"), ("jus d'orange", "")],
    [("biscuits aux céréales", None), ("banane", "")], [("pain et miel", "G"), ("fromage blanc", "L")],
    [("crêpe au sucre", "GOL"), ("jus de pomme", "")], [("pain d'épices", "GN"), ("lait", "L")],
]

# Meals that the calendar of the year imposes: (starter, main, side, dairy, dessert), and what the menu calls them.
SPECIAL = {
    "2026-11-23": ("", ["carottes râpées", "poulet rôti", "riz", "yaourt nature", "pomme"]),
    "2026-11-27": ("", ["salade verte", "poisson pané", "épinards à la crème", "brie", "gâteau aux cacahuètes"]),
    "2026-10-12": ("semaine du goût", ["soupe de potiron", "sauté de bœuf aux carottes", "potiron au four", "tomme", "poire"]),
    "2026-12-17": ("repas de Noël", ["mâche et betteraves", "sauté de dinde aux marrons", "frites au four", "clémentines", "bûche au chocolat"]),
    "2027-12-16": ("repas de Noël", ["endives aux pommes", "sauté de dinde aux marrons", "frites au four", "clémentines", "bûche au chocolat"]),
    "2027-06-29": ("repas froid de fin d'année", ["melon", "poulet froid", "salade de riz", "emmental", "fraises"]),
}
EXTRA = [("sauté de dinde aux marrons", "LK", ""), ("bûche au chocolat", "GOLSN", ""), ("poulet froid", "", "")]
