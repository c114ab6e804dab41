"""The columns of the export of complaints: what stands in each, for the sheets and CSV alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handlers.message import Text
from handlers.texts import ABBREVIATIONS
from models.complaints.states import Party
from models.reports.complaint_export import CaseRow, EventRow, Official

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """name: the end of the keys `export-column-…` and `export-meaning-…`."""

    name: str
    get: Callable[[T], Any]
    width: int = 18


def _of(name: str, kind: str = "") -> Callable[[str], Text | None]:
    """A stored code as the text of it."""

    def said(code: str) -> Text | None:
        key = f"{name}-{code}" if kind == "as it is" else f"{name}-{code}".replace("_", "-")
        return Text(key) if code else None

    return said


_state, _outcome, _category = (_of(name, "as it is") for name in ("state", "outcome", "category"))
_class, _result = _of("class"), _of("result")


def _clock(
    clock: str, what: str, *, without: bool = False, ended: bool = False
) -> Callable[[CaseRow], Any]:
    """A part of what a clock says; ended: only once it has ended."""

    def get(row: CaseRow) -> Any:
        found = (row.without_causes if without else row.clocks).get(clock)
        if found is None or (ended and found.ended_at is None):
            return None
        return getattr(found, what)

    return get


def _here(get: Callable[[CaseRow], Any]) -> Callable[[CaseRow], Any]:
    """Empty for a case that is with another place now."""
    return lambda row: get(row) if row.clocks else None


def _holders(row: CaseRow) -> str:
    """'Sari (1980…): 120 / 90; Loket KTP: 30 / 30': with and without external causes."""
    return "; ".join(
        f"{_holder(held.official) or held.unit}: {held.minutes:.0f} / {held.without_causes:.0f}"
        for held in row.holders
    )


def _holder(official: Official | None) -> str:
    return f"{official.name} ({official.nip})" if official else ""


def _anonymous(row: CaseRow) -> Any:
    return Text("export-too-few") if row.anonymous is None else row.anonymous


CASES: tuple[Column[CaseRow], ...] = (
    Column("ticket", lambda row: row.ticket),
    Column("unit", lambda row: row.unit, 28),
    Column("category", lambda row: _category(row.category), 22),
    Column("class", lambda row: _class(row.case_class), 22),
    Column("state", lambda row: _state(row.state), 22),
    Column("result", lambda row: _result(row.result), 26),
    Column("reason", lambda row: _outcome(row.reason), 22),
    Column("merged-into", lambda row: row.merged_into or None),
    Column("received", lambda row: row.received_at),
    Column("verified-due", _clock("verification", "due")),
    Column("verified", _clock("verification", "ended_at")),
    Column("answer-due", _clock("first_answer", "due")),
    Column("answered", _clock("first_answer", "ended_at")),
    Column("resolution-promised", _clock("resolution", "promised")),
    Column("resolution-due", _clock("resolution", "due")),
    Column("ended", _clock("resolution", "ended_at")),
    Column("zone", lambda row: ABBREVIATIONS.get(row.zone, row.zone), 8),
    Column("verification-minutes", _clock("verification", "minutes")),
    Column("answer-minutes", _clock("first_answer", "minutes")),
    Column("answer-minutes-without", _clock("first_answer", "minutes", without=True)),
    Column("resolution-minutes", _clock("resolution", "minutes")),
    Column("resolution-minutes-without", _clock("resolution", "minutes", without=True)),
    Column("verification-late", _clock("verification", "late")),
    Column("answer-late", _clock("first_answer", "late")),
    Column("answer-late-without", _clock("first_answer", "late", without=True)),
    Column("next-answers-late", _here(lambda row: row.next_answers_late)),
    Column("resolution-late", _clock("resolution", "late")),
    Column("resolution-late-without", _clock("resolution", "late", without=True)),
    Column("cause", _here(lambda row: row.caused)),
    Column("holders", lambda row: _holders(row) or None, 40),
    Column("reopened", _here(lambda row: row.reopened)),
    Column("followers", _here(lambda row: row.followers)),
    Column("score", lambda row: row.score),
    Column("anonymous", _here(_anonymous)),
    Column("confidential", lambda row: row.confidential),
    Column("text", lambda row: row.text or None, 60),
)

_PARTY = {party: f"export-party-{party}" for party in Party}


def _detail(row: EventRow) -> Any:
    """The class that was decided, the reason, or the unit it went to."""
    return _outcome(row.reason) or (row.to_unit or None) or _class(row.case_class)


EVENTS: tuple[Column[EventRow], ...] = (
    Column("ticket", lambda row: row.ticket),
    Column(
        "event", lambda row: Text(f"export-event-{row.event.name.lower()}".replace("_", "-")), 30
    ),
    Column("at", lambda row: row.at),
    Column("zone", lambda row: ABBREVIATIONS.get(row.zone, row.zone), 8),
    Column("party", lambda row: Text(_PARTY[row.party])),
    Column("nip", lambda row: row.official.nip if row.official else None, 22),
    Column("official", lambda row: row.official.name if row.official else None, 28),
    Column("detail", _detail, 30),
)
