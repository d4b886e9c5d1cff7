"""Menus of the three restaurants, in the columns of SCDL « menus-collectifs » 1.2.3."""

import json
from datetime import date
from math import gcd

import dishes
from dates import days, is_term_weekday
from output import write_csv

COLUMNS = [
    "menuCollNom", "menuCollSiret", "menuEtablissementNom", "menuEtablissementSiret", "menuRestaurantNom",
    "menuRestaurantInsee", "menuRestaurantId", "menuRestaurantIdType", "menuRestaurantType", "menuRestaurantConvive",
    "menuDate", "menuRepasType", "menuPlatType", "menuPlatNom", "menuPlatCode", "menuPlatSiqo", "menuPlatLabel",
    "menuPlatPrecision", "menuPlatRegime", "menuPlatAllergene", "menuPlatTexture", "menuPlatNutriscore",
    "menuPlatPrix", "menuPublicationDate", "menuModificationDate", "menuModificationInfo",
]
ELEMENTARY = ("Restaurant scolaire des Trois-Moulins", "VAL-R1", "élémentaire")
NURSERY = ("Restaurant scolaire des Hirondelles", "VAL-R2", "maternelle")
LEISURE = ("Centre de loisirs des Cerisiers", "VAL-R3", "centre de loisirs")
# A real kitchen publishes a few weeks; the example must live for two years.
PUBLISHED = "2026-08-24T08:00:00Z"
YEARS = [("2026-2027", date(2026, 9, 1), date(2027, 7, 2)), ("2027-2028", date(2027, 9, 1), date(2028, 7, 3))]

# What the main course is, by day of the week (Wednesday is the leisure centre's), over four weeks.
# Each week has one vegetarian meal and one fish; pork comes every other week, never without another dish.
WEEKS = [
    {0: "MEAT", 1: "VEGETARIAN", 2: "MEAT", 3: "PORK", 4: "FISH"},
    {0: "MEAT", 1: "FISH", 2: "MEAT", 3: "VEGETARIAN", 4: "MEAT"},
    {0: "PORK", 1: "MEAT", 2: "FISH", 3: "VEGETARIAN", 4: "FISH"},
    {0: "VEGETARIAN", 1: "MEAT", 2: "MEAT", 3: "MEAT", 4: "FISH"},
]
KINDS = ["STARTERS", "PORK", "NO_PORK", "MEAT", "FISH", "VEGETARIAN", "SIDES", "DAIRY", "DESSERTS", "EXTRA"]
BY_NAME = {dish[0]: (kind, dish) for kind in KINDS for dish in getattr(dishes, kind)}
WITH_MEAT = {"PORK", "MEAT", "FISH", "EXTRA"}
ORGANIC = {"carottes râpées", "pomme", "yaourt nature", "lentilles", "banane", "pâtes", "compote de pommes"}


def generate():
    for year, first, last in YEARS:
        rows = []
        for day in days(first, last):
            if is_term_weekday(day):
                rows += leisure(day) if day.weekday() == 2 else school(day, ELEMENTARY) + school(day, NURSERY)
        write_csv(f"canteen/menus-{year}.csv", COLUMNS, rows)


def school(day, restaurant):
    note, names = dishes.SPECIAL.get(day.isoformat(), ("", None))
    meal = [line(*BY_NAME[name]) for name in names] if names else lunch(day, restaurant)
    meal.append(("pain", "pain", "G", True, False))
    return [row(day, restaurant, "déjeuner", dish, note) for dish in meal]


def leisure(day):
    snack = dishes.SNACKS[(day - date(2026, 9, 1)).days // 7 % len(dishes.SNACKS)]
    meal = [row(day, LEISURE, "déjeuner", dish, "") for dish in lunch(day, LEISURE)]
    return meal + [row(day, LEISURE, "goûter", ("autre", name, allergens, True, False), "") for name, allergens in snack]


def lunch(day, restaurant):
    """A meal as (type, name, allergens, vegetarian, with pork) lines."""
    week = (day - date(2026, 8, 31)).days // 7
    kind = WEEKS[week % len(WEEKS)][day.weekday()]
    starter = pick("STARTERS", day, 0)
    main = pick(kind, day, 1)
    meal = [line("STARTERS", starter), line(kind, main)]
    if kind == "PORK":
        meal.append(line("NO_PORK", pick("NO_PORK", day, 1)))
    if main[0] not in dishes.COMPLETE:
        meal.append(line("SIDES", pick("SIDES", day, 2)))
    # The nursery school has a softer starter one day a week, and no dairy when dessert is a cream.
    if restaurant is NURSERY and day.weekday() == 1:
        meal[0] = line("STARTERS", ("macédoine de légumes", "OM", ""))
    dessert = pick("DESSERTS", day, 4)
    if "L" not in (dessert[1] or ""):
        meal.append(line("DAIRY", pick("DAIRY", day, 3)))
    return meal + [line("DESSERTS", dessert)]


def pick(kind, day, salt):
    """A dish of the season; none comes back before the list is through, as steps share no factor with its length."""
    season = "e" if 4 <= day.month <= 9 else "h"
    choice = [dish for dish in getattr(dishes, kind) if dish[2] in ("", season)]
    weeks, weekday = divmod((day - date(2026, 8, 31)).days, 7)
    step = next(step for step in range(5 + 2 * salt, 99) if gcd(step, len(choice)) == 1)
    return choice[((weeks * 5 + weekday) * step + salt * 4) % len(choice)]


def line(kind, dish):
    types = {"STARTERS": "entrée", "SIDES": "garniture", "DAIRY": "produit laitier", "DESSERTS": "dessert"}
    type_ = "dessert" if dish[0] == "bûche au chocolat" else types.get(kind, "plat principal")
    meatless = kind not in WITH_MEAT and not (kind == "NO_PORK" and "omelette" not in dish[0] and "pois" not in dish[0])
    return type_, dish[0], dish[1], meatless or dish[0] == "bûche au chocolat", kind == "PORK"


def row(day, restaurant, meal, dish, note):
    type_, name, allergens, vegetarian, pork = dish
    if is_unknown(day, restaurant):
        allergens = None
    # The official list writes "sans porc " with a space at its end.
    diets = ["végétarien", "sans porc "] if vegetarian else [] if pork else ["sans porc "]
    return [
        "Commune de Valclair", "99912300000017", "Cuisine centrale de Valclair", "99912300000025", restaurant[0],
        "99123", restaurant[1], "autre", restaurant[2], "enfants", day.isoformat(), meal, type_, name, "",
        array(["agriculture biologique"]) if name in ORGANIC else "", "", note, array(diets) if diets else "",
        "" if allergens is None else array([dishes.ALLERGENS[code] for code in allergens]),
        array(["sans texture modifiée"]), "", "", PUBLISHED, "", "",
    ]


def is_unknown(day, restaurant):
    """Days for which the kitchen has not filled in the allergens: it happens, and must not pass for "none"."""
    return (day - date(2026, 9, 1)).days % 11 == 9 and restaurant is not LEISURE


def array(values):
    return json.dumps(values, ensure_ascii=False)
