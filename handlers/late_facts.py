"""What changed in a record after it was frozen, and amending it with a reason: for who leads the
officer and for admins of the office."""

from __future__ import annotations

from handlers import figure_words
from handlers.message import Lines, Text, When, button
from handlers.period_words import period_text
from handlers.turn import Turn, step
from models.appraisal import leaders, terms
from models.appraisal.deciding import late, opening
from models.appraisal.evidence import freezing, lateness, trail
from models.appraisal.evidence.lateness import Changed
from models.appraisal.evidence.tables import Snapshot
from models.errors import Refused
from models.offices import Unit
from models.people import Officer, Role

ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)


def show(turn: Turn) -> None:
    """The button `record-late:<officer>:<period>`: each figure as it was and as it would be; to an
    admin, who reads no figure of anybody, which they are."""
    turn.finish()
    snapshot = _frozen(turn, turn.integer(0), turn.integer(1))
    found = lateness.changes(turn.tx, snapshot, turn.at)
    waiting = len(lateness.undecided(turn.tx, snapshot, turn.at))
    told = _changed if _reads(turn, snapshot.officer_id) else _named
    lines = [told(one) for one in found] or [Text("record-late-none")]
    if waiting:
        lines.append(Text("record-late-waiting", {"n": waiting}))
    arguments = (snapshot.officer_id, snapshot.period_id)
    amend = [[button(Text("button-record-late-amend"), "record-late-amend", *arguments)]]
    turn.say(
        "record-late",
        edit=True,
        officer=turn.tx.session.get_one(Officer, snapshot.officer_id).name,
        period=period_text(terms.period(turn.tx, snapshot.period_id)),
        at=When(snapshot.at, turn.tx.session.get_one(Unit, snapshot.unit_id).zone, "date"),
        version=snapshot.version,
        lines=Lines(lines),
        buttons=amend if found else [],
    )


def _frozen(turn: Turn, officer_id: int, period_id: int) -> Snapshot:
    """The newest version, for who may amend it."""
    leaders.entitled(turn.tx, officer_id, turn.person_id, turn.at, *late.AMENDING)
    snapshot = freezing.latest(turn.tx, officer_id, period_id)
    if snapshot is None:
        raise Refused("amendment-not-frozen")
    return snapshot


def _reads(turn: Turn, officer_id: int) -> bool:
    found = leaders.standing(turn.tx, officer_id, turn.person_id, turn.at)
    return found in trail.READERS


def _named(one: Changed) -> Text:
    return figure_words.name(one.indicator)


def _changed(one: Changed) -> Text:
    values = {
        "name": figure_words.name(one.indicator),
        "was": figure_words.figure(one.indicator, one.was),
        "now": figure_words.figure(one.indicator, one.now),
        "n": one.n,
    }
    return Text("record-late-line", values)


def amend(turn: Turn) -> None:
    """The button `record-late-amend:<officer>:<period>`."""
    snapshot = _frozen(turn, turn.integer(0), turn.integer(1))
    turn.ask("record.amendment", officer=snapshot.officer_id, period=snapshot.period_id)


def _ask(turn: Turn) -> None:
    back = button(Text("button-back"), "record-late", turn.data["officer"], turn.data["period"])
    officer = turn.tx.session.get_one(Officer, turn.data["officer"])
    turn.say("record-late-ask", edit=True, officer=officer.name, buttons=[[back]])


def _take(turn: Turn) -> None:
    whose = turn.data["officer"], turn.data["period"]
    made = opening.amend(turn.tx, *whose, turn.input.text, turn.at, turn.person_id)
    turn.finish()
    turn.say("record-late-amended", version=made.version)


AMENDMENT = step(_ask, _take, buttons=False)
