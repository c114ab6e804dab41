"""One visit as a queue system or a spreadsheet tells it: read, and checked as far as it goes.

Nothing here knows the database. What is wrong is said with the field it stands in, so that whoever
sends many rows can mend the one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from models import entries
from models.errors import Refused
from models.visits.recording import AHEAD, EXTERNAL_LIMIT
from models.visits.tables import Outcome

T = TypeVar("T")

NAME_LIMIT = 120
PAUSES_LIMIT = 20
REQUIRED = ("number", "service", "started_at")
FIELDS = (*REQUIRED, "counter", "queued_at", "ended_at", "outcome", "pauses")
PAUSE_FIELDS = ("from", "until")
COLUMNS = {
    "number": "nomor",
    "service": "layanan",
    "counter": "loket",
    "queued_at": "ambil nomor",
    "started_at": "mulai",
    "ended_at": "selesai",
    "outcome": "hasil",
}
"""Field -> the column of a table that holds it."""

ALIASES = {
    "nomor": "nomor",
    "no": "nomor",
    "nomor antrean": "nomor",
    "number": "nomor",
    "queue number": "nomor",
    "layanan": "layanan",
    "service": "layanan",
    "loket": "loket",
    "counter": "loket",
    "ambil nomor": "ambil nomor",
    "queued": "ambil nomor",
    "queued at": "ambil nomor",
    "mulai": "mulai",
    "started": "mulai",
    "started at": "mulai",
    "selesai": "selesai",
    "ended": "selesai",
    "ended at": "selesai",
    "hasil": "hasil",
    "outcome": "hasil",
}
"""What a header may say, lower case -> our name of the column."""

OUTCOMES = {
    "done": Outcome.DONE,
    "selesai": Outcome.DONE,
    "redirected": Outcome.REDIRECTED,
    "dialihkan": Outcome.REDIRECTED,
    "left": Outcome.LEFT,
    "tidak kembali": Outcome.LEFT,
}
_OFFSET = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)(Z|z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)
_LOCAL = re.compile(
    r"([^\s,]+)[\s,]+(?:(?:pukul|jam)\s+)?(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?", re.ASCII
)


class WrongField(Refused):
    """What a field holds is refused; field "": the row as a whole."""

    def __init__(self, field: str, key: str, **values: Any) -> None:
        super().__init__(key, **values)
        self.field = field


@dataclass(frozen=True, slots=True)
class Break:
    """The citizen fetches missing papers; without an end still does."""

    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A visit as it was told. service, counter: a name, or an id."""

    number: str
    service: str | int
    counter: str | int | None
    queued_at: datetime | None
    started_at: datetime
    ended_at: datetime | None
    outcome: Outcome | None
    pauses: tuple[Break, ...] = ()


# --- as JSON


def from_json(told: object) -> Draft:
    """Read one visit of a JSON body; raises WrongField."""
    if not isinstance(told, dict):
        raise WrongField("", "visit-no-object")
    _known(told, FIELDS, "")
    return Draft(
        number=_number(told.get("number")),
        service=_named("service", told.get("service")),
        counter=_optional(told, "counter", _named),
        queued_at=_optional(told, "queued_at", _instant),
        started_at=_instant("started_at", told.get("started_at")),
        ended_at=_optional(told, "ended_at", _instant),
        outcome=_optional(told, "outcome", _outcome),
        pauses=_pauses(told.get("pauses")),
    )


def _known(told: Mapping[Any, object], fields: tuple[str, ...], inside: str) -> None:
    """A misspelt name must not be passed over in silence."""
    for name in told:
        if name not in fields:
            raise WrongField(inside, "visit-field-unknown", name=_shown(name))


def _optional(told: Mapping[str, object], field: str, read: Callable[[str, object], T]) -> T | None:
    value = told.get(field)
    return None if value is None else read(field, value)


def _number(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**18:
        return str(value)
    return _text("number", value, EXTERNAL_LIMIT)


def _named(field: str, value: object) -> str | int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return _text(field, value, NAME_LIMIT)


def _text(field: str, value: object, limit: int) -> str:
    if value is None:
        raise WrongField(field, "visit-field-missing")
    if not isinstance(value, str):
        raise WrongField(field, "visit-field-no-text")
    clean = value.strip()
    if not clean:
        raise WrongField(field, "visit-field-missing")
    if len(clean) > limit:
        raise WrongField(field, "visit-field-long", limit=limit)
    if not clean.isprintable():
        raise WrongField(field, "visit-field-unprintable")
    return clean


def _instant(field: str, value: object) -> datetime:
    """ISO 8601 with its offset: a time without one is of no place."""
    text = _text(field, value, NAME_LIMIT)
    found = _OFFSET.fullmatch(text)
    if found is None:
        raise WrongField(field, "visit-instant-unreadable", text=_shown(text))
    if found[3] is None:
        raise WrongField(field, "visit-instant-no-offset", text=_shown(text))
    return _made(field, text, found[1], found[2] + found[3])


def _outcome(field: str, value: object) -> Outcome:
    text = _text(field, value, NAME_LIMIT)
    if text not in tuple(Outcome):
        raise WrongField(field, "visit-outcome-unknown", text=_shown(text))
    return Outcome(text)


def _pauses(value: object) -> tuple[Break, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise WrongField("pauses", "visit-pauses-no-list")
    if len(value) > PAUSES_LIMIT:
        raise WrongField("pauses", "visit-pauses-many", limit=PAUSES_LIMIT)
    return tuple(_pause(f"pauses[{place}]", one) for place, one in enumerate(value))


def _pause(field: str, told: object) -> Break:
    if not isinstance(told, dict):
        raise WrongField(field, "visit-no-object")
    _known(told, PAUSE_FIELDS, field)
    until = told.get("until")
    return Break(
        _instant(f"{field}.from", told.get("from")),
        None if until is None else _instant(f"{field}.until", until),
    )


# --- as a row of a table


def from_cells(columns: Mapping[str, str], zone: str) -> Draft:
    """Read one row: column -> cell. A time without an offset is local to the unit's zone."""
    cells = {field: columns.get(column, "") for field, column in COLUMNS.items()}

    def named(field: str) -> str | int | None:
        return _text(field, cells[field], NAME_LIMIT) if cells.get(field) else None

    def instant(field: str) -> datetime | None:
        return _local(field, cells[field], zone) if cells.get(field) else None

    for field in REQUIRED:
        if not cells.get(field):
            raise WrongField(field, "visit-field-missing")
    return Draft(
        number=_text("number", cells["number"], EXTERNAL_LIMIT),
        service=named("service") or "",
        counter=named("counter"),
        queued_at=instant("queued_at"),
        started_at=_local("started_at", cells["started_at"], zone),
        ended_at=instant("ended_at"),
        outcome=_outcome_word(cells.get("outcome", "")),
    )


def _local(field: str, cell: str, zone: str) -> datetime:
    """2026-11-23T09:15+07:00, 2026-11-23 09:15 or 23/11/2026 09.15, the latter two local."""
    text = _text(field, cell, NAME_LIMIT)
    found = _OFFSET.fullmatch(text)
    if found is not None:
        made = _made(field, text, found[1], found[2] + (found[3] or ""))
        return made if found[3] else made.replace(tzinfo=ZoneInfo(zone))
    found = _LOCAL.fullmatch(text)
    if found is None:
        raise WrongField(field, "visit-instant-unreadable", text=_shown(text))
    try:
        clock = time(int(found[2]), int(found[3]), int(found[4] or 0))
        day = entries.day(found[1])
    except (ValueError, Refused):
        raise WrongField(field, "visit-instant-unreadable", text=_shown(text)) from None
    return datetime.combine(day, clock, ZoneInfo(zone))


def _outcome_word(cell: str) -> Outcome | None:
    if not cell:
        return None
    found = OUTCOMES.get(" ".join(cell.casefold().split()))
    if found is None:
        raise WrongField("outcome", "visit-outcome-unknown", text=_shown(cell))
    return found


# --- what both share


def _made(field: str, text: str, day: str, clock: str) -> datetime:
    try:
        instant = datetime.fromisoformat(f"{day}T{clock.upper().replace(',', '.')}")
    except ValueError:
        raise WrongField(field, "visit-instant-unreadable", text=_shown(text)) from None
    if instant.year not in entries.YEARS:
        raise WrongField(field, "visit-instant-unreadable", text=_shown(text))
    return instant


def _shown(value: object) -> str:
    """What was written, short and safe to be shown and stored."""
    return "".join(sign for sign in str(value)[:40] if sign.isprintable())


def check(draft: Draft, at: datetime) -> None:
    """Refuse times that are to come or in the wrong order, and an outcome without an end."""
    for field in ("queued_at", "started_at", "ended_at"):
        instant = getattr(draft, field)
        if instant is not None and instant > at + AHEAD:
            raise WrongField(field, "visit-instant-future")
    if draft.queued_at is not None and draft.queued_at > draft.started_at:
        raise WrongField("queued_at", "visit-queued-after-start")
    if draft.ended_at is not None and draft.ended_at < draft.started_at:
        raise WrongField("ended_at", "visit-end-before-start")
    if draft.outcome is not None and draft.ended_at is None:
        raise WrongField("outcome", "visit-outcome-without-end")
    _check_pauses(draft, at)


def _check_pauses(draft: Draft, at: datetime) -> None:
    """In order, apart from one another, within the visit; only the last one of an open visit may
    still go on."""
    free, end = draft.started_at, draft.ended_at or at + AHEAD
    for place, pause in enumerate(draft.pauses):
        field, last = f"pauses[{place}]", place == len(draft.pauses) - 1
        if pause.end is None and (draft.ended_at is not None or not last):
            raise WrongField(f"{field}.until", "visit-field-missing")
        until = pause.end or end
        if not free <= pause.start <= until <= end:
            raise WrongField(field, "visit-pause-outside")
        free = until
