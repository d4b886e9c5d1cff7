"""Streets with their sectors, and a calendar of collections for each sector and stream."""

from datetime import date, timedelta

from dates import FIRST_DAY, HOLIDAYS, LAST_DAY, days
from output import ics_text, write_csv, write_ics
from streets_data import SHARED, WHOLE

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
STREAMS = {
    "ordures-menageres": "Poubelle grise",
    "recyclables": "Poubelle jaune",
    "verre": "Caisse verte",
    "dechets-verts": "Déchets verts",
}
# First passage of each sector and stream; its day of the week is the usual one.
FIRST = {
    "ordures-menageres": {"nord": (9, 7), "sud": (9, 1), "est": (9, 3), "ouest": (9, 4)},
    "recyclables": {"nord": (9, 1), "sud": (9, 2), "est": (9, 4), "ouest": (9, 10)},
    "dechets-verts": {"nord": (9, 3), "sud": (9, 4), "est": (9, 7), "ouest": (9, 8)},
}
GREEN_MONTHS = list(range(4, 12))
# Glass is collected on one Wednesday a month: the first in the north, the second in the south...
GLASS_WEEK = {"nord": 1, "sud": 2, "est": 3, "ouest": 4}
# Extra passages after the end-of-year holidays, as RDATE.
EXTRA_GLASS = {"nord": [date(2027, 1, 13), date(2028, 1, 12)], "est": [date(2027, 1, 27), date(2028, 1, 26)]}


def generate():
    write_streets()
    for sector in GLASS_WEEK:
        for stream, title in STREAMS.items():
            name = f"{title}, secteur {sector.capitalize()}"
            write_ics(f"waste/{sector}-{stream}.ics", name, calendar(sector, stream, name))


def write_streets():
    rows = []
    for sector, streets in WHOLE.items():
        rows += [[name, sector, "", "", "", "|".join(aliases)] for name, aliases in streets]
    for name, aliases, parts in SHARED:
        rows += [[name, sector, first, last, side, "|".join(aliases)] for sector, first, last, side in parts]
    rows.sort(key=lambda row: row[0].split(" ", 1)[-1].lower())
    write_csv("waste/streets.csv", ["street", "sector", "from", "to", "side", "aliases"], rows)


def calendar(sector, stream, title):
    passages = usual_days(sector, stream)
    changes = {day: replacement(day, stream) for day in passages if day in HOLIDAYS}
    skipped = [day for day in passages if day not in HOLIDAYS and is_skipped(day, stream)]
    uid = f"{sector}-{stream}@valclair.example"
    master = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260615T080000Z", *all_day(passages[0]),
              f"SUMMARY:{ics_text(title)}", f"RRULE:{rule(passages[0], sector, stream)}"]
    if skipped:
        master.append("EXDATE;VALUE=DATE:" + ",".join(basic(day) for day in skipped))
    if stream == "verre" and sector in EXTRA_GLASS:
        master.append("RDATE;VALUE=DATE:" + ",".join(basic(day) for day in EXTRA_GLASS[sector]))
    components = [master + ["TRANSP:TRANSPARENT", "END:VEVENT"]]
    for usual, new in changes.items():
        exception = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260615T080000Z",
                     f"RECURRENCE-ID;VALUE=DATE:{basic(usual)}", *all_day(new or usual)]
        if new:
            word = "avancée" if new < usual else "reportée"
            exception.append("SUMMARY:" + ics_text(f"{title}, collecte {word}"))
        else:
            exception += ["SUMMARY:" + ics_text(f"{title}, collecte supprimée"), "STATUS:CANCELLED"]
        components.append(exception + ["TRANSP:TRANSPARENT", "END:VEVENT"])
    return components


def usual_days(sector, stream):
    """The passages that the rule gives, holidays included."""
    if stream == "verre":
        week = GLASS_WEEK[sector]
        return [day for day in days(FIRST_DAY, LAST_DAY)
                if day.weekday() == 2 and (day.day - 1) // 7 + 1 == week]
    step = 7 if stream == "ordures-menageres" else 14
    day, result = date(2026, *FIRST[stream][sector]), []
    while day <= LAST_DAY:
        if stream != "dechets-verts" or day.month in GREEN_MONTHS:
            result.append(day)
        day += timedelta(days=step)
    return result


def rule(first, sector, stream):
    weekday, until = WEEKDAYS[first.weekday()], f"UNTIL={basic(LAST_DAY)}"
    if stream == "verre":
        return f"FREQ=MONTHLY;BYDAY={GLASS_WEEK[sector]}WE;{until}"
    if stream == "ordures-menageres":
        return f"FREQ=WEEKLY;BYDAY={weekday};{until}"
    months = f"BYMONTH={','.join(map(str, GREEN_MONTHS))};" if stream == "dechets-verts" else ""
    return f"FREQ=WEEKLY;INTERVAL=2;WKST=MO;{months}BYDAY={weekday};{until}"


def replacement(holiday, stream):
    """The published day that replaces a holiday, or None when the passage is cancelled."""
    if stream in ("verre", "dechets-verts"):
        return None
    # At Christmas the truck comes before the holiday; otherwise after it, on the first day that is worked.
    step = -1 if holiday.month == 12 else 1
    day = holiday + timedelta(days=step)
    while day in HOLIDAYS or day.weekday() == 6:
        day += timedelta(days=step)
    return day


def is_skipped(day, stream):
    """Glass and garden waste are not collected in the fortnight of 15 August."""
    return stream in ("verre", "dechets-verts") and day.month == 8 and 8 <= day.day <= 21


def all_day(day):
    return [f"DTSTART;VALUE=DATE:{basic(day)}", f"DTEND;VALUE=DATE:{basic(day + timedelta(days=1))}"]


def basic(day):
    return day.strftime("%Y%m%d")
