"""The school calendar, in the columns of the ministry's `fr-en-calendrier-scolaire`."""

from datetime import date

from dates import SCHOOL_HOLIDAYS, paris_midnight_utc
from output import write_csv

COLUMNS = ["Description", "Population", "Date de début", "Date de fin", "Académies", "Zones", "annee_scolaire"]
TEACHERS = [("2026-2027", date(2026, 8, 31)), ("2027-2028", date(2027, 8, 31))]


def generate():
    rows = []
    for year, name, first, back in SCHOOL_HOLIDAYS:
        # A row for each academy of the zone, as published: two are enough to show it.
        for academy in ["Lille", "Rennes"]:
            rows.append([name, "-", paris_midnight_utc(first), paris_midnight_utc(back), academy, "Zone B", year])
    for year, day in TEACHERS:
        instant = paris_midnight_utc(day)
        rows.append(["Prérentrée des enseignants", "Enseignants", instant, instant, "Lille", "Zone B", year])
    write_csv("calendar/school-holidays.csv", COLUMNS, rows, delimiter=";")
