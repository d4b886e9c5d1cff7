"""The town's calendar (iCalendar) and the associations' agenda (an Opendatasoft export of OpenAgenda)."""

import json
from datetime import date, datetime

from dates import paris_offset
from events_data import AGENDA, CALENDAR, CHANGES, PLACES
from output import ics_text, write_ics, write_json

TIME_ZONE = [
    "BEGIN:VTIMEZONE", "TZID:Europe/Paris",
    "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
]
STATUSES = {1: "Programmé", 2: "Reprogrammé", 6: "Annulé"}  # OpenAgenda's numbers.
COORDINATES = [49.0, -20.0]  # In the Atlantic: Valclair is nowhere.


def generate():
    events = [calendar_event(*entry) for entry in CALENDAR]
    changes = [change(*entry) for entry in CHANGES]
    write_ics("events/agenda.ics", "Agenda de Valclair", [TIME_ZONE] + events + changes)
    records = [agenda_record(*entry) for entry in AGENDA]
    write_json("events/openagenda.json", {
        "nhits": len(records),
        "parameters": {"dataset": "evenements-publics-openagenda", "rows": 100, "start": 0, "format": "json"},
        "records": records,
    })


def calendar_event(uid, title, summary, place, categories, start, end, price, more):
    lines = ["BEGIN:VEVENT", f"UID:{uid}@valclair.example", "DTSTAMP:20261015T090000Z", *span(start, end),
             f"SUMMARY:{ics_text(title)}", f"DESCRIPTION:{ics_text(summary)}", f"LOCATION:{ics_text(PLACES[place])}",
             f"CATEGORIES:{categories}", f"URL:https://valclair.example/agenda/{uid}"]
    if price:
        lines.append(f"X-PARVIS-PRICE:{ics_text(price)}")
    return lines + more + ["END:VEVENT"]


def change(uid, usual, start, end):
    base = next(entry for entry in CALENDAR if entry[0] == uid)
    lines = calendar_event(uid, *base[1:5], start or usual, end or usual, base[7], [])
    if start is None:
        lines = [line for line in lines if not line.startswith("DTEND")]
        lines.insert(-1, "STATUS:CANCELLED")
    lines.insert(2, f"RECURRENCE-ID;TZID=Europe/Paris:{basic(usual)}")
    return lines


def span(start, end):
    if "T" not in start:
        after = date.fromisoformat(end).toordinal() + 1
        return [f"DTSTART;VALUE=DATE:{basic(start)}", f"DTEND;VALUE=DATE:{date.fromordinal(after):%Y%m%d}"]
    return [f"DTSTART;TZID=Europe/Paris:{basic(start)}", f"DTEND;TZID=Europe/Paris:{basic(end)}"]


def basic(text):
    return datetime.fromisoformat(text).strftime("%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")


def agenda_record(number, title, summary, place, keywords, timings, conditions, ages, status):
    name, *address = PLACES[place].split(", ", 1)
    stamps = [{"begin": stamp(begin), "end": stamp(end)} for begin, end in timings]
    fields = {
        "uid": str(number), "slug": f"valclair-{number}", "title_fr": title, "description_fr": summary,
        "timings": json.dumps(stamps), "firstdate_begin": stamps[0]["begin"], "firstdate_end": stamps[0]["end"],
        "lastdate_begin": stamps[-1]["begin"], "lastdate_end": stamps[-1]["end"],
        "keywords_fr": keywords, "conditions_fr": conditions,
        "status": label(status, STATUSES[status]),
        "attendancemode": label(1, "Sur place"),
        "location_name": name, "location_address": ", ".join(address), "location_city": "Valclair",
        "location_postalcode": "99120", "location_insee": "99123", "location_coordinates": COORDINATES,
        "canonicalurl": f"https://agenda.valclair.example/events/{number}",
        "originagenda_title": "Les associations de Valclair", "updatedat": "2026-10-15T09:00:00+00:00",
    }
    if ages:
        fields["age_min"], fields["age_max"] = ages
    return {"datasetid": "evenements-publics-openagenda", "recordid": f"{number:040d}", "fields": fields}


def label(number, text):
    """A status as the export has it: JSON inside a text."""
    return json.dumps({"id": number, "label": {"fr": text}})


def stamp(text):
    offset = paris_offset(date.fromisoformat(text[:10]))
    return f"{text}:00+{offset:02d}:00"
