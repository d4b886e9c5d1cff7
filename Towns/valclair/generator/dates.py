"""Days that are special in Valclair: public holidays, school holidays, school days."""

from datetime import date, datetime, time, timedelta, timezone

FIRST_DAY = date(2026, 9, 1)
LAST_DAY = date(2028, 8, 31)

# Zone B: school year, name, first day without school, day of return. 2026-2027 is meant to be the national
# calendar but was not compared with it; 2027-2028 is invented in the same shape. For the example only.
SCHOOL_HOLIDAYS = [
    ("2025-2026", "Vacances d'Été", date(2026, 7, 4), date(2026, 9, 1)),
    ("2026-2027", "Vacances de la Toussaint", date(2026, 10, 17), date(2026, 11, 2)),
    ("2026-2027", "Vacances de Noël", date(2026, 12, 19), date(2027, 1, 4)),
    ("2026-2027", "Vacances d'Hiver", date(2027, 2, 20), date(2027, 3, 8)),
    ("2026-2027", "Vacances de Printemps", date(2027, 4, 17), date(2027, 5, 3)),
    ("2026-2027", "Pont de l'Ascension", date(2027, 5, 6), date(2027, 5, 10)),
    ("2026-2027", "Vacances d'Été", date(2027, 7, 3), date(2027, 9, 1)),
    ("2027-2028", "Vacances de la Toussaint", date(2027, 10, 16), date(2027, 11, 2)),
    ("2027-2028", "Vacances de Noël", date(2027, 12, 18), date(2028, 1, 3)),
    ("2027-2028", "Vacances d'Hiver", date(2028, 2, 19), date(2028, 3, 6)),
    ("2027-2028", "Vacances de Printemps", date(2028, 4, 15), date(2028, 5, 2)),
    ("2027-2028", "Pont de l'Ascension", date(2028, 5, 25), date(2028, 5, 29)),
    ("2027-2028", "Vacances d'Été", date(2028, 7, 4), date(2028, 9, 1)),
]


def easter(year):
    """Easter Sunday (Meeus, anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def public_holidays(first=FIRST_DAY, last=LAST_DAY):
    """Every public holiday of metropolitan France between two days."""
    days = set()
    for year in range(first.year, last.year + 1):
        for month, day in [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]:
            days.add(date(year, month, day))
        for offset in [1, 39, 50]:
            days.add(easter(year) + timedelta(days=offset))
    return sorted(day for day in days if first <= day <= last)


def in_school_holidays(day):
    return any(first <= day < back for _, _, first, back in SCHOOL_HOLIDAYS)


def days(first, last):
    """Every day from the first to the last, both included."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def is_term_weekday(day):
    """Monday to Friday of the school terms, public holidays left out."""
    return day.weekday() < 5 and not in_school_holidays(day) and day not in HOLIDAYS


def paris_offset(day):
    """Hours between Paris and UTC at midnight of a day (European summer time)."""
    def last_sunday(month):
        end = date(day.year, month, 31)
        return end - timedelta(days=(end.weekday() + 1) % 7)
    return 2 if last_sunday(3) < day <= last_sunday(10) else 1


def paris_midnight_utc(day):
    """A Paris midnight as the ministry publishes it: an instant in UTC."""
    instant = datetime.combine(day, time(), timezone.utc) - timedelta(hours=paris_offset(day))
    return instant.strftime("%Y-%m-%dT%H:%M:%S+00:00")


HOLIDAYS = set(public_holidays())
