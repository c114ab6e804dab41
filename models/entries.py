"""Checks of what an admin types or imports: names, notes, NIP, dates, durations.

Each gives the clean value, or refuses with a text that names what is wrong. Pure.
"""

from __future__ import annotations

import re
from datetime import date

from models.errors import Refused
from models.worktime import Duration

NAME_LIMIT = 80  # characters; fits a button and two lines of a poster
NOTE_LIMIT = 1000
POSITION_LIMIT = 120
NIP_DIGITS = 18
FORMULA_SIGNS = "=+-@"  # at the start of a cell a spreadsheet takes them for a formula
YEARS = range(2020, 2101)


def name(text: str, limit: int = NAME_LIMIT) -> str:
    """A name on one line, 2 to `limit` characters, that no spreadsheet mistakes for a formula."""
    clean = " ".join(_printable(text).split())
    if len(clean) < 2 or not any(sign.isalnum() for sign in clean):
        raise Refused("name-too-short")
    if len(clean) > limit:
        raise Refused("name-too-long", limit=limit, length=len(clean))
    return _no_formula(clean)


def note(text: str, limit: int = NOTE_LIMIT) -> str:
    """Free words on several lines, or none at all."""
    lines = (" ".join(line.split()) for line in _printable(text).splitlines())
    clean = "\n".join(line for line in lines if line)
    if len(clean) > limit:
        raise Refused("note-too-long", limit=limit, length=len(clean))
    return _no_formula(clean)


def words(text: str, least: int, most: int, *, one_line: bool = False) -> str:
    """A note that says something: of `least` to `most` characters."""
    clean = note(" ".join(text.split()) if one_line else text, most)
    if len(clean) < least:
        raise Refused("text-too-short", least=least)
    return clean


def said(text: str, least: int, most: int) -> str:
    """What a person wrote, word for word: of `least` to `most` characters, whatever they are."""
    clean = text.strip()
    if len(clean) < least:
        raise Refused("text-too-short", least=least)
    if len(clean) > most:
        raise Refused("text-too-long", limit=most, length=len(clean))
    return clean


def nip(text: str) -> str:
    """The 18 digits of a NIP; blanks, dots and hyphens between them are allowed."""
    clean = re.sub(r"[\s.\-'’]", "", text)
    if re.search(r"[eE]\+|,", text):
        raise Refused("nip-spreadsheet", text=text.strip()[:30])
    if not (clean.isascii() and clean.isdigit()):
        raise Refused("nip-letters", text=text.strip()[:30])
    if len(clean) != NIP_DIGITS:
        raise Refused("nip-length", digits=len(clean))
    return clean


def day(text: str) -> date:
    """A date as 2026-12-25 or 25/12/2026 (also with `-` or `.`); day before month."""
    clean = text.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", clean):
        year, month, number = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", clean):
        number, month, year = int(found[1]), int(found[3]), int(found[4])
    else:
        raise Refused("date-unreadable", text=clean[:30])
    try:
        read = date(year, month, number)
    except ValueError:
        raise Refused("date-impossible", text=clean[:30]) from None
    if year not in YEARS:
        raise Refused("date-year", first=str(YEARS[0]), last=str(YEARS[-1]))
    return read


def two_days(text: str) -> tuple[date, date]:
    """ "18/2/2026 - 19/3/2026", also with `s.d.`, `sampai` or on two lines."""
    days = [part for part in re.split(r"\s+-\s+|\s+s\.?/?d\.?\s+|\s+sampai\s+|\s+", text) if part]
    if len(days) != 2:
        raise Refused("two-days-needed")
    return day(days[0]), day(days[1])


def duration(text: str) -> str:
    """A promised duration in the form that is stored ("2 working hours"); empty: none promised."""
    if not text.strip():
        return ""
    try:
        return str(Duration.parse(text))
    except ValueError:
        raise Refused("duration-unreadable", text=text.strip()[:30]) from None


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable() or sign.isspace())


def _no_formula(clean: str) -> str:
    if clean[:1] in tuple(FORMULA_SIGNS):
        raise Refused("text-formula", sign=clean[0])
    return clean
