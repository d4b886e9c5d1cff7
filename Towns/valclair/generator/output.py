"""Writing files: CSV, JSON and iCalendar, always the same bytes for the same data."""

import csv
import io
import json
from pathlib import Path

TOWN = Path(__file__).resolve().parent.parent


def write(path, text):
    target = TOWN / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="")


def write_csv(path, columns, rows, delimiter=","):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    write(path, text.getvalue())


def write_json(path, value):
    write(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def ics_text(value):
    """Escapes a text value (RFC 5545, 3.3.11)."""
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line):
    """Folds a content line at 75 bytes without cutting a character (RFC 5545, 3.1)."""
    parts, current, limit = [], b"", 75
    for character in line:
        encoded = character.encode("utf-8")
        if len(current) + len(encoded) > limit:
            parts.append(current)
            current, limit = b"", 74
        current += encoded
    parts.append(current)
    return "\r\n ".join(part.decode("utf-8") for part in parts)


def write_ics(path, name, components):
    """Writes a calendar; a component is a list of content lines without BEGIN and END of the calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mairie de Valclair//Exemple Parvis//FR",
             "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{ics_text(name)}", "X-WR-TIMEZONE:Europe/Paris"]
    for component in components:
        lines += component
    lines.append("END:VCALENDAR")
    write(path, "".join(fold(line) + "\r\n" for line in lines))
