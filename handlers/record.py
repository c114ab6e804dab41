"""`/kinerja`: an officer's own figures, with n, and what each is made of. Evidence, no verdict."""

from __future__ import annotations

from typing import Any

from handlers import lists, summary_text
from handlers.message import Button, Lines, Text, When, button
from handlers.turn import Kind, Turn
from models.appraisal import queries
from models.appraisal.operations import period_of
from models.appraisal.queries import CaseFact, RatedFact, Record
from models.errors import Refused
from models.people import Role
from models.reports.scope import Scope, place
from models.statistics import MINIMUM

ROLES = (Role.OFFICER, Role.HEAD)
LISTED = 20  # ratings on one page


def show(turn: Turn) -> None:
    """The command, and the button `record[:<quarter>]`."""
    zone = _zone(turn)
    found = _record(turn, zone)
    turn.say(
        "record",
        edit=turn.input.kind is Kind.BUTTON and bool(turn.arguments),
        buttons=_buttons(turn, found, zone),
        name=_officer_name(turn),
        period=_period(found.period),
        until=When(found.until, zone, "short"),
        n=len(found.ratings),
        mean=summary_text.mean(found.mean),
        answered=found.answered,
        resolved=found.resolved,
        late=found.late,
        open_late=found.open_late,
        late_without=found.late_without,
        causes=summary_text.causes(found.causes),
        **_times(found),
    )


def _times(found: Record) -> dict[str, Any]:
    """With the time of external causes and, where there was one, without."""
    caused = found.causes.cases > 0
    return {
        "first_answer": summary_text.both(
            found.first_answer, found.first_answer_without, caused=caused
        ),
        "held": summary_text.both(found.held, found.held_without, caused=caused),
    }


def ratings(turn: Turn) -> None:
    """The button `record-ratings:<quarter>[:<page>]`: date and score, nothing of who gave it.

    Fewer than `MINIMUM` are not listed: the day alone might tell who it was.
    """
    zone = _zone(turn)
    found = _record(turn, zone)
    if len(found.ratings) < MINIMUM:
        raise Refused("record-few", least=MINIMUM)
    newest, page = found.ratings[::-1], lists.page_number(turn, 1)
    shown = newest[page * LISTED : (page + 1) * LISTED]
    turn.say(
        "record-ratings",
        edit=True,
        period=_period(found.period),
        n=len(newest),
        list=Lines([_rating(fact, zone) for fact in shown]),
        buttons=[
            *_turning(found, page),
            [button(Text("button-flags-mine"), "flags-mine")],
            [_back(found)],
        ],
    )


def cases(turn: Turn) -> None:
    """The button `record-cases:<quarter>[:<page>]`: every case behind the figures."""
    zone = _zone(turn)
    found = _record(turn, zone)
    turn.say(
        "record-cases",
        edit=True,
        period=_period(found.period),
        n=len(found.cases),
        buttons=[
            *lists.paged(
                found.cases[::-1], lists.page_number(turn, 1), _case, "record-cases", found.period
            ),
            [_back(found)],
        ],
    )


def how(turn: Turn) -> None:
    """The button `record-how:<quarter>`: how each figure is counted."""
    found = _record(turn, _zone(turn))
    turn.say("record-how", edit=True, least=MINIMUM, buttons=[[_back(found)]])


def _record(turn: Turn, zone: str) -> Record:
    """The own record, of the quarter in the button or the present one."""
    officer = turn.authority.officer
    if officer is None or officer.id is None:
        raise Refused("not-for-you")
    this = period_of(turn.at, zone)
    period = turn.arguments[0] if turn.arguments else this
    return queries.record_of(turn.tx, officer.id, min(period, this), turn.at, zone)


def _zone(turn: Turn) -> str:
    """Of the unit the officer serves in, else of the office."""
    for held in turn.authority.appointments:
        if held.unit_id is not None or held.office_id is not None:
            office_id = None if held.unit_id is not None else held.office_id
            return place(turn.tx, Scope(held.unit_id, office_id)).zone
    return place(turn.tx, Scope()).zone


def _officer_name(turn: Turn) -> str:
    officer = turn.authority.officer
    return officer.name if officer else ""


def _period(period: str) -> Text:
    year, quarter = period.split("-Q")
    return Text("record-quarter", {"quarter": Text(f"quarter-{int(quarter)}"), "year": year})


def _buttons(turn: Turn, found: Record, zone: str) -> list[list[Button]]:
    this, earlier = period_of(turn.at, zone), queries.before(found.period)
    rows = []
    if len(found.ratings) >= MINIMUM:
        label = Text("button-record-ratings", {"n": len(found.ratings)})
        rows.append([button(label, "record-ratings", found.period)])
    if found.cases:
        label = Text("button-record-cases", {"n": len(found.cases)})
        rows.append([button(label, "record-cases", found.period)])
    rows.append([button(Text("button-record-how"), "record-how", found.period)])
    turning = [button(_period(earlier), "record", earlier)]
    if found.period != this:
        turning.append(button(_period(this), "record", this))
    return [*rows, turning]


def _back(found: Record) -> Button:
    return button(Text("button-record-back"), "record", found.period)


def _turning(found: Record, page: int) -> list[list[Button]]:
    turning = []
    if page > 0:
        turning.append(button(Text("button-earlier"), "record-ratings", found.period, page - 1))
    if (page + 1) * LISTED < len(found.ratings):
        turning.append(button(Text("button-more"), "record-ratings", found.period, page + 1))
    return [turning] if turning else []


def _rating(fact: RatedFact, zone: str) -> Text:
    """The day, not the minute."""
    return Text(
        "record-rating",
        {"day": When(fact.at, zone, "date"), "score": Text(f"score-{fact.score}")},
    )


def _case(fact: CaseFact) -> Button:
    key = "record-case-late" if fact.late else "record-case"
    return button(Text(key, {"ticket": fact.ticket}), "case", fact.case_id)
